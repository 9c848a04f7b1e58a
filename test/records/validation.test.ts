import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkWith } from '../../server/src/core/check';
import { recordsOf } from '../../server/src/core/model/records';
import { riskScheme } from '../../server/src/core/model/risk-scheme';
import { deadReference } from '../../server/src/core/rules/dead-reference';
import { duplicateId } from '../../server/src/core/rules/duplicate-id';
import { metadataDateInvalid } from '../../server/src/core/rules/metadata-date-invalid';
import { recordInvalid } from '../../server/src/core/rules/record-invalid';
import { riskLevelInconsistent } from '../../server/src/core/rules/risk-level-inconsistent';
import { riskResidualUnaccepted } from '../../server/src/core/rules/risk-residual-unaccepted';
import { workspace } from '../support/workspace';

const RULES = [
  deadReference,
  duplicateId,
  metadataDateInvalid,
  recordInvalid,
  riskLevelInconsistent,
  riskResidualUnaccepted,
];

/** What the rules about records find: severity, rule and the text they point at. */
function found(text: string): readonly string[] {
  const { aims } = workspace(text);
  return checkWith(RULES, aims).map(
    ({ severity, rule, file, span }) =>
      `${severity} ${rule}: ${aims.files.get(file)?.text.slice(span.start, span.end) ?? ''}`,
  );
}

const table = (heading: string, header: string, ...rows: readonly string[]): string =>
  `//- a.md\n# Register of the AI management system\n\n## ${heading}\n\n| ${header} |\n|${header.replace(/[^|]+/g, '---')}|\n${rows.map((row) => `| ${row} |`).join('\n')}\n`;

const FORMS: readonly (readonly [string, (treatment: string, due: string) => string])[] = [
  [
    'YAML',
    (treatment, due) =>
      `//- a.yaml\nrisks:\n  - id: R-1\n    description: Old data\n    treatment: ${treatment}\n    due: ${due}\n`,
  ],
  [
    'front matter',
    (treatment, due) =>
      `//- a.md\n---\nkind: risk\nid: R-1\ndescription: Old data\ntreatment: ${treatment}\ndue: ${due}\n---\n\n# A risk\n`,
  ],
  [
    'a table',
    (treatment, due) =>
      table('Risk register', 'Risk ID | Risk | Treatment | Due', `R-1 | Old data | ${treatment} | ${due}`),
  ],
  ['CSV', (treatment, due) => `//- risk-register.csv\nRisk ID,Risk,Treatment,Due\nR-1,Old data,${treatment},${due}\n`],
];

describe.each(FORMS)('a record in %s', (_, write) => {
  test('with a slip and a day no calendar has is invalid', () => {
    expect(found(write('mitigaet', '2026-02-30'))).toEqual([
      'warning record-invalid: mitigaet',
      'warning record-invalid: 2026-02-30',
    ]);
  });
  test.each([
    ['Mitigate', '3 October 2026'],
    ['Treated', 'every release'],
    ['n/a', 'Q3 2026'],
    ['Retrain the model each month on new data', '17 June 2026: all passed'],
    ['TBD', 'annual'],
  ])('with %s and %s is left alone', (treatment, due) => expect(found(write(treatment, due))).toEqual([]));
});

test('a tick is an outcome', () => {
  const rows = ['V-1 | Speed | ✅', 'V-2 | Fairness | ❌', 'V-3 | Security | ✅'];
  expect(found(table('Test results', 'Test ID | Test | Passed', ...rows))).toEqual([]);
  const { aims } = workspace(table('Test results', 'Test ID | Test | Passed', ...rows));
  const records = [...aims.files.values()].flatMap((file) => recordsOf(aims, file));
  expect(records.map((record) => record.fields.get('outcome')?.text)).toEqual(['✅', '❌', '✅']);
});

