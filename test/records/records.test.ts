import { describe, expect, test } from 'vitest';
import { type AimsRecord, recordsOf, recordTablesOf } from '../../server/src/core/model/records';
import type { RecordType } from '../../server/src/core/records/record-type';
import { RECORD_TYPES } from '../../server/src/core/records/record-types';
import { workspace } from '../support/workspace';

/** The records of the only file that has any. */
function recordsIn(text: string): readonly AimsRecord[] {
  const { aims } = workspace(text);
  return [...aims.files.values()].flatMap((file) => recordsOf(aims, file));
}

const said = ({ type, id, name, fields }: AimsRecord) => ({
  type: type.name,
  id: id?.text,
  name: name?.text,
  fields: Object.fromEntries([...fields].map(([field, value]) => [field, value.text]).sort()),
});

const quoted = (value: string): string => `"${value.replaceAll('"', '\\"')}"`;

const yaml = ({ collection, fields }: RecordType): string =>
  `//- records.yaml\n${collection}:\n${fields.map((field, index) => `${index === 0 ? '  - ' : '    '}${field.name}: ${quoted(field.example)}`).join('\n')}\n`;

const frontMatter = ({ name, fields }: RecordType): string =>
  `//- record.md\n---\nkind: ${name}\n${fields.map((field) => `${field.name}: ${quoted(field.example)}`).join('\n')}\n---\n\n# A record\n`;

const table = ({ title, collection, fields }: RecordType): string =>
  `//- records.md\n# Records\n\n## ${title}s, ${collection.replaceAll('_', ' ')}\n\n${['name', 'rule', 'example'].map((row) => `| ${fields.map((field) => (row === 'name' ? header(field.name) : row === 'rule' ? '---' : field.example)).join(' | ')} |`).join('\n')}\n`;

const header = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('_', ' ')}`;

const csv = ({ collection, fields }: RecordType): string =>
  `//- ${collection}.csv\n${fields.map((field) => field.name).join(',')}\n${fields.map((field) => quoted(field.example)).join(',')}\n`;

describe.each(RECORD_TYPES.map((type) => [type.name, type] as const))('%s', (_, type) => {
  const expected = {
    type: type.name,
    id: type.fields.find((field) => field.declares)?.example,
    name: type.fields.find((field) => field.names)?.example,
    fields: Object.fromEntries(type.fields.map((field) => [field.name, field.example]).sort()),
  };
  test.each([
    ['YAML', yaml],
    ['front matter', frontMatter],
    ['a table', table],
    ['CSV', csv],
  ] as const)('is the same record in %s', (_shape, write) => {
    expect(recordsIn(write(type)).map(said)).toEqual([expected]);
  });
});

describe('recognition', () => {
  const types = (text: string): readonly string[] => {
    const { aims } = workspace(text);
    return [...aims.files.values()].flatMap((file) =>
      recordTablesOf(aims, file).map((one) => `${one.type.name} by ${one.reason}`),
    );
  };
  test('a list of YAML is known by its key, in any language', () => {
    expect(types('//- a.yaml\nRisiken:\n  - Nr: R-1\n    Beschreibung: Daten sind alt\n')).toEqual(['risk by key']);
  });
  test('a table is known by the kind of its document or the heading above it', () => {
    expect(
      types(
        '//- risk-register.md\n# Our list\n\n| No | Risk | Owner |\n|---|---|---|\n| R-1 | Old data of the AI | Ann |\n',
      ),
    ).toEqual(['risk by kind']);
    expect(
      types(
        '//- a.md\n# Plan\n\n## Suppliers\n\n| Supplier | What | Assessed |\n|---|---|---|\n| Acme | model | 2026 |\n',
      ),
    ).toEqual(['supplier by heading']);
  });
  test('columns alone have to be unmistakable', () => {
    expect(
      types(
        '//- a.md\n# Notes\n\n| Risk ID | Risk | Likelihood | Impact | Owner |\n|---|---|---|---|---|\n| R-1 | Old data | 2 | 3 | Ann |\n',
      ),
    ).toEqual(['risk by columns']);
    expect(
      types('//- a.md\n# Notes\n\n| ID | Description | Owner | Status |\n|---|---|---|---|\n| 1 | x | Ann | open |\n'),
    ).toEqual([]);
  });
  test.each([
    [
      'a Statement of Applicability',
      '# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification | Status | Evidence | Owner |\n|---|---|---|---|---|---|---|\n| A.2.2 | AI policy | Yes | R-1 | Implemented | x.md | Ann |',
    ],
    [
      'a scale',
      '# AI risk register\n\n## Likelihood\n\n| Score | Level | Description |\n|---|---|---|\n| 1 | rare | less than once a year |',
    ],
    [
      'an audit checklist',
      '# Internal audit report\n\n| Control | Audit question | Evidence | Finding |\n|---|---|---|---|\n| A.2.2 | Is there a policy? | policy | none |',
    ],
    [
      'a change history',
      '# AI policy\n\n## Change log\n\n| Version | Date | Change | Approved by |\n|---|---|---|---|\n| 1.0 | 2026-01-01 | first | Ann |',
    ],
    [
      'categories',
      '# Guide\n\n## AI risks\n\n| Risk category | Description | Mitigation |\n|---|---|---|\n| Vendor | they change the model | contract |',
    ],
  ])('%s holds no records', (_name, text) => {
    expect(types(`//- a.md\n${text}\n`)).toEqual([]);
  });
  test('a table of risk ids says more about risks that stand elsewhere', () => {
    const [record] = recordsIn(
      '//- a.md\n# Acceptance of residual AI risks\n\n## Risks\n\n| Risk | Residual score | Accepted by |\n|---|---|---|\n| R-01 | 5 | Ann |\n',
    );
    expect(record?.id?.text).toBe('R-01');
  });
  test('rows to be filled in are no records', () => {
    expect(
      recordsIn(
        '//- a.md\n# AI risk register\n\n| Risk ID | Risk | Likelihood | Impact |\n|---|---|---|---|\n| [R-NN] | [Describe] | | |\n| | | | |\n',
      ),
    ).toEqual([]);
  });
  test('members of a list keep their places', () => {
    const text = '//- a.yaml\nrisks:\n  - id: R-1\n    description: x\n    controls:\n      - A.7.4\n      - "A.5.4"\n';
    const [record] = recordsIn(text);
    const { aims } = workspace(text);
    const source = aims.files.get('a.yaml')!.text;
    const items = record!.fields.get('controls')!.items;
    expect(items.map(({ text }) => text)).toEqual(['A.7.4', 'A.5.4']);
    expect(items.map(({ span }) => source.slice(span.start, span.end))).toEqual(['A.7.4', 'A.5.4']);
  });
});

