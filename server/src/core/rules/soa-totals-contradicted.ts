import {
  type CountClaim,
  type Counted,
  claimsIn,
  mayCountControls,
  saysNothingExcluded,
} from '../framework/control-counts';
import type { Framework } from '../framework/framework';
import type { Aims } from '../model/aims';
import { type FileView, namesAims } from '../model/file-view';
import { type Soa, soasOf } from '../model/soa';
import { isChangeLog } from '../syntax/markdown/metadata/change-log';
import { stemOf } from '../text/path';
import { type Sentence, sentencesOf } from '../text/sentences';
import type { Report, Rule } from './rule';
import { type Count, countIn } from './soa-counts';
import { decides } from './soa-decisions';
import { countReport, isOfAll, namesOtherStandard, standardCounts } from './standard-counts';
import { type SummaryCount, summaryCounts } from './summary-table';

/** A number of controls that the table, or the standard, contradicts. */
export const soaTotalsContradicted: Rule = {
  meta: {
    name: 'soa-totals-contradicted',
    severity: 'warning',
    summary:
      'A sentence or a summary gives a number of controls that the Statement of Applicability or the standard contradicts.',
    why: 'Totals are what management and auditors read first. When they disagree with the rows, one of the two was not kept up to date, and nobody can tell which; "39 controls" shows that the list was not taken from the standard.',
    basis: ['42001:6.1.3', '42001:7.5.3'],
    doubt:
      'A number may count something else than the rows of the statement: say of what it is the number. Sentences about the past, wishes and conditions are left alone.',
  },
  examples: {
    bad: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\nOf 3 controls 1 is applicable and none is excluded.\n              ^ the table has 2\n                                  ^^^^ the table has 1\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.2.2 | AI policy | Yes | R-01 |\n| A.8.3 | External reporting | Yes | R-02 |\n| A.10.4 | Customers | No | We supply nothing to customers. |',
      },
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification | Status |\n|---|---|---|---|---|\n| A.2.2 | AI policy | Yes | R-01 | Implemented |\n| A.8.3 | External reporting | Yes | R-02 | Implemented |\n\n## Summary of controls\n\n| Status | Count |\n|---|---|\n| Implemented | 1 |\n                ^ the table has 2\n| Planned | 1 |\n| Total | 2 |',
      },
      {
        text: '//- guide.md\n# How we use ISO/IEC 42001\n\nThe standard lists 39 controls in Annex A.\n                   ^^ Annex A has 38\n\n- A.5 Assessing impacts of AI systems (4 controls)\n- A.6 AI system life cycle (10 controls)\n                            ^^ `A.6` has 9',
      },
    ],
    good: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\nOf the 38 controls of Annex A this part covers A.10: two are applicable, one is excluded. The ISMS has 93 controls. Target: all controls are implemented.\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.10.2 | Allocating responsibilities | Yes | R-01 |\n| A.10.3 | Suppliers | Yes | R-02 |\n| A.10.4 | Customers | No | We supply nothing to customers. |',
      },
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n36 of the 38 controls are applicable, 2 are excluded. All controls are implemented.\n\n| Control | Title | Applicable | Justification | Status |\n|---|---|---|---|---|\n| A.2.2 | AI policy | Yes | R-01 | Implemented |\n| A.10.4 | Customers | No | We supply nothing to customers. | |',
      },
      {
        text: '//- guide.md\n# ISO/IEC 42001 and ISO/IEC 27001\n\nISO/IEC 27001 Annex A has 93 controls, ISO/IEC 42001 has 38. The first draft previously spoke of 39 Annex A controls. We reviewed 12 controls in May.',
      },
    ],
  },
  file: {
    reads: 'workspace',
    *check(view, aims) {
      const framework = aims.frameworks.get('42001');
      if (!framework || isHistory(view)) return;
      const soa = soaIn(aims, view);
      if (soa && decides(view)) yield* ofStatement(view, framework, soa);
      else if (namesAims(view.file) && mayCountControls(view.file.text))
        yield* standardCounts(view, framework, sentencesIn(view));
    },
  },
};

