import type { Framework } from '../framework/framework';
import { judgeTitle, type TitleVerdict, titleOwners } from '../framework/titles';
import type { Aims } from '../model/aims';
import { type ControlTable, controlTablesIn } from '../model/control-table';
import type { Cell, Text } from '../model/facts';
import type { FileView, Reference } from '../model/file-view';
import type { Fix } from '../model/finding';
import { recordTablesIn } from '../model/records';
import { canonicalId } from '../model/resolve';
import type { Span } from '../text/span';
import { replace } from './fixes';
import type { Report, Rule } from './rule';

/** An id and a title that do not belong together. */
export const titleMismatch: Rule = {
  meta: {
    name: 'title-mismatch',
    severity: 'error',
    summary: 'An id stands beside the title of another control or clause.',
    why: 'A Statement of Applicability whose ids and titles disagree states decisions about controls nobody can identify. It is the commonest serious defect of published ones, and no check of ids alone can see it.',
    basis: ['42001:6.1.3', '42001:7.5.2'],
    doubt:
      'A title of your own wording may be taken for a wrong one: keep the official title and add your wording after a dash.',
    quiet: true,
  },
  examples: {
    bad: [
      {
        text: '//- soa.md\n# ISO/IEC 42001 controls\n\n| Control | Title |\n|---|---|\n| A.7.4 | Data provenance |\n          ^^^^^^^^^^^^^^^ is the title of `A.7.5`\n| A.7.5 | Data provenance |',
      },
      {
        text: '//- nc.md\n# ISO/IEC 42001\n\n## Clause 10.1 Nonconformity and corrective action\n               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ is the title of `10.2`',
      },
    ],
    good: [
      {
        text: '//- soa.md\n# ISO/IEC 42001 controls\n\n| Control | Title |\n|---|---|\n| A.7.4 | Quality of data for AI systems |\n| A.7.5 | Data provenance – where each record came from |',
      },
      { text: '//- policy.md\n# ISO/IEC 42001\n\n## 5.2 Purpose of this document' },
      {
        text: '//- evidence.yaml\nkind: evidence-register\nframeworks: ["42001"]\nevidence:\n  - id: E-1\n    title: Minutes of the release meeting\n    location: minutes.md\n    controls: [A.6.2.5]',
      },
      {
        text: '//- evidence.md\n# Evidence for ISO/IEC 42001\n\n| Evidence ID | Title | Control | Location | Collected |\n|---|---|---|---|---|\n| E-1 | Minutes of the release meeting | A.6.2.5 | minutes.md | 2026-03-01 |',
      },
      { text: '//- register.md\nThis register follows ISO/IEC 42001:2023 Clause 6.1 (AI risk assessment).' },
    ],
  },
  file: {
    reads: 'file',
    *check(view, aims) {
      const seen = new Set<number>();
      for (const framework of judgedIn(aims)) {
        for (const report of [...inTables(view, aims, framework), ...inText(view, framework)]) {
          if (!seen.has(report.span.start)) yield report;
          seen.add(report.span.start);
        }
      }
    },
  },
};

/** The standard of the AIMS and the frameworks of the organization. */
function judgedIn({ frameworks, config }: Aims): readonly Framework[] {
  const standard = frameworks.get('42001');
  return standard ? [standard, ...config.ownFrameworks] : config.ownFrameworks;
}

function* inTables(view: FileView, aims: Aims, framework: Framework): Iterable<Report> {
  for (const table of controlTablesIn(view, aims.frameworks)) {
    if (table.framework !== framework.id || isOfRecords(view, aims, table)) continue;
    for (const row of table.rows) {
      if (
        row.form !== 'annex-a' ||
        !row.title ||
        !framework.controls.has(row.id) ||
        isForeignSentence(framework, row.id, row.title.text)
      )
        continue;
      const report = judge(framework, view.file.path, row.id, row.span, row.title, table.titled);
      if (report) yield report;
    }
  }
}

/** What has a title in a register is the risk or the evidence, and the control belongs to it. */
const isOfRecords = (view: FileView, aims: Aims, { grid }: ControlTable): boolean =>
  recordTablesIn(view, aims.frameworks).some((one) => one.grid === grid);

/** An organization may word the titles of its own framework as sentences; one of those is a title all the same. */
const isForeignSentence = (framework: Framework, id: string, text: string): boolean =>
  isSentence(text) && !(framework.own && titleOwners(framework, id, text).length > 0);

/** A requirement put into words stands where a title could stand; it is none. */
function isSentence(text: string): boolean {
  const words = text.trim().split(/\s+/).length;
  return (
    words > 12 || /[.!?]$/.test(text.trim()) || /\b(?:is|are|was|were|has|have|shall|must|should|will)\b/i.test(text)
  );
}

