import type { Section } from '../framework/framework';
import type { FileView } from '../model/file-view';
import { sectionGapsIn } from '../model/section-gaps';
import { titlePlace } from '../model/title-place';
import { insertParts } from './insert-parts';
import { listed } from './listed';
import type { Report, Rule } from './rule';

/** A document of a known kind without a part that makes it what it is. */
export const documentSectionMissing: Rule = {
  meta: {
    name: 'document-section-missing',
    severity: 'warning',
    summary: 'A document lacks a part that documents of its kind cannot do without.',
    why: 'An auditor looks for certain parts in each document: when and by whom in an audit programme, actions and owners in a treatment plan. A document without them does not answer the clause it was written for.',
    basis: ['42001:7.5.1', '42001:7.5.2'],
    doubt:
      'The part may be headed in words nobody thought of: name its clause or control in the heading, as in "Who is told what (clause 7.4)". The text is looked at as well, and of documents with few headings only those that lack most parts are reported. Registers, documents that refer to others for it, and documents whose kind is known from their file name alone are not looked at.',
  },
  examples: {
    bad: [
      {
        text: '//- programme.md\n---\nkind: audit-programme\n---\n# Internal audits\n  ^^^^^^^^^^^^^^^ no part about "Auditors and independence"\n\n## Period\n\n2027, twice.\n\n## Coverage\n\nAll clauses.\n\n## Criteria\n\nISO/IEC 42001.\n\n## Reporting\n\nTo the board.\n\n## Basis\n\nRisk.\n\n## Records\n\nIn the archive.\n\n## History\n\nNone.',
      },
      {
        text: '//- control.md\n---\nkind: document-control\n---\n# Document control\n  ^^^^^^^^^^^^^^^^ no part about "Identification and format" or "Review and approval"\n\nWhoever writes something keeps it where others find it.',
      },
    ],
    good: [
      {
        text: '//- programme.md\n---\nkind: audit-programme\n---\n# Internal audits\n\n## 1. Zeitraum und Methoden\n\n2027\n\n## 2. Who audits (clause 9.2.2)\n\nNobody audits own work.',
      },
      {
        text: '//- programme.md\n---\nkind: audit-programme\n---\n# Internal audits\n\n| Audit | Frequency | Auditor |\n|---|---|---|\n| IA-1 | yearly | Head of Quality |',
      },
      {
        text: '//- control.md\n---\nkind: document-control\n---\n# Document control\n\nThe [procedure of the group](https://example.com/document-control) applies.',
      },
      {
        text: '//- control.md\n---\nkind: document-control\n---\n# Document control\n\nSee the [rules](rules.md).\n//- rules.md\n# Rules for documents\n\nIdentification and format are the same for all. Review and approval are up to the owner.',
      },
    ],
  },
  file: {
    reads: 'workspace',
    *check(view, aims) {
      const missing = sectionGapsIn(aims, view);
      if (missing.length > 0) yield report(view, missing);
    },
  },
};

const report = (view: FileView, missing: readonly Section[]): Report => ({
  ...titlePlace(view),
  message: message(view, missing),
  framework: '42001',
  subject: `document:${view.document.kind?.id}:sections`,
  fixes: insertParts(
    missing.length === 1
      ? 'Insert the missing section, to be filled in'
      : 'Insert the missing sections, to be filled in',
    view,
    missing.map((section) => ({ section, lines: [`[Insert ${section.title}]`] })),
  ),
});

function message({ document }: FileView, missing: readonly Section[]): string {
  const names = listed(
    missing.map(({ title }) => `"${title}"`),
    'or',
  );
  const ids = [...new Set(missing.flatMap(({ clause, control }) => (clause ? `clause ${clause}` : (control ?? []))))];
  const named = ids.length === 0 ? '' : `, or name ${listed(ids, 'and')} in the heading of the part that answers it`;
  return `This document (${document.kind?.title}) has no part about ${names}. Headings, bold leads, tables and lists were looked at, in four languages. Add ${missing.length === 1 ? 'it' : 'them'}${named}.`;
}
