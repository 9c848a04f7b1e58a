import { groupBy } from '../query/group';
import { memo } from '../query/memo';
import type { RecordName } from '../records/record-type';
import type { Aims } from './aims';
import { viewsOf } from './file-view';
import { type AimsRecord, recordsIn } from './records';

/** The records of one type, in the order of files; templates hold none. */
export const recordsOfType = (aims: Aims, name: RecordName): readonly AimsRecord[] => byType(aims).get(name) ?? [];

const byType = memo((aims: Aims) =>
  groupBy(
    viewsOf(aims)
      .filter(({ document }) => !document.template)
      .flatMap((view) => recordsIn(view, aims.frameworks)),
    ({ type }) => type.name,
  ),
);