/** Where the column is made for titles any other text is a wrong one; elsewhere only the title of another control is. */
function judge(
  framework: Framework,
  file: string,
  id: string,
  idSpan: Span,
  title: Cell,
  titled: boolean,
): Report | undefined {
  const verdict = judgeTitle(framework, id, title.text);
  if (verdict.verdict !== 'mismatch' || (!titled && verdict.belongsTo.length === 0)) return undefined;
  const official = titleOf(framework, id);
  const owner = verdict.belongsTo[0];
  const origin = verdict.catalogue
    ? ` This title comes from a list in circulation that does not match the standard (${verdict.catalogue.name}).`
    : '';
  return {
    span: title.span,
    message: `${saidOf(title.text, verdict, framework)}; \`${id}\` is ${official}. Change the ${owner === undefined ? 'title' : 'id or the title'}.${origin}`,
    framework: framework.id,
    subject: canonicalId(framework.id, id),
    fixes: fixesFor(file, id, idSpan, title.span, official, owner),
  };
}

const titleOf = (framework: Framework, id: string): string =>
  framework.controls.get(id)?.title ?? framework.clauses.get(id)?.title ?? framework.objectives.get(id)?.title ?? '';

const shortened = (written: string): string => (written.length > 80 ? `${written.slice(0, 77)}…` : written);

const said = (written: string, owner: string): string => `"${shortened(written)}" is the title of \`${owner}\``;

/** Whose title it is, as far as that is known: of an id of the same sort, nearly of one, or of a clause or group. */
function saidOf(written: string, verdict: TitleVerdict & { verdict: 'mismatch' }, framework: Framework): string {
  const [owner] = verdict.belongsTo;
  if (owner !== undefined)
    return verdict.exact ? said(written, owner) : `"${shortened(written)}" is nearly the title of \`${owner}\``;
  const other = verdict.titleOf.slice(0, 2);
  if (other.length === 0) return `"${shortened(written)}" is not a title of ${framework.short}`;
  const ids = other.map((id) => `\`${id}\``).join(' and ');
  const noun = framework.clauses.has(other[0] ?? '') ? (other.length === 1 ? 'clause' : 'clauses') : 'the group';
  return `"${shortened(written)}" is the title of ${noun} ${ids}, which ${other.length === 1 ? 'is no control' : 'are no controls'}`;
}

/** Two readings, two fixes: the id was meant, or the title was. */
function fixesFor(
  file: string,
  id: string,
  idSpan: Span,
  title: Span,
  official: string,
  owner: string | undefined,
): readonly Fix[] {
  const keepId = replace(`Keep \`${id}\`: change the title to "${official}"`, file, title, official, {
    preferred: owner === undefined,
  });
  return owner === undefined
    ? [keepId]
    : [keepId, replace(`Keep the title: change the id to \`${owner}\``, file, idSpan, owner)];
}

/** In headings and prose only the exact title of another id is a mismatch: everything else may be a sentence. */
function* inText(view: FileView, framework: Framework): Iterable<Report> {
  for (const reference of view.references) {
    const title = reference.raw.title;
    if (!title || !isOurs(reference, view, framework.id) || isListed(title)) continue;
    const owners = titleOwners(framework, reference.raw.id, title.text);
    // A chapter that carries the title of one of its clauses is not wrong.
    if (owners.some((id) => id.startsWith(`${reference.raw.id}.`))) continue;
    const owner = owners.find((id) => isTaken(reference, id));
    if (owner === undefined || isNamedBeside(view, reference, owner)) continue;
    const official = titleOf(framework, reference.raw.id);
    const length = titleLength(title);
    const span = { start: title.span.start, end: title.span.start + length };
    const idSpan = { start: reference.raw.span.end - reference.raw.id.length, end: reference.raw.span.end };
    yield {
      span,
      message: `${said(title.text.slice(0, length), owner)}; \`${reference.raw.id}\` is ${official}. Change the id or the title.`,
      framework: framework.id,
      subject: canonicalId(framework.id, reference.raw.id),
      fixes: fixesFor(view.file.path, reference.raw.id, idSpan, span, official, owner),
    };
  }
}

/** A numbered heading of a document is a clause only if its title fits; one of a list may be followed by the next. */
function isOurs({ raw, framework, subject }: Reference, { context }: FileView, wanted: string): boolean {
  if (raw.chapterRange || raw.form === 'annex-b') return false;
  if (raw.numberedHeading)
    return (
      (raw.heading ?? context.path.clause ?? context.declared.clause ?? context.only.clause) === wanted &&
      subject === 'clause'
    );
  return framework === wanted && (subject === 'clause' || subject === 'control');
}

/** `A.8.3/A.8.5 — External reporting`: the title belongs to one of the list. */
const isNamedBeside = (view: FileView, { raw }: Reference, owner: string): boolean =>
  view.references.some(
    (other) =>
      other.raw.id === owner && raw.span.start - other.raw.span.end >= 0 && raw.span.start - other.raw.span.end < 12,
  );

const isListed = (title: Text): boolean => /^(?:and|und|et|y|or)\b/i.test(title.text);

const titleLength = (title: Text): number =>
  (title.text.split(/\s[–—-]\s|[:(;|]/, 1)[0] ?? title.text).trimEnd().length;

/** Sections of a document are numbered as well: of numbered headings only neighbours are taken for swapped. */
function isTaken({ raw }: Reference, owner: string): boolean {
  if (raw.form !== 'clause') return true;
  return !raw.numberedHeading || (raw.id.includes('.') && owner.split('.')[0] === raw.id.split('.')[0]);
}
