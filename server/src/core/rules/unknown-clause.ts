import type { Framework } from '../framework/framework';
import { clausesTitled, controlsTitled } from '../framework/titles';
import type { Aims } from '../model/aims';
import type { RawReference } from '../model/facts';
import type { FileView, Reference } from '../model/file-view';
import { canonicalId, describeReason } from '../model/resolve';
import { isDenied } from './denied';
import { replace } from './fixes';
import type { Report, Rule } from './rule';
import { unknownOwn } from './unknown-own';

/** A clause number that ISO/IEC 42001 does not have. */
export const unknownClause: Rule = {
  meta: {
    name: 'unknown-clause',
    severity: 'error',
    summary: 'A clause number is cited that ISO/IEC 42001 does not have.',
    why: 'Clauses 4 to 10 are what an organization is certified against. A citation that leads nowhere cannot be followed by an auditor and often comes from a draft or from another standard.',
    basis: ['42001:7.5.3'],
    doubt: 'The number may be a clause of another standard or of a contract: name that standard in the same line.',
    quiet: true,
  },
  examples: {
    bad: [
      {
        text: '//- plan.md\n# Life cycle\n\nSee ISO/IEC 42001, Clause 8.5 for the life cycle.\n                          ^^^ has no clause `8.5`',
      },
      {
        text: '//- aims.yaml\norganization:\n  name: Example\nframeworks: ["42001"]\ndefault_framework: "42001"\n//- policy.md\n---\nkind: ai-policy\nclauses: ["5.2", "5.9"]\n                  ^^^ has no clause `5.9`\n---\n# Policy',
      },
      {
        text: '//- review.md\n---\nkind: management-review\nclauses: ["9.3", "9.4"]\n                  ^^^ has no clause `9.4`\n---\n# Minutes of the ISO/IEC 42001 management review',
      },
    ],
    good: [
      { text: '//- plan.md\n# Life cycle\n\nSee ISO/IEC 42001, Clause 8.4, and ISO 9001, Clause 8.5.' },
      { text: '//- CHANGELOG.md\n# Changes\n\nRemoved references to a non-existent Clause 8.5 of ISO/IEC 42001.' },
      { text: '//- contract.md\n# Contract\n\nClause 12.3 of this contract applies.' },
    ],
  },
  file: {
    reads: 'file',
    *check(view, aims) {
      const framework = aims.frameworks.get('42001');
      for (const reference of framework ? view.references : []) {
        if (framework && isUnknown(reference, view, aims) && !isMeantOtherwise(reference, framework, view))
          yield report(reference, framework, view.file.path);
      }
      for (const { reference, framework: own } of unknownOwn(view, aims))
        if (reference.raw.form === 'clause') yield report(reference, own, view.file.path);
    },
  },
};

/** Contracts and laws number their clauses too: outside 4 to 10 only a citation that names the standard counts. */
function isUnknown({ raw, framework, subject, reason }: Reference, view: FileView, aims: Aims): boolean {
  if (raw.form !== 'clause' || framework !== '42001' || subject !== 'unknown' || raw.numberedHeading) return false;
  if (reason === 'unique' || (reason === 'default' && !isStatedByKey(raw, view, aims))) return false;
  const chapter = Number(raw.id.split('.')[0]);
  const named = reason === 'explicit' || reason === 'column' || reason === 'line';
  return chapter >= 4 && chapter <= 10 ? true : named && chapter > 3 && !raw.bare;
}

/** `clauses: ["5.9"]` where the settings say what a bare number is: no contract is cited by a key. */
const isStatedByKey = (raw: RawReference, { file }: FileView, { config }: Aims): boolean =>
  config.path !== undefined &&
  raw.bare === true &&
  (file.facts.format === 'yaml' || raw.span.end <= (file.facts.frontMatter?.end ?? -1));

/** The line says that there is none, or the title is that of a control whose `A.` was dropped. */
const isMeantOtherwise = ({ raw }: Reference, framework: Framework, view: FileView): boolean =>
  isDenied(view.file.text, raw.span) ||
  (raw.title !== undefined && controlsTitled(framework, raw.title.text).includes(`A.${raw.id}`));

function report({ raw, reason }: Reference, framework: Framework, file: string): Report {
  const titled = raw.title ? clausesTitled(framework, raw.title.text)[0] : undefined;
  const siblings = siblingsOf(framework, raw.id);
  const last = siblings.at(-1);
  const ends = last === undefined ? '' : `; ${last.split('.').slice(0, -1).join('.')} ends at \`${last}\``;
  const hint = titled === undefined ? '' : ` "${raw.title?.text}" is clause \`${titled}\`.`;
  return {
    span: raw.span,
    message: `${framework.name} has no clause \`${raw.id}\`${ends}.${hint} Correct the number, or name the standard it belongs to. (${framework.short} is understood because ${describeReason(reason)}.)`,
    framework: framework.id,
    subject: canonicalId(framework.id, raw.id),
    fixes:
      titled === undefined
        ? []
        : [
            replace(
              `Change to \`${titled}\``,
              file,
              { start: raw.span.end - raw.id.length, end: raw.span.end },
              titled,
              { preferred: true },
            ),
          ],
  };
}

/** The clauses beside the place where this one would stand. */
function siblingsOf(framework: Framework, id: string): readonly string[] {
  for (let parent = id.replace(/\.?\d+$/, ''); ; parent = parent.replace(/\.?\d+$/, '')) {
    const children = [...framework.clauses.values()]
      .filter((clause) => (clause.parent ?? '') === parent)
      .map((clause) => clause.id);
    if (children.length > 0 || parent === '') return children;
  }
}
