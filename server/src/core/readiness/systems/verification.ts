import type { AimsRecord } from '../../model/records';
import { fieldNamed } from '../../records/record-type';
import { verification as type } from '../../records/record-types/verification';
import { valueMeant } from '../../records/vocabulary';
import { type Aspect, atMost, type Judged, type Judgement, listed, missing, notNeeded, standsOn } from './aspect';
import { firmest, footingOfDocument, footingOfRecord, weakest } from './footing';
import { earlierThan } from './life-stage';
import { ofVersionInUse } from './version-in-use';

/** The version in use was tested against criteria, and nothing failed. */
export const verified: Aspect = {
  id: 'verification',
  title: 'Verified and validated',
  basis: ['A.6.2.4'],
  judge(judged) {
    const { aims, about } = judged;
    const records = about.records.filter((record) => record.type.name === type.name);
    const tests = records.filter((record) => record.reason !== 'front matter' || hasOutcome(record));
    return tests.length > 0
      ? byTests(judged, tests)
      : byReport(
          judged,
          firmest([
            ...records.map((record) => footingOfRecord(aims, record)),
            ...about.documents
              .filter((view) => view.document.kind?.id === 'verification-validation')
              .map((view) => footingOfDocument(aims, view)),
          ]),
        );
  },
};

const hasOutcome = ({ fields }: AimsRecord): boolean => fields.has('outcome') || fields.has('result');

function byTests(judged: Judged, tests: readonly AimsRecord[]): Judgement {
  const { aims, entry } = judged;
  const { fitting, other } = ofVersionInUse(aims, entry, tests);
  const footings = (fitting.length > 0 ? fitting : tests).map((record) => footingOfRecord(aims, record));
  if (other !== undefined)
    return atMost(
      'approved',
      footings,
      `Version ${other} was tested, and in use is ${entry.fields.get('version')?.text ?? 'another'}.`,
      'Test the version in use.',
    );
  const named = (wanted: (record: AimsRecord) => boolean): readonly string[] =>
    fitting.filter(wanted).map((record) => record.id?.text ?? record.name?.text ?? '');
  const failed = named((record) => outcomeOf(record) === 'failed');
  if (failed.length > 0)
    return atMost('documented', footings, `${listed(failed)} failed.`, 'Correct the system and test it again.');
  const open = named((record) => !hasOutcome(record));
  if (open.length > 0) return atMost('documented', footings, `${listed(open)} has no result yet.`, 'Add the results.');
  const lowest = weakest(footings);
  return lowest ? standsOn(lowest, footings) : byReport(judged, undefined);
}

function outcomeOf({ fields }: AimsRecord): string | undefined {
  const field = fieldNamed(type, 'outcome');
  return field && valueMeant(type, field, fields.get('outcome')?.text ?? '');
}

function byReport(judged: Judged, report: ReturnType<typeof firmest>): Judgement {
  if (report) return standsOn(report);
  const early = earlierThan(judged.entry, 'deployment');
  return early === undefined
    ? missing(
        judged,
        'No test of it is recorded.',
        'Record what was tested, against which criterion, with what result.',
      )
    : notNeeded(judged, `it is still in ${early}`);
}
