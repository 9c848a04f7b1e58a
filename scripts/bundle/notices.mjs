import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages that ship no licence file; their licence is stated in package.json, and its text is this. */
const MIT = (holder) => `The MIT License (MIT)

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

const BY_HAND = {
  format: MIT('2010 - 2016 Sami Samhuri and contributors'),
  satteri: MIT('the Sätteri contributors'),
};

/** The licences of every package that ended up in a bundle. Fails on a package whose text is not known. */
export function thirdPartyNotices(root, metafiles) {
  const packages = new Map();
  for (const input of metafiles.flatMap((metafile) => Object.keys(metafile.inputs))) {
    const match = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(input);
    if (match) packages.set(match[2], join(root, match[1]));
  }
  // The native build of the Markdown parser is loaded and not bundled; it carries pulldown-cmark.
  const sections = [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, folder]) => section(name, folder));
  sections.push(
    `pulldown-cmark (inside the native build of satteri)\n\n${MIT('2015 Google Inc. and the pulldown-cmark contributors')}`,
  );
  return `Software of others in this package\n\n${sections.join(`\n${'-'.repeat(78)}\n\n`)}`;
}

function section(name, folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file =
    existsSync(folder) && readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)(?:\.|$|-)/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8') : BY_HAND[name];
  if (!text) throw new Error(`No licence text is known for ${name}: add it by hand in scripts/bundle/notices.mjs.`);
  return `${name} ${manifest.version} (${manifest.license})\n\n${text.trim()}\n`;
}
