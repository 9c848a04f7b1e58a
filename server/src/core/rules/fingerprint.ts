import type { Aims } from '../model/aims';
import type { Finding } from '../model/finding';
import { hashText } from '../text/hash';
import { identityKey, identityOf } from './identity';

/**
 * A short name for a finding that lasts: its file and what it is about. Findings alike in all of these are counted, so
 * that a second one is not taken for the first. Aligned with the findings given, which are those of the whole AIMS in
 * order.
 */
export function fingerprints(aims: Aims, findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = `${finding.file}\u0000${identityKey(identityOf(aims, finding))}`;
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return hashText(`${key}\u0000${count}`);
  });
}