test('letters that have changed places are a slip, in short words too', () => {
  expect(found('//- a.yaml\nrisks:\n  - id: R-1\n    description: x\n    treatment: aviod\n')).toEqual([
    'warning record-invalid: aviod',
  ]);
});

describe('a value that nobody knows', () => {
  test('counts in a list in the words of the schema', () => {
    expect(found('//- a.yaml\nrisks:\n  - id: R-1\n    description: x\n    treatment: hope\n')).toEqual([
      'info record-invalid: hope',
    ]);
    expect(found('//- a.yaml\nrisks:\n  - id: R-1\n    description: x\n    response: hope\n')).toEqual([]);
  });
  test('counts in a column whose other values are known', () => {
    const rows = ['R-1 | a | Avoid', 'R-2 | b | Mitigate', 'R-3 | c | Transfer'];
    expect(found(table('Risks', 'Risk ID | Risk | Response', ...rows, 'R-4 | d | Hope'))).toEqual([
      'info record-invalid: Hope',
    ]);
    expect(found(table('Risks', 'Risk ID | Risk | Response', 'R-1 | a | Avoid', 'R-4 | d | Hope'))).toEqual([]);
  });
});

describe('a gap', () => {
  const HEADER = 'Supplier ID | Supplier | Service | Owner';
  test('that other rows fill is named at its record', () => {
    expect(found(table('Supplier register', HEADER, 'S-1 | Acme | model | Ann', 'S-2 |  | hosting | Ann'))).toEqual([
      'warning record-invalid: S-2',
    ]);
  });
  test.each([
    ['a dash', ['S-1 | Acme | model | Ann', 'S-2 | – | hosting | Ann']],
    ['a column nobody fills', ['S-1 |  | model | Ann', 'S-2 |  | hosting | Ann']],
    ['a row with hardly anything in it', ['S-1 | Acme | model | Ann', 'S-2 |  |  | ']],
    ['an empty first cell, which continues the row above', ['S-1 | Acme | model | Ann', ' | Acme | hosting | Bob']],
  ])('is none where there is %s', (_, rows) => expect(found(table('Supplier register', HEADER, ...rows))).toEqual([]));
  test('throughout a list counts where every key is understood', () => {
    const list = (more: string) => `//- a.yaml\nsystems:\n  - id: bot\n    name: Bot\n    purpose: x\n${more}`;
    expect(found(list(''))).toEqual(['info record-invalid: systems']);
    expect(found(list('    custodian: Ann\n'))).toEqual([]);
    expect(found(list('    owner: Ann\n'))).toEqual([]);
  });
  test('in a list that tells more of known records is none', () => {
    expect(
      found(
        '//- a.yaml\nsystems:\n  - id: bot\n    name: Bot\n    purpose: x\n    owner: Ann\n//- b.yaml\nsystems:\n  - id: bot\n    stage: testing\n',
      ),
    ).toEqual([]);
  });
});

describe('a date', () => {
  const dates = (...all: readonly string[]) =>
    found(
      table('Incident log', 'Incident ID | What happened | Date', ...all.map((date, n) => `I-${n} | x${n} | ${date}`)),
    );
  test('of which nobody knows the month is named', () => {
    expect(dates('3/4/2026')).toEqual(['warning record-invalid: 3/4/2026']);
  });
  test('is clear where a number of its column tells', () => {
    expect(dates('3/4/2026', '25/4/2026')).toEqual([]);
    expect(dates('13/04/2026')).toEqual([]);
    expect(dates('3/4/2026', 'as on 4/30/2026')).toEqual([]);
  });
  const single = (kind: string, key: string): readonly string[] =>
    found(`//- a.md\n---\nkind: ${kind}\nid: X-1\ntitle: x\ndescription: x\nname: x\n${key}: 2026-02-30\n---\n# x\n`);
  test.each([
    ['risk', 'next_review', 'record-invalid'],
    ['ai-system', 'last_review', 'record-invalid'],
    ['verification', 'date', 'record-invalid'],
    ['impact-assessment', 'next_review', 'metadata-date-invalid'],
    ['management-review', 'date', 'metadata-date-invalid'],
    ['audit-report', 'date', 'metadata-date-invalid'],
  ])('of one %s in a document of its own, as %s, is told of once', (kind, key, rule) => {
    expect(single(kind, key)).toEqual([`warning ${rule}: 2026-02-30`]);
  });
});

