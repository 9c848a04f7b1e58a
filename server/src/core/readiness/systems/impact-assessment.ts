import type { AimsRecord } from '../../model/records';
import { fieldNamed } from '../../records/record-type';
import { impactAssessment as type } from '../../records/record-types/impact-assessment';
import { remarkIn } from '../../records/record-words';
import { valueMeant } from '../../records/vocabulary';
import { type Aspect, atMost, type Judged, type Judgement, listed, missing, standsOn } from './aspect';
import { type Footing, firmest, footingOfDocument, footingOfRecord } from './footing';
import { earlierThan } from './life-stage';
import { namedRecords } from './named-records';

const DONE_BY = 'Assess what it may do to individuals, groups and society, or record why no assessment is needed.';

/** Done, approved and in date; a screening-out that was recorded with its reason is an assessment as well. */
export const impactAssessment: Aspect = {
  id: 'impact-assessment',
  title: 'Impact assessment',
  basis: ['6.1.4', '8.4', 'A.5.2', 'A.5.3', 'A.5.4', 'A.5.5'],
  judge(judged) {
    const named = namedRecords(judged.aims, judged.entry, 'impact_assessment', type.name);
    const { records, documents } = candidates(judged, named);
    const footings = [
      ...records.map((record) => ({ record, footing: footingOfRecord(judged.aims, record) })),
      ...documents.map((view) => ({ record: undefined, footing: footingOfDocument(judged.aims, view) })),
    ];
    const best = firmest(footings.map((one) => one.footing));
    if (!best)
      return (
        screenedInEntry(judged) ??
        none(
          judged,
          named.unknown.map((item) => item.text),
        )
      );
    return decided(
      judged,
      footings.find((one) => one.footing === best)?.record,
      best,
      footings.map((one) => one.footing),
    );
  },
};

/** Assessments that name the system, and what its entry names. Documents that hold a record are judged by it. */
function candidates({ about }: Judged, named: ReturnType<typeof namedRecords>) {
  const own = about.records.filter((record) => record.type.name === type.name);
  const records = [...new Set([...own, ...named.records])];
  const documents = [
    ...named.documents,
    ...about.documents.filter((view) => view.document.kind?.id === 'impact-assessment'),
  ].filter((view) => !records.some((record) => record.file === view.file));
  return { records, documents: [...new Set(documents)] };
}

function decided(judged: Judged, record: AimsRecord | undefined, best: Footing, all: readonly Footing[]): Judgement {
  const decision = decisionIn(record?.fields.get('decision')?.text ?? '');
  if (decision === 'not acceptable' && earlierThan(judged.entry, 'deployment') === undefined)
    return atMost(
      'documented',
      [best],
      `${best.place.label} found it not acceptable, and the system is in use.`,
      'Take it out of use, or assess it again.',
    );
  const stands = standsOn(best, all);
  return decision === 'screened out'
    ? { ...stands, why: `Screened out, no full assessment needed. ${stands.why}` }
    : stands;
}

const decisionIn = (text: string): string | undefined => {
  const field = fieldNamed(type, 'decision');
  return field && valueMeant(type, field, text);
};

/** `screened out: it only sorts our own mail` in the entry itself. */
function screenedInEntry(judged: Judged): Judgement | undefined {
  const { aims, entry } = judged;
  const stated = entry.fields.get('impact_assessment');
  if (!stated || decisionIn(stated.text) !== 'screened out') return undefined;
  const footing = footingOfRecord(aims, stated.record);
  if (remarkIn(stated.text) === '')
    return atMost('mentioned', [footing], 'The entry says that none is required, and not why.', 'Give the reason.');
  return { ...standsOn(footing), why: `Screened out: ${remarkIn(stated.text)}. ${footing.why}` };
}

function none(judged: Judged, unknown: readonly string[]): Judgement {
  return unknown.length > 0
    ? missing(judged, `The entry names ${listed(unknown)}, which does not exist.`, DONE_BY)
    : missing(judged, 'It has none.', DONE_BY);
}
