import type { AimsRecord } from '../../model/records';
import { type Aspect, atMost, missing, notNeeded, standsOn } from './aspect';
import { firmest, footingOfDocument, footingOfRecord } from './footing';
import { earlierThan } from './life-stage';
import { ofVersionInUse } from './version-in-use';

/** The version in use was released by somebody, on conditions. */
export const deployed: Aspect = {
  id: 'deployment',
  title: 'Deployed with approval',
  basis: ['A.6.2.5'],
  judge(judged) {
    const { aims, entry, about } = judged;
    const records = about.records.filter((record) => record.type.name === 'deployment');
    const { fitting, other } = ofVersionInUse(aims, entry, records);
    const documents = about.documents.filter(
      (view) => view.document.kind?.id === 'deployment-plan' && !records.some((record) => record.file === view.file),
    );
    const of = (list: readonly AimsRecord[]) => [
      ...list.map((record) => footingOfRecord(aims, record)),
      ...documents.map((view) => footingOfDocument(aims, view)),
    ];
    const best = firmest(of(fitting));
    if (best) return standsOn(best);
    if (other !== undefined)
      return atMost(
        'approved',
        of(records),
        `The release of version ${other} is recorded, and in use is ${entry.fields.get('version')?.text ?? 'another'}.`,
        'Record the release of the version in use.',
      );
    const early = earlierThan(entry, 'deployment');
    return early === undefined
      ? missing(judged, 'No release of it is recorded.', 'Record what had to be fulfilled, who approved it, and when.')
      : notNeeded(judged, `it is still in ${early}`);
  },
};
