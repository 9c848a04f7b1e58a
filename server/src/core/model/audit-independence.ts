import { isInForce } from '../document/in-force';
import { memo } from '../query/memo';
import { type AuditScope, auditScopeOf, saysExcepted } from '../records/audit-words';
import { meaningsOf } from '../records/vocabulary';
import { matchesOf } from '../text/matches';
import type { Aims } from './aims';
import type { MetadataEntry, Text } from './facts';
import { type FileView, viewsOf } from './file-view';
import { isSamePerson } from './people';
import { type AimsRecord, recordsIn } from './records';

/** An auditor who audits own work. */
export interface DependentAuditor {
  /** As written. */
  readonly auditor: Text;
  /** The id of the audit or report, where it has one. */
  readonly id?: string;
  /** Who answers in the audit, where it is the auditor; else the documents within the scope that the auditor owns. */
  readonly auditee?: Text;
  readonly owned: readonly OwnedDocument[];
}

export interface OwnedDocument {
  readonly view: FileView;
  readonly owner: MetadataEntry;
}

interface Audit {
  readonly auditor: Text;
  readonly id?: string;
  readonly auditee?: Text;
  readonly scope: string;
}

/** The audits and the report of a file whose auditors answer for, or own, what is within their scope. */
export function dependentAuditorsIn(aims: Aims, view: FileView): readonly DependentAuditor[] {
  if (!isInForce(view)) return [];
  const found = auditsIn(aims, view).flatMap((audit) => {
    const { auditor, auditee, id } = audit;
    const base = { auditor, ...(id === undefined ? {} : { id }) };
    if (auditee && isSamePerson(aims, auditor.text, auditee.text)) return [{ ...base, auditee, owned: [] }];
    const scope = auditScopeOf(audit.scope);
    const owned = scope ? ownedBy(aims, auditor.text, scope) : [];
    return owned.length > 0 ? [{ ...base, owned }] : [];
  });
  // The whole text is searched, and hardly any document needs it.
  return found.length > 0 && saysExcepted(view.file.text) ? [] : found;
}

const auditsIn = (aims: Aims, view: FileView): readonly Audit[] => [
  ...recordsIn(view, aims.frameworks).flatMap(auditOf),
  ...reportOf(aims, view),
];

function auditOf({ type, fields, id }: AimsRecord): readonly Audit[] {
  const auditor = fields.get('auditor');
  if (!auditor || (type.name !== 'audit' && type.name !== 'audit-report')) return [];
  const auditee = type.name === 'audit' ? fields.get('auditee') : undefined;
  const scope = fields.get('scope')?.text ?? '';
  return [{ auditor, scope, ...(auditee ? { auditee } : {}), ...(id ? { id: id.text } : {}) }];
}

/** A report that is no record says it in its head: `Auditor: Sofie Dahl`, `Scope: clauses 4 to 7`. */
function reportOf(aims: Aims, view: FileView): readonly Audit[] {
  const isRecord = recordsIn(view, aims.frameworks).some(({ type }) => type.name === 'audit-report');
  const entry = view.document.fields.get('conducted_by');
  if (view.document.kind?.id !== 'audit-report' || isRecord || !entry || entry.value === '') return [];
  return [{ auditor: { text: entry.value, span: entry.valueSpan }, scope: scopeIn(view.file.text) }];
}

const LINE = /^[ \t>*_-]*(\p{L}[\p{L} ]{2,30})[*_]*:[*_]*[ \t]+(\S.*)$/gmu;

/** The line of a text that begins with a word for scope. */
const scopeIn = (text: string): string =>
  matchesOf(LINE, text).find(([, key]) => meaningsOf(key ?? '').get('audit-report')?.field === 'scope')?.[2] ?? '';

/** Documents that answer a clause or control within the scope. Those about auditing itself are the auditor's own. */
const ownedBy = (aims: Aims, auditor: string, scope: AuditScope): readonly OwnedDocument[] =>
  ownedDocuments(aims).filter(
    ({ view, owner }) => scope.covers(subjectOf(view) ?? '') && isSamePerson(aims, auditor, owner.value),
  );

const subjectOf = ({ document: { kind } }: FileView): string | undefined => kind?.clauses[0] ?? kind?.controls[0];

const ownedDocuments = memo((aims: Aims): readonly OwnedDocument[] =>
  viewsOf(aims).flatMap((view) => {
    const owner = view.document.fields.get('owner');
    const isJudged = isInForce(view) && subjectOf(view) !== undefined && !subjectOf(view)?.startsWith('9.2');
    return isJudged && owner && owner.value !== '' ? [{ view, owner }] : [];
  }),
);
