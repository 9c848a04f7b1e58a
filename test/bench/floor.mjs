// The least any checker can do: find every Markdown and YAML file below a folder, read it, and hash what it read.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node test/bench/floor.mjs DIR');

const hash = createHash('sha1');
let files = 0;
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.(?:md|ya?ml)$/.test(entry.name)) continue;
  hash.update(readFileSync(join(entry.parentPath ?? entry.path, entry.name)));
  files += 1;
}
console.log(files, hash.digest('hex'));
