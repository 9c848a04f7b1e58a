import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';

export interface TestFolder {
  readonly path: string;
  readonly uri: string;
  readonly at: (name: string) => string;
  readonly uriOf: (name: string) => string;
  readonly write: (name: string, text: string | Buffer) => void;
  readonly remove: (name: string) => void;
  /** A symbolic link to a file elsewhere. */
  readonly link: (name: string, target: string) => void;
}

/** A folder on disk with these files, gone when the test ends. */
export function folder(files: Readonly<Record<string, string>>): TestFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'aims-test-')));
  onTestFinished(() => rmSync(path, { recursive: true, force: true, maxRetries: 3 }));
  const at = (name: string): string => join(path, name);
  const write = (name: string, text: string | Buffer): void => {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return {
    path,
    uri: pathToFileURL(path).href,
    at,
    uriOf: (name) => pathToFileURL(at(name)).href,
    write,
    remove: (name) => rmSync(at(name)),
    link: (name, target) => symlinkSync(target, at(name)),
  };
}