describe('a reference', () => {
  const RISKS = '//- r.yaml\nrisks:\n  - id: R-01\n    description: Old data\n  - id: R-02\n    description: Drift\n';
  const SOA = (risks: string) =>
    `//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification | Risks |\n|---|---|---|---|---|\n| A.2.2 | AI policy | Yes | needed | ${risks} |\n`;
  test('of a row of the SoA to a risk nobody declares is named', () => {
    expect(found(`${RISKS}${SOA('R-01, R-09')}`)).toEqual(['warning dead-reference: R-09']);
  });
  test.each([
    'R-01; r-02',
    'none',
    'all of R-01 and R-02',
    'ISMS-7',
    'see register',
    '–',
    'R-01 to R-02',
    '[R-02](r.yaml)',
  ])('as in "%s" is none', (risks) => expect(found(`${RISKS}${SOA(risks)}`)).toEqual([]));
  test('without a number is named if it is one slip away', () => {
    const systems = (system: string) =>
      `//- s.yaml\nsystems:\n  - id: triage-bot\n    name: Bot\n    purpose: x\n    owner: Ann\n//- r.yaml\nrisks:\n  - id: R-01\n    description: Old data\n    system: ${system}\n`;
    expect(found(systems('triage-bto'))).toEqual(['warning dead-reference: triage-bto']);
    expect(found(systems('e-commerce'))).toEqual([]);
  });
  test('in a template is none', () => {
    expect(found(`${RISKS}${SOA('R-09').replace('soa.md', 'templates/soa.md')}`)).toEqual([]);
  });
});

describe('an id', () => {
  const HEADER = 'Risk ID | Risk | Likelihood | Impact';
  test('of two risks of one list is named at both', () => {
    expect(found(table('Risks', HEADER, 'R-1 | Old data | 1 | 2', 'R-1 | Drift | 1 | 2'))).toEqual([
      'warning duplicate-id: R-1',
      'warning duplicate-id: R-1',
    ]);
  });
  test('that comes back with the same name is none', () => {
    expect(found(table('Risks', HEADER, 'R-1 | Old data | 1 | 2', 'R-1 | Old data | 2 | 2'))).toEqual([]);
  });
  test.each([
    ['in two registers of one folder', 'a.yaml', 'b.yaml', '', 2],
    ['in the registers of two folders', 'x/a.yaml', 'y/b.yaml', '', 0],
    ['in an older edition', 'a.yaml', 'b.yaml', 'status: superseded\n', 0],
  ])('of two risks %s', (_, first, second, status, expected) => {
    const register = (path: string, more: string, risk: string) =>
      `//- ${path}\nkind: risk-register\n${more}risks:\n  - id: R-1\n    description: ${risk}\n`;
    expect(found(`${register(first, '', 'Old data')}${register(second, status, 'Drift')}`)).toHaveLength(expected);
  });
  test('may come again in the findings of another audit', () => {
    const report = (n: number, finding: string) =>
      `//- audit-${n}.md\n---\nkind: audit-report\n---\n# Internal audit report ${n}\n\n## Findings\n\n| Finding ID | Finding | Class | Clause |\n|---|---|---|---|\n| F-1 | ${finding} | minor | 9.1 |\n`;
    expect(found(`${report(1, 'Late comparison')}${report(2, 'No reason given')}`)).toEqual([]);
  });
});

const SCHEME =
  '//- m.md\n---\nkind: risk-methodology\nacceptance: low\n---\n# AI risk methodology\n\n| Level | Score |\n|---|---|\n| low | 1–5 |\n| medium | 6–11 |\n| high | 12–25 |\n';

