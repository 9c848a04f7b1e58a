import { isOpenValue } from '../document/approval';
import type { Aims } from '../model/aims';
import { type FileView, viewsOf } from '../model/file-view';
import { titlePlace } from '../model/title-place';
import { displayDate } from '../text/civil-date';
import { documentState, dueOf, isRecord } from './documents';
import type { DocumentStanding } from './readiness';
import { undated } from './unapproved';

/** The standing of every document that was recognized. */
export const documentStandings = (aims: Aims): readonly DocumentStanding[] =>
  viewsOf(aims).flatMap((view) => standingOf(aims, view) ?? []);

function standingOf(aims: Aims, view: FileView): DocumentStanding | undefined {
  const { document, file } = view;
  if (!document.kind) return undefined;
  const owner = ownerOf(view);
  const due = dueOf(view);
  return {
    title: document.title?.text ?? file.path,
    kind: document.kind.title,
    kindId: document.kind.id,
    isRecord: isRecord(view),
    ...judge(aims, view),
    ...(owner === undefined ? {} : { owner }),
    ...(due === undefined ? {} : { due }),
    place: titlePlace(view),
  };
}

/** Who answers for a document, or who held what it records. */
export const ownerOf = ({ document, file }: FileView): string | undefined =>
  (['owner', 'conducted_by', 'approver'] as const)
    .flatMap((field) => document.fields.get(field) ?? [])
    .find((entry) => entry.value !== '' && !isOpenValue(file, entry))?.value;

type Judgement = Pick<DocumentStanding, 'state' | 'why' | 'next'>;

function judge(aims: Aims, view: FileView): Judgement {
  const { document } = view;
  if (document.template)
    return { state: 'template', why: 'It is a template.', next: 'Fill it in and have it approved.' };
  if (document.status === 'superseded' || document.status === 'obsolete')
    return { state: 'withdrawn', why: `It is ${document.status}.` };
  const due = dueOf(view);
  switch (documentState(view, aims.today)) {
    case 'current':
      return { state: 'current', why: 'It is approved, and its review is in date.' };
    case 'approved':
      return due === undefined
        ? { state: 'approved', why: 'It states no review date.', next: 'State when it is reviewed next.' }
        : {
            state: 'approved',
            why: `Its review was due on ${displayDate(due)}.`,
            next: 'Review it and state the next date.',
          };
    default: {
      const { says, next } = undated(view);
      return { state: 'documented', why: `It ${says}.`, next };
    }
  }
}