describe('two keys that mean one field', () => {
  const systems = recordsIn(`//- aims.yaml
systems:
  - id: t
    system: Triage
    name: Triage bot
    description: Ranks callers
    purpose: Recommend how soon somebody is seen
    owner: Chief Medical Officer
  - id: u
    name: Bot
    purpose: Answers
    owner: Chief Medical Officer
  - id: v
    system: Planner
    description: Plans shifts
`).map(said);
  test('the name of the field goes first, in whatever order they stand', () => {
    expect(systems.map(({ name, fields }) => [name, fields.purpose])).toEqual([
      ['Triage bot', 'Recommend how soon somebody is seen'],
      ['Bot', 'Answers'],
      ['Planner', 'Plans shifts'],
    ]);
  });
  test('the day of the next review is that of `next_review`', () => {
    const [risk] = recordsIn(
      '//- r.yaml\nrisks:\n  - id: R-1\n    name: Drift\n    review_date: 2026-01-01\n    description: Slow drift\n    next_review: 2026-12-01\n',
    ).map(said);
    expect(risk?.fields).toMatchObject({ next_review: '2026-12-01', description: 'Slow drift' });
  });
  test('in a table a short name beside its description stays the name', () => {
    const [risk] = recordsIn(
      '//- r.md\n# AI risk register\n\n| Risk ID | Risk | Description | Owner | Likelihood | Impact |\n|---|---|---|---|---|---|\n| R-1 | Drift | The model slowly gets worse | CTO | 2 | 3 |\n',
    ).map(said);
    expect(risk?.name).toBe('Drift');
  });
  test('in a document that is one record', () => {
    const [system] = recordsIn(
      '//- svc/ai-system.yaml\nid: t\nsystem: Triage\nname: Triage bot\npurpose: p\nowner: o\n',
    ).map(said);
    expect(system?.name).toBe('Triage bot');
  });
});

describe('ids in tables', () => {
  const idsUnder = (heading: string, header: string, row: string): readonly (string | undefined)[] =>
    recordsIn(`//- r.md\n# ${heading}\n\n${header}\n${header.replaceAll(/[^|]+/g, '---')}\n${row}\n`).map(
      ({ type, id }) => `${type.name} ${id?.text}`,
    );
  test.each([
    [
      "Registre des risques d'IA",
      '| ID du risque | Description | Probabilité | Traitement | Propriétaire du risque |',
      '| R-51 | Biais | 3 | réduire | CTO |',
      'risk R-51',
    ],
    [
      'Registro de riesgos de IA',
      '| N.º de riesgo | Descripción | Probabilidad | Tratamiento | Propietario |',
      '| R-61 | Sesgo | 3 | mitigar | CTO |',
      'risk R-61',
    ],
    [
      'KI-Lieferantenregister',
      '| Lieferanten-Nr. | Lieferant | Leistung | Bewertet am | Ergebnis |',
      '| S-01 | Contoso | Sprachmodell | 2026-03-01 | geeignet |',
      'supplier S-01',
    ],
    [
      'Registre des fournisseurs',
      '| Code fournisseur | Fournisseur | Prestation | Évalué le | Résultat |',
      '| F-3 | Contoso | Modèle | 2026-03-01 | retenu |',
      'supplier F-3',
    ],
    [
      "Inventaire des systèmes d'IA",
      "| Identifiant du système | Système d'IA | Finalité | Responsable système |",
      '| SYS-11 | Tri | urgence | Chef |',
      'ai-system SYS-11',
    ],
    [
      'AI risk register',
      '| Our ref. of it | Risk | Likelihood | Impact | Owner |',
      '| R-07 | Drift | 2 | 3 | CTO |',
      'risk R-07',
    ],
    [
      'AI risk register',
      '| Quarter | Risk | Likelihood | Impact | Owner |',
      '| Q1 | Drift | 2 | 3 | CTO |',
      'risk undefined',
    ],
  ])('below “%s” of %s', (heading, header, row, expected) => {
    expect(idsUnder(heading, header, row)).toEqual([expected]);
  });
  test('a reference in words of the same kind is no id', () => {
    const [treatment] = recordsIn(
      '//- r.md\n# Plan de traitement des risques\n\n| ID du risque | Mesure | Responsable | Échéance |\n|---|---|---|---|\n| R-51 | plus de données | CTO | 2026-12-31 |\n',
    ).map(said);
    expect(treatment).toMatchObject({ type: 'treatment', id: undefined, fields: { risk: 'R-51' } });
  });
});