describe('ratings', () => {
  const rated = (...fields: readonly string[]) =>
    found(
      `${SCHEME}//- r.yaml\nkind: risk-register\nrisks:\n  - id: R-1\n    description: x\n    controls: [A.7.4]\n${fields.map((one) => `    ${one}\n`).join('')}`,
    );
  test.each([
    [['likelihood: 4', 'impact: 4', 'level: medium'], ['warning risk-level-inconsistent: medium']],
    [['level: medium (15)'], ['warning risk-level-inconsistent: medium (15)']],
    [['residual: 4 (medium)'], ['warning risk-level-inconsistent: 4 (medium)']],
    [['likelihood: 3/5', 'impact: 4/5', 'level: medium'], []],
    [['likelihood: likely', 'impact: severe', 'level: medium'], []],
    [['likelihood: 3', 'impact: 4', 'level: critical'], []],
    [['likelihood: 3', 'impact: 4', 'level: HIGH'], []],
    [['likelihood: 3-4', 'impact: 4', 'level: medium'], []],
  ])('of %s give %s', (fields, expected) => expect(rated(...fields)).toEqual(expected));
  test('of a column of numbers called a level are scores', () => {
    const rows = ['R-1 | a | 2 | 3 | 6', 'R-2 | b | 4 | 4 | 16', 'R-3 | c | 1 | 5 | 5', 'R-4 | d | 4 | 3 | 21'];
    expect(found(table('Risks', 'Risk ID | Risk | Likelihood | Impact | Inherent risk', ...rows))).toEqual([
      'warning risk-level-inconsistent: 21',
    ]);
  });
  describe('by a matrix', () => {
    const matrix = (corner: string, last = 'high') =>
      `//- m.md\n---\nkind: risk-methodology\n---\n# AI risk methodology\n\n## Matrix\n\n| ${corner} | 1 Minor | 2 Major | 3 Severe |\n|---|---|---|---|\n| 1 Rare | Low | Low | Medium |\n| 2 Possible | Low | Medium | High |\n| 3 Likely | Medium | High | ${last} |\n`;
    const register = (...rows: readonly string[]) =>
      table('Risks', 'Risk ID | Risk | Likelihood | Impact | Level', ...rows);
    const wrong = ['warning risk-level-inconsistent: Medium'];
    test.each([
      ['names', 'Likely | Major', wrong],
      ['numbers', '3 | 2', wrong],
      ['both', '3 (Likely) | 2 – Major', wrong],
      ['names that fit', 'Possible | Major', []],
      ['names of others', 'Often | Major', []],
    ])('%s', (_, pair, expected) =>
      expect(found(`${matrix('Likelihood / Impact')}${register(`R-1 | x | ${pair} | Medium`)}`)).toEqual(expected),
    );
    test('whose axes are told by arrows', () => {
      const text = matrix('Impact ↓ / Likelihood →').replace(
        '| 1 Rare | Low | Low | Medium |',
        '| 1 Rare | Low | Low | High |',
      );
      expect(found(`${text}${register('R-1 | x | Severe | Rare | Medium')}`)).toEqual(wrong);
      expect(found(`${text}${register('R-1 | x | Rare | Severe | Medium')}`)).toEqual([]);
    });
    test('whose axes nobody can tell is left alone', () => {
      const text = matrix('Likelihood / Impact').replace(
        '| 1 Rare | Low | Low | Medium |',
        '| 1 Rare | Low | Low | High |',
      );
      expect(found(`${text}${register('R-1 | x | Likely | Major | Medium')}`)).toEqual([]);
    });
    test('that the register does not follow is left alone', () => {
      const rows = [
        'R-1 | x | Likely | Major | Low',
        'R-2 | y | Rare | Minor | High',
        'R-3 | z | Possible | Major | Low',
      ];
      expect(found(`${matrix('Likelihood / Impact')}${register(...rows)}`)).toEqual([]);
    });
  });
  test('by two methodologies that disagree are left alone', () => {
    const other = SCHEME.replace('m.md', 'isms/m.md').replace('6–11', '6–16').replace('12–25', '17–25');
    expect(
      found(
        `${SCHEME}${other}//- r.yaml\nkind: risk-register\nrisks:\n  - id: R-1\n    description: x\n    likelihood: 4\n    impact: 4\n    level: medium\n    controls: [A.7.4]\n`,
      ),
    ).toEqual([]);
  });
  test('outside of the declared scale are named', () => {
    expect(
      found(
        '//- r.yaml\nkind: risk-register\nrisk:\n  likelihood: [rare, possible, likely]\n  levels:\n    low: 1-3\n    high: 4-9\nrisks:\n  - id: R-1\n    description: x\n    likelihood: 5\n    impact: 1\n',
      ),
    ).toEqual(['warning risk-level-inconsistent: 5']);
  });
  test('a table that counts the risks of each level is no scheme', () => {
    expect(
      found(
        `//- risk-register.md\n# AI risk register\n\n## Risks\n\n| Risk ID | Risk | Likelihood | Impact | Level |\n|---|---|---|---|---|\n| R-1 | x | 2 | 3 | low |\n\n## Summary\n\n| Level | Number |\n|---|---|\n| low | 3 |\n| high | 6 |\n`,
      ),
    ).toEqual([]);
  });
  test('what was accepted is no less than what remains', () => {
    const acceptance = (score: number) =>
      `//- acceptance.md\n---\nkind: residual-risk-acceptance\n---\n# Acceptance of residual AI risks\n\n| Risk | Residual score | Accepted by |\n|---|---|---|\n| R-1 | ${score} | Ann |\n`;
    const register =
      '//- r.yaml\nkind: risk-register\nrisks:\n  - id: R-1\n    description: x\n    likelihood: 3\n    impact: 4\n    residual: 8\n';
    expect(found(`${register}${acceptance(6)}`)).toEqual(['warning risk-level-inconsistent: 6']);
    expect(found(`${register}${acceptance(8)}`)).toEqual([]);
    expect(found(`${register}${acceptance(9)}`)).toEqual([]);
  });
});

