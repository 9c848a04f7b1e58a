import type { Aims } from '../model/aims';
import type { Finding } from '../model/finding';
import { hashText } from '../text/hash';

/**
 * What stays the same of a finding while lines above it come and go: rule, subject, file, heading path and the text
 * it marks. Findings alike in all of these are counted, so that a second one is not taken for the first. Aligned with
 * the findings given, which are those of the whole AIMS in order.
 */
export function fingerprints(aims: Aims, findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = keyOf(aims, finding);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return hashText(`${key}\u0000${count}`);
  });
}

function keyOf(aims: Aims, finding: Finding): string {
  const file = aims.files.get(finding.file);
  const text = file?.text.slice(finding.span.start, Math.min(finding.span.end, finding.span.start + 400)) ?? '';
  const headings = (file?.facts.headings ?? [])
    .filter((heading) => heading.section.start <= finding.span.start && finding.span.start < heading.section.end)
    .map((heading) => heading.text);
  return [finding.rule, finding.subject ?? '', finding.file, ...headings, text.replace(/\s+/g, ' ').trim()].join(
    '\u0000',
  );
}
