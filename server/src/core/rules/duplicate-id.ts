import type { Aims } from '../model/aims';
import { type FileView, viewsOf } from '../model/file-view';
import type { RelatedPlace } from '../model/finding';
import { duplicateIdsIn } from '../model/record-duplicates';
import { groupBy } from '../query/group';
import { memo } from '../query/memo';
import type { Report, Rule } from './rule';

/** One id for two documents, or for two records of a type. */
export const duplicateId: Rule = {
  meta: {
    name: 'duplicate-id',
    severity: 'warning',
    summary: 'Two documents, or two records of one type, have the same id.',
    why: 'An id has to lead to one thing. With two risks called R-07 nobody can say which one the Statement of Applicability treats, or which of two documents was approved.',
    basis: ['42001:7.5.2'],
    doubt:
      'A copy that is kept for a reason (an older edition, a translation) is none of the two once its status is superseded or obsolete, or `exclude` leaves it out. A record may be told of in several places: in one list only another name, in different lists only names without a word in common count as different.',
  },
  examples: {
    bad: [
      {
        text: '//- risks.yaml\nrisks:\n  - id: R-01\n        ^^^^ another AI risk\n    description: Old data\n  - id: R-01\n        ^^^^ another AI risk\n    description: Few cases',
      },
      {
        text: '//- policy.md\n---\nid: POL-1\n    ^^^^^ `scope.md`\nkind: ai-policy\n---\n# AI policy\n//- scope.md\n---\nid: POL-1\n    ^^^^^ `policy.md`\nkind: scope\n---\n# AIMS scope',
      },
    ],
    good: [
      {
        text: '//- risks.yaml\nrisks:\n  - id: R-01\n    description: Old data\n//- acceptance.md\n---\nkind: residual-risk-acceptance\n---\n# Residual risks\n\n| Risk | Residual score | Accepted by |\n|---|---|---|\n| R-01 | 4 | CTO |',
        note: 'A table that says more about a known risk.',
      },
      {
        text: '//- policy.md\n---\nid: POL-1\nkind: ai-policy\n---\n# AI policy\n//- old.md\n---\nid: POL-1\nkind: ai-policy\nstatus: superseded\n---\n# AI policy',
      },
    ],
  },
  file: {
    reads: 'workspace',
    *check(view, aims) {
      yield* ofDocument(view, aims);
      for (const { record, id, others } of duplicateIdsIn(aims, view)) {
        yield {
          span: id.span,
          message: `\`${id.text}\` is the id of another ${record.type.title} too. Give one of them another id.`,
          subject: `record:${record.type.name}:${id.text}:${record.name?.text ?? ''}`,
          related: others.map(({ file, span, title }) => ({ file, span, message: `The other one: ${title ?? ''}` })),
        };
      }
    },
  },
};

function* ofDocument(view: FileView, aims: Aims): Iterable<Report> {
  const id = idOf(view);
  const others = (id === undefined ? [] : (byId(aims).get(id) ?? [])).filter((other) => other !== view);
  const entry = view.document.fields.get('id');
  if (!entry || others.length === 0) return;
  yield {
    span: entry.valueSpan,
    message: `\`${entry.value}\` is the id of ${others.map((other) => `\`${other.file.path}\``).join(', ')} too. Give one of them another id.`,
    subject: `document:${entry.value}`,
    related: others.flatMap((other) => placeOf(other)),
  };
}

const placeOf = ({ file, document }: FileView): readonly RelatedPlace[] => {
  const entry = document.fields.get('id');
  return entry ? [{ file: file.path, span: entry.valueSpan, message: 'The other one' }] : [];
};

/** Documents that count, by id: forms and what was replaced keep theirs. */
const byId = memo(
  (aims: Aims): ReadonlyMap<string, readonly FileView[]> => groupBy(viewsOf(aims), (view) => idOf(view) ?? ''),
);

function idOf({ document }: FileView): string | undefined {
  const value = document.fields.get('id')?.value.trim().toLowerCase();
  const counts =
    document.kind && !document.template && document.status !== 'superseded' && document.status !== 'obsolete';
  return counts && value !== undefined && /\d/.test(value) && !/[[{<]/.test(value) ? value : undefined;
}