test('a methodology written from the template declares a scheme', () => {
  const template = readFileSync(
    resolve(import.meta.dirname, '../../server/data/frameworks/iso-42001/templates/risk-methodology.md'),
    'utf8',
  );
  const filled = template
    .replace('| [Insert range] | medium', '| 6 to 11 | medium')
    .replace('| [Insert range] | high', '| 12 to 19 | high')
    .replace('| [Insert range] | unacceptable', '| 20 to 25 | unacceptable')
    .replace(/(\*\*Acceptance level:\*\*) \[.*?\]/, '$1 low')
    .replace(/\[Insert[^\]]*\]/g, 'something')
    .replaceAll(' (example)', '');
  const scheme = riskScheme(workspace(`//- risk-methodology.md\n---\nkind: risk-methodology\n---\n${filled}`).aims);
  expect(scheme?.levels.map(({ name, from, to }) => `${name} ${from}-${to}`)).toEqual([
    'low 1-5',
    'medium 6-11',
    'high 12-19',
    'unacceptable 20-25',
  ]);
  expect(scheme?.acceptance?.text).toBe('low');
  expect(scheme?.likelihood?.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5]);
});

describe('a risk above the accepted level', () => {
  const risk = (fields: string, more = '', scheme = SCHEME) =>
    found(
      `${scheme}//- r.yaml\nkind: risk-register\nrisks:\n  - id: R-1\n    description: x\n    likelihood: 3\n    impact: 4\n${fields}${more}`,
    );
  test('without an answer is named', () => {
    expect(risk('    level: high\n')).toEqual(['warning risk-residual-unaccepted: high']);
  });
  test.each([
    ['a treatment', '    level: high\n    treatment: modify\n'],
    ['a control', '    level: high\n    controls: [A.7.4]\n'],
    ['an acceptance', '    level: high\n    treatment: retain\n    accepted_by: Ann\n'],
    ['a residual risk within the line', '    level: high\n    residual: low\n'],
  ])('is answered by %s', (_, fields) => expect(risk(fields)).toEqual([]));
  test('is answered by the treatment plan', () => {
    const plan = '//- p.md\n---\nkind: risk-treatment-plan\n---\n# Risk treatment plan\n\nR-1: a test set.\n';
    expect(risk('    level: high\n', plan)).toEqual([]);
  });
  test('is not judged where acceptance is told in sentences', () => {
    const told = SCHEME.replace(
      'acceptance: low',
      'acceptance: low risks are accepted by their owners, others by the board',
    );
    expect(risk('    level: high\n', '', told)).toEqual([]);
  });
});

