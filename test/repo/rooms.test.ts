import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** Who may import what: the table of ARCHITECTURE.md as data. Packages are matched as a whole or by their start. */
const ROOMS: Readonly<
  Record<
    string,
    { readonly rooms: readonly string[]; readonly packages: readonly (string | RegExp)[]; readonly node: boolean }
  >
> = {
  'server/src/core': {
    rooms: ['server/src/core', 'server/data'],
    packages: ['yaml', 'unified', /^remark-/, 'mdast', 'zod', 'github-slugger', 'fastest-levenshtein', 'picomatch'],
    node: false,
  },
  'server/src/host': {
    rooms: ['server/src/core', 'server/src/host'],
    packages: ['satteri', 'ignore', 'picomatch'],
    node: true,
  },
  'server/src/lsp': {
    rooms: ['server/src/core', 'server/src/host', 'server/src/lsp'],
    packages: [/^vscode-languageserver/],
    node: true,
  },
  'server/src/cli': {
    rooms: ['server/src/core', 'server/src/host', 'server/src/cli', 'server/package.json'],
    packages: ['commander', 'picocolors', 'fastest-levenshtein'],
    node: true,
  },
  'client/src': { rooms: ['client/src'], packages: ['vscode', /^vscode-languageclient/], node: false },
};

/** The one step over a wall: the command starts the language server. */
const EXCEPTIONS = new Set(['server/src/cli/main.ts → server/src/lsp/main']);

/** What a pure room does without. */
const IMPURE =
  /\b(?:console\.|process\.|setTimeout|setInterval|setImmediate|fetch\(|new Date\(\)|Date\.now|Math\.random|\bawait\b|\basync\b|require\()/;

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts')) yield path;
  }
}

const IMPORT = /(?:\bfrom\s+|\bimport\(\s*|^import\s+)['"]([^'"]+)['"]/gm;

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => match[1]!);

function fault(file: string, name: string, room: (typeof ROOMS)[string]): string | undefined {
  const from = relative(ROOT, file);
  if (name.startsWith('.')) {
    const target = relative(ROOT, resolve(dirname(file), name));
    const allowed =
      room.rooms.some((one) => target === one || target.startsWith(`${one}/`)) || EXCEPTIONS.has(`${from} → ${target}`);
    return allowed ? undefined : `${from} imports ${target}`;
  }
  if (name.startsWith('node:') || builtinModules.includes(name))
    return room.node ? undefined : `${from} imports ${name}`;
  const parts = name.split('/');
  const packageName = name.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
  const allowed = room.packages.some((one) => (typeof one === 'string' ? one === packageName : one.test(packageName)));
  return allowed ? undefined : `${from} imports ${name}`;
}

for (const [name, room] of Object.entries(ROOMS)) {
  test(`${name} imports only what its room allows`, () => {
    const faults = [...sources(join(ROOT, name))].flatMap((file) =>
      importsOf(file).flatMap((one) => fault(file, one, room) ?? []),
    );
    expect(faults).toEqual([]);
  });
}

describe('core', () => {
  test('knows no clock, no console, no timers and nothing asynchronous', () => {
    const found = [...sources(join(ROOT, 'server/src/core'))].flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(?:\*|\/\/|\/\*)/.test(line) && IMPURE.test(line.replace(/(['"`]).*?\1/g, '')))
        .map((line) => `${relative(ROOT, file)}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });
});

test('files and folders are named in kebab-case, and by what they hold', () => {
  const names = Object.keys(ROOMS).flatMap((room) =>
    [...sources(join(ROOT, room))].map((file) => relative(ROOT, file)),
  );
  expect(names.filter((name) => !/^[a-z0-9/-]+\.ts$/.test(name))).toEqual([]);
  expect(names.filter((name) => /(?:^|[/-])(?:utils?|helpers?|common|manager|provider)(?:[/.-]|$)/.test(name))).toEqual(
    [],
  );
});
