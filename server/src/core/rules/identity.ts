import type { Aims } from '../model/aims';
import type { Finding } from '../model/finding';
import { hashText } from '../text/hash';

/** What a finding is about, apart from the file it stands in and from its line. */
export interface FindingIdentity {
  readonly rule: string;
  readonly subject: string;
  /** The headings around it, from the outermost in. */
  readonly headings: readonly string[];
  /** A hash of the text it marks, blanks put aside. */
  readonly text: string;
}

const MAX_TEXT = 400;

/** What stays the same of a finding while lines above it come and go, and while its file moves. */
export function identityOf(aims: Aims, { rule, subject, file, span }: Finding): FindingIdentity {
  const source = aims.files.get(file);
  const marked = source?.text.slice(span.start, Math.min(span.end, span.start + MAX_TEXT)) ?? '';
  const around = (source?.facts.headings ?? []).filter(
    ({ section }) => section.start <= span.start && span.start < section.end,
  );
  return {
    rule,
    subject: subject ?? '',
    headings: around.map((heading) => heading.text),
    text: hashText(marked.replace(/\s+/g, ' ').trim()).slice(0, 16),
  };
}

export const identityKey = ({ rule, subject, headings, text }: FindingIdentity): string =>
  [rule, subject, headings.join(' › '), text].join('\u0000');