describe('ratings in words', () => {
  const yaml = (...risks: readonly string[]): string =>
    `//- register.yaml\nkind: risk-register\nrisk:\n  likelihood: [rare, unlikely, possible, likely, certain]\n  impact: [negligible, minor, moderate, major, severe]\n  levels:\n    low: 1-5\n    medium: 6-11\n    high: 12-25\n  acceptance: low\nrisks:\n${risks.map((risk, index) => `  - {id: R-${index}, description: x, ${risk}}\n`).join('')}`;
  test('are rated as their numbers are', () => {
    expect(found(yaml('likelihood: certain, impact: severe, level: low'))).toEqual([
      'warning risk-level-inconsistent: low',
    ]);
    expect(found(yaml('likelihood: Possible, impact: moderate, level: medium, treatment: modify'))).toEqual([]);
  });
  test('that the scheme does not have are named, and slips mended', () => {
    expect(
      found(
        yaml(
          'likelihood: posible, impact: moderate, level: meduim, treatment: modify',
          'likelihood: likely, impact: minor, level: medium, treatment: modify',
          'likelihood: likely, impact: minor, level: extreme, treatment: modify',
        ),
      ),
    ).toEqual([
      'warning risk-level-inconsistent: posible',
      'warning risk-level-inconsistent: meduim',
      'warning risk-level-inconsistent: extreme',
    ]);
  });
  test('of a register that follows other words are left alone', () => {
    expect(found(yaml('likelihood: selten, level: gering', 'likelihood: oft, level: hoch', 'level: mittel'))).toEqual(
      [],
    );
  });
  test('of a matrix without scores are held against the level that is accepted', () => {
    const matrix = (steps: readonly string[]): string =>
      `//- method.md\n---\nkind: risk-methodology\n---\n# AI risk methodology\n\n**Acceptance level:** low\n\n| Likelihood ↓ / Impact → | ${steps.join(' | ')} |\n|---|---|---|---|\n${steps.map((step, row) => `| ${step} | ${['low | low | medium', 'low | medium | high', 'medium | high | high'][row]} |\n`).join('')}`;
    const register =
      '//- register.md\n# AI risk register\n\n| Risk ID | Description | Likelihood | Impact | Level | Treatment | Owner | Residual | Accepted by |\n|---|---|---|---|---|---|---|---|---|\n| R-01 | a | 1 | 1 | low | retain | CTO | | |\n| R-02 | b | 3 | 3 | high | retain | CTO | high | |\n| R-03 | c | 3 | 3 | high | modify | CTO | medium | CEO |\n| R-04 | d | 3 | 1 | medium | retain | CTO | | |\n';
    expect(found(`${matrix(['1', '2', '3'])}${register}`)).toEqual([
      'warning risk-residual-unaccepted: high',
      'warning risk-residual-unaccepted: medium',
    ]);
    // Nobody can tell which of the corners is the low one.
    expect(found(`${matrix(['alpha', 'beta', 'gamma'])}${register}`)).toEqual([]);
  });
});