/** What tells of earlier versions tells of their numbers. */
const isHistory = ({ file }: FileView): boolean => /change-?log|history|release-?notes/i.test(stemOf(file.path));

/** The statement that has a table in this file. */
function soaIn(aims: Aims, { file }: FileView): Soa | undefined {
  return soasOf(aims).find((soa) => soa.framework === '42001' && soa.tables.some((table) => table.file === file));
}

/** What stands outside the tables of controls and outside the history of the document. */
function sentencesIn({ file }: FileView, soa?: Soa): readonly Sentence[] {
  const left = file.facts.grids.filter((grid) => isChangeLog(grid) || soa?.tables.some((table) => table.grid === grid));
  return sentencesOf(
    file.text,
    left.map(({ span }) => span),
  );
}

function* ofStatement(view: FileView, framework: Framework, soa: Soa): Iterable<Report> {
  const sentences = sentencesIn(view, soa);
  const summaries = view.file.facts.grids.filter((grid) => !soa.tables.some((table) => table.grid === grid));
  const inTables = summaries.flatMap((grid) => summaryCounts(view, grid));
  for (const one of inTables) yield* summaryReport(view, framework, soa, one);
  const prose = sentences.filter(
    ({ span }) => !summaries.some((grid) => grid.span.start <= span.start && span.end <= grid.span.end),
  );
  yield* standardCounts(view, framework, prose);
  for (const sentence of prose) yield* sentenceReports(view, framework, soa, sentence);
}

function* summaryReport(view: FileView, framework: Framework, soa: Soa, one: SummaryCount): Iterable<Report> {
  const count = countIn(soa, framework, one.what, one.domain, one.label);
  if (count.allows(one.count)) return;
  const where = one.domain === undefined ? '' : ` of \`${one.domain}\``;
  const said = `The summary gives the number of ${NAMES[one.what]}${where} as ${one.count}, but the table has ${count.main}`;
  yield countReport(view, one.span, said, count.main);
}

const NAMES: Readonly<Record<Counted, string>> = {
  total: 'controls',
  applicable: 'applicable controls',
  excluded: 'excluded controls',
  implemented: 'implemented controls',
  'in-progress': 'controls in progress',
  planned: 'planned controls',
  'not-started': 'controls not started',
};

/** An id narrows what a sentence speaks of. */
const NARROWED = /(?<![\p{L}\p{N}.])[AB]\.\d/u;

function* sentenceReports(view: FileView, framework: Framework, soa: Soa, sentence: Sentence): Iterable<Report> {
  const { text, span } = sentence;
  if (NARROWED.test(text) || namesOtherStandard(text)) return;
  const claims = claimsIn(text);
  for (const claim of claims.length > 0 ? claims : saysNothingExcluded(text)) {
    const count = countIn(soa, framework, claim.what);
    if (claim.ofStandard || holds(claim, count, soa, framework)) continue;
    const place = { start: span.start + claim.span.start, end: span.start + claim.span.end };
    const said =
      claim.count === 'all'
        ? `This says that all are ${NAMES[claim.what]}`
        : `This gives the number of ${NAMES[claim.what]} as ${claim.count}`;
    yield countReport(view, place, `${said}, but the table has ${count.main}`, count.main);
  }
}

function holds({ what, count: said }: CountClaim, count: Count, soa: Soa, framework: Framework): boolean {
  if (said === 'all') return isOfEvery(what, count, soa, framework);
  if (what !== 'total' || count.allows(said)) return count.allows(said);
  // A smaller number is of a part of the controls, and "the 35 controls" may be those that are applicable.
  return !isOfAll(said) || STATES.some((state) => countIn(soa, framework, state).allows(said));
}

/** "All controls are implemented" leaves out those that are excluded. */
function isOfEvery(what: Counted, count: Count, soa: Soa, framework: Framework): boolean {
  const isDecision = what === 'applicable' || what === 'excluded';
  const wholes: readonly Counted[] = isDecision ? ['total'] : ['total', 'applicable'];
  return wholes.some((whole) => count.allows(countIn(soa, framework, whole).main));
}

const STATES: readonly Counted[] = ['applicable', 'excluded', 'implemented', 'in-progress', 'planned', 'not-started'];
