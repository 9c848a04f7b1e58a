import type { Clause } from '../framework/framework';
import type { Aims } from '../model/aims';
import { canonicalId } from '../model/resolve';
import { assess } from '../readiness/assess';
import type { ClauseStanding } from '../readiness/readiness';
import { absencePlace } from './absence-place';
import { isEmptyAims, missingKinds } from './document-missing';
import type { Report, Rule } from './rule';

/** A lowest-level clause that no document covers. */
export const clauseUncovered: Rule = {
  meta: {
    name: 'clause-uncovered',
    severity: 'warning',
    summary: 'No document covers a clause of ISO/IEC 42001.',
    why: 'Every requirement of clauses 4 to 10 is audited. Where no document carries one, the auditor has only interviews to go by; for clauses that ask for documented information that is a nonconformity.',
    basis: ['42001:7.5.1'],
    doubt:
      'A document may cover the clause without naming it: add the clause to `clauses` in its front matter. Clauses that ask for no documented information are reported as information only.',
  },
  examples: {
    bad: [
      {
        text: '//- aims.yaml\norganization:\n^^^^^^^^^^^^^ No document covers 7.3\n  name: Northwind\n//- scope.md\n# AIMS scope\n\nISO/IEC 42001 covers the clinic.',
        note: 'Shown for one of the clauses.',
      },
    ],
    good: [],
  },
  *aims(aims) {
    const framework = aims.frameworks.get('42001');
    if (!framework || isEmptyAims(aims)) return;
    const explained = new Set(missingKinds(aims).flatMap((kind) => kind.clauses));
    for (const standing of assess(aims).clauses) {
      const clause = framework.clauses.get(standing.id);
      const open = standing.state === 'missing' || standing.state === 'mentioned';
      if (clause && open && !explained.has(clause.id)) yield report(aims, clause, standing);
    }
  },
};

function report(aims: Aims, clause: Clause, standing: ClauseStanding): Report {
  const documented = clause.documented.length > 0;
  const name = `${clause.id} ${clause.title}`;
  const lead =
    standing.state === 'missing'
      ? `No document covers ${name}, and none mentions it.`
      : `No document covers ${name}. ${standing.why}`;
  const holder = standing.state === 'mentioned' && aims.config.path === undefined ? standing.places[0] : undefined;
  const place = holder
    ? { file: holder.file, span: holder.span }
    : absencePlace(aims, [...clause.kinds, 'aims-manual', 'ai-policy', 'scope']);
  return {
    ...place,
    severity: documented ? 'warning' : 'info',
    message: `${lead} ${standing.next ?? ''}`.trimEnd(),
    framework: '42001',
    subject: canonicalId('42001', clause.id),
    related: standing.places.slice(0, 3).map(({ file, span, label }) => ({ file, span, message: label })),
  };
}
