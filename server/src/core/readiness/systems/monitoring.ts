import { viewsOf } from '../../model/file-view';
import type { AimsRecord } from '../../model/records';
import { isMentionable, keyOf } from '../../model/symbol-index';
import { mentionsOf } from '../../model/symbols';
import { titlePlace } from '../../model/title-place';
import { type Aspect, type Judged, type Judgement, missing, notNeeded, standsOn } from './aspect';
import { firmest, footingOfDocument, footingOfRecord } from './footing';
import { earlierThan } from './life-stage';

/** How the system behaves in use is measured, and somebody looked at the results lately. */
export const monitored: Aspect = {
  id: 'monitoring',
  title: 'Monitored in use',
  basis: ['9.1', 'A.6.2.6'],
  judge(judged) {
    const { aims, entry, about } = judged;
    const best = firmest([
      ...about.records.filter(isEvidenceOfIt).map((record) => footingOfRecord(aims, record)),
      ...about.documents
        .filter((view) => view.document.kind?.id === 'monitoring')
        .map((view) => footingOfDocument(aims, view)),
    ]);
    if (best) return standsOn(best);
    const early = earlierThan(entry, 'operation and monitoring');
    return early === undefined ? unnamed(judged) : notNeeded(judged, `it is still in ${early}`);
  },
};

/** Evidence for monitoring in operation, or for what is measured at all. */
const isEvidenceOfIt = ({ type, fields }: AimsRecord): boolean =>
  type.name === 'evidence' &&
  ['controls', 'clauses'].some((field) =>
    fields.get(field)?.items.some(({ text }) => /(?:^|[\s:])(?:A\.6\.2\.6|9\.1)$/.test(text)),
  );

/** A report that only mentions the system in its text may be about another one. */
function unnamed(judged: Judged): Judgement {
  const { aims, entry } = judged;
  const next = `Name \`${entry.id}\` under \`systems\` in the report that holds its results.`;
  const mentioning = isMentionable(keyOf(entry.id))
    ? new Set(mentionsOf(aims, entry.id).map(({ file }) => file))
    : new Set();
  const report = viewsOf(aims).find(
    (view) => view.document.kind?.id === 'monitoring' && mentioning.has(view.file.path),
  );
  if (!report) return missing(judged, 'No results of its monitoring are recorded.', next);
  const label = report.document.title?.text ?? report.file.path;
  return {
    state: 'mentioned',
    why: `${label} mentions it, and does not say that it is about it.`,
    next,
    places: [{ ...titlePlace(report), label }],
  };
}
