import type { Fix } from '../model/finding';
import type { Span } from '../text/span';

interface FixOptions {
  readonly preferred?: boolean;
  readonly safe?: boolean;
}

/** Replaces one span of a file. */
export const replace = (title: string, file: string, span: Span, newText: string, options: FixOptions = {}): Fix => ({
  title,
  preferred: options.preferred ?? false,
  safe: options.safe ?? false,
  edits: [{ file, span, newText }],
});

/** Inserts text at an offset of a file. */
export const insert = (title: string, file: string, at: number, newText: string, options: FixOptions = {}): Fix =>
  replace(title, file, { start: at, end: at }, newText, options);

/** Makes a file. Its text is worked out only when somebody takes the fix, since most are never taken. */
export const create = (title: string, file: string, text: () => string): Fix => ({
  title,
  preferred: false,
  safe: false,
  edits: [
    {
      file,
      create: true,
      span: { start: 0, end: 0 },
      get newText() {
        return text();
      },
    },
  ],
});
