/** Extensions of files that people cite as evidence or link to. */
const EXTENSION =
  /\.(?:md|markdown|mdx|ya?ml|json|jsonl|csv|tsv|xlsx?|docx?|pptx?|pdf|txt|html?|png|jpe?g|svg|py|ipynb|ts|tsx|js|mjs|go|rs|java|kt|rb|sh|sql|tf|toml|ini|cfg|log|xml|zip|parquet|rego|feature|cs|cpp|c|h|swift|scala|r)$/i;

/** What makes text a command, a call, a URL, an absolute path or a package name. */
const NO_PATH = /[\s<>|"'`$()=;\\[\]]|^(?:[a-z][a-z+.-]*:|[/~@#-]|\.\.?$)/i;

/** The place in a file as compilers and test runners write it: `model.py:12`, `model.py:12:4`, `model.py:10-20`. */
const LINES = /:(\d{1,7})(?::\d+|-(\d{1,7}))?$/;

/** A path with the lines that are written behind it. Lines count from 1. */
export interface LinedPath {
  readonly path: string;
  readonly first: number;
  readonly last: number;
}

/** Reads `src/model.py:10-20`; nothing where no lines stand behind a file. */
export function linesBehindPath(text: string): LinedPath | undefined {
  const match = LINES.exec(text);
  if (!match) return undefined;
  const path = text.slice(0, match.index);
  const first = Number(match[1]);
  return EXTENSION.test(path) ? { path, first, last: Number(match[2] ?? first) } : undefined;
}

/**
 * Whether a piece of code or a plain value is a path of the repository: has a folder or a known extension, no blanks,
 * and none of what makes it a command, a URL or a package name. A pattern such as `tests/bias/**` stands for files.
 */
export function looksLikePath(value: string): boolean {
  if (value.length < 3 || value.length > 300) return false;
  const written = linesBehindPath(value)?.path ?? value;
  if (NO_PATH.test(written)) return false;
  const path = written.replace(/#.*$/, '');
  if (/[*?{},]/.test(path)) return isPathPattern(path);
  if (EXTENSION.test(path)) return !/^\.[^/]+$/.test(path);
  return /^[\w.-]+(?:\/[\w.-]+)*\/$/.test(path);
}

/**
 * Whether text is a pattern for files below a folder: `tests/bias/**`, `reports/dq-{q1,q2}.pdf`. Only one that names a
 * folder is: `*.md` and `A.6.*` mean something else.
 */
export const isPathPattern = (text: string): boolean =>
  /\*|\{[^{}/]*,[^{}/]*\}/.test(text) &&
  /^[^*{}?,/]*[^*{}?,/.][^*{}?,/]*\//.test(text.replace(/^(?:\.{1,2}\/)+/, '')) &&
  !/[?[\]<>|"\n]|\.\.\.|\*{3}/.test(text) &&
  !/\{[^{},]*\}/.test(text);
