import { describe, expect, test } from 'vitest';
import documentWords from '../../../data/synonyms/document-words.yaml';
import { normalize } from '../text/words';
import { CONTROL_HEADING } from './document-words';
import { shippedFrameworks } from './frameworks';
import { applicability, documentStatus, implementation, metadataField, soaColumn } from './synonyms';
import { clausesTitled, controlsTitled, judgeTitle } from './titles';

const framework = shippedFrameworks().get('42001');
const iso27001 = shippedFrameworks().get('27001');
if (!framework || !iso27001) throw new Error('frameworks are missing');

const CONTROL_ID =
  /^A\.(?:2\.[2-4]|3\.[23]|4\.[2-6]|5\.[2-5]|6\.1\.[23]|6\.2\.[2-8]|7\.[2-6]|8\.[2-5]|9\.[2-4]|10\.[2-4])$/;

const twice = (texts: readonly string[]): readonly string[] =>
  texts.filter((text, index) => texts.indexOf(text) !== index);

describe('ISO/IEC 42001 as data', () => {
  const clauses = [...framework.clauses.values()];
  const controls = [...framework.controls.values()];
  const kinds = [...framework.kinds.values()];

  test('is whole', () => {
    expect(clauses).toHaveLength(43);
    expect(clauses.filter((clause) => clause.leaf)).toHaveLength(32);
    expect(clauses.filter((clause) => clause.leaf && clause.documented.length > 0)).toHaveLength(19);
    expect(controls).toHaveLength(38);
    expect(controls.every((control) => CONTROL_ID.test(control.id))).toBe(true);
    expect([...framework.objectives.values()].map((objective) => objective.level).sort()).toEqual([
      ...Array(9).fill('domain'),
      ...Array(2).fill('objective'),
    ]);
    expect(kinds).toHaveLength(49);
    expect(kinds.filter((kind) => kind.mandatory)).toHaveLength(18);
    expect(framework.stages.map((stage) => stage.id)).toEqual(expect.arrayContaining(['stage1', 'stage2']));
    expect(framework.wrongCatalogues.length).toBeGreaterThanOrEqual(2);
    expect(iso27001.controls.size).toBe(93);
  });

  test('is linked without loose ends', () => {
    const loose: string[] = [];
    const known = (where: string, ids: readonly string[], map: ReadonlyMap<string, unknown>): void => {
      for (const id of ids) if (!map.has(id)) loose.push(`${where} → ${id}`);
    };
    for (const clause of clauses) {
      known(clause.id, clause.parent === undefined ? [] : [clause.parent], framework.clauses);
      known(clause.id, clause.kinds, framework.kinds);
    }
    for (const control of controls) {
      known(control.id, [control.domain, control.objective], framework.objectives);
      known(control.id, control.controls, framework.controls);
      known(control.id, control.clauses, framework.clauses);
      known(
        control.id,
        control.mappings.filter((mapping) => mapping.framework === '27001').map((mapping) => mapping.id),
        iso27001.controls,
      );
      if (control.guidance !== control.id.replace(/^A/, 'B')) loose.push(`${control.id} guidance`);
    }
    for (const kind of kinds) {
      known(kind.id, kind.clauses, framework.clauses);
      known(kind.id, kind.controls, framework.controls);
      for (const id of kind.clauses)
        if (!framework.clauses.get(id)?.kinds.includes(kind.id)) loose.push(`${kind.id} ↛ ${id}`);
    }
    for (const objective of framework.objectives.values()) known(objective.id, objective.controls, framework.controls);
    for (const stage of framework.stages) known(stage.id, stage.kinds, framework.kinds);
    expect(loose).toEqual([]);
    expect(
      [...framework.objectives.values()].filter((one) => one.level === 'domain').flatMap((one) => one.controls),
    ).toHaveLength(38);
  });

  test('says something about each thing, and nothing twice', () => {
    const thin = [
      ...clauses
        .filter(
          (clause) =>
            clause.leaf && (clause.asks.length < 40 || clause.auditors.length === 0 || clause.kinds.length === 0),
        )
        .map((one) => one.id),
      ...controls
        .filter((control) => control.asks.length < 30 || control.auditors.length < 2 || control.evidence.length < 2)
        .map((one) => one.id),
      ...kinds
        .filter((kind) => kind.about.length < 40 || kind.sections.length < 3 || kind.files.length === 0)
        .map((one) => one.id),
    ];
    expect(thin).toEqual([]);
    const sentences = [
      ...clauses.map((one) => one.asks),
      ...controls.map((one) => one.asks),
      ...controls.flatMap((one) => one.auditors),
      ...kinds.map((one) => one.about),
    ];
    expect(sentences.filter((text, index) => sentences.indexOf(text) !== index)).toEqual([]);
  });

  test('every kind has sections, each with an id, a title and aliases of its own', () => {
    const faults = kinds.flatMap((kind) => {
      const ids = kind.sections.map((section) => section.id);
      const odd = kind.sections.flatMap((section) => [
        ...(/^[a-z]+(?:-[a-z]+)*$/.test(section.id) ? [] : [`${section.id}: id`]),
        ...(section.title === normalize(section.title) ? [`${section.id}: title`] : []),
        ...(typeof section.required === 'boolean' ? [] : [`${section.id}: required`]),
        ...(section.clause === undefined || framework.clauses.get(section.clause)?.leaf
          ? []
          : [`${section.id}: clause`]),
        ...(section.control === undefined || framework.controls.has(section.control) ? [] : [`${section.id}: control`]),
        ...(section.aliases.length >= 3 ? [] : [`${section.id}: few aliases`]),
        ...twice([section.title, ...section.aliases].map(normalize)).map((alias) => `${section.id}: ${alias} twice`),
        ...section.aliases.filter((alias) => !/^[a-z0-9 ]+$/.test(alias)).map((alias) => `${section.id}: ${alias}`),
      ]);
      const required = kind.sections.some((section) => section.required) ? [] : ['nothing required'];
      return [...twice(ids), ...odd, ...required].map((fault) => `${kind.id}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  test('an alias is unmistakable', () => {
    const names = controls.flatMap((control) =>
      [control.title, ...control.aliases].map((name) => [normalize(name), control.id] as const),
    );
    const doubles = names.filter(([name, id]) => names.some(([other, owner]) => other === name && owner !== id));
    expect(doubles).toEqual([]);
    const kindNames = kinds.flatMap((kind) =>
      [kind.title, ...kind.aliases].map((name) => [normalize(name), kind.id] as const),
    );
    expect(
      kindNames.filter(([name, id]) => kindNames.some(([other, owner]) => other === name && owner !== id)),
    ).toEqual([]);
  });
});

describe('titles', () => {
  test('every official title and alias is recognized as its own', () => {
    const wrong: string[] = [];
    for (const control of framework.controls.values())
      for (const title of [control.title, ...control.aliases])
        if (judgeTitle(framework, control.id, title).verdict !== 'match') wrong.push(`${control.id} ${title}`);
    for (const clause of framework.clauses.values())
      for (const title of [clause.title, ...clause.aliases])
        if (judgeTitle(framework, clause.id, title).verdict !== 'match') wrong.push(`${clause.id} ${title}`);
    expect(wrong).toEqual([]);
  });
  test('no official title passes for another control', () => {
    const passed: string[] = [];
    for (const one of framework.controls.values())
      for (const other of framework.controls.values())
        if (one !== other && judgeTitle(framework, one.id, other.title).verdict === 'match')
          passed.push(`${one.id} ${other.title}`);
    expect(passed).toEqual([]);
  });
  test.each([
    ['A.7.5', 'Data Provenance – where each record came from'],
    ['A.6.2.4', 'Verification & validation'],
    ['A.6.2.4', 'AI system verfication and validation'],
    ['A.2.3', 'Alignment with other organisational policies'],
    ['A.5.4', 'Impact assessment — individuals'],
    ['10.2', 'Nonconformity and corrective actions'],
    ['6.1.4', 'AI System Impact Assessment'],
    ['A.3.2', 'Rôles et responsabilités en matière d’IA'],
  ])('%s may be called %s', (id, title) => expect(judgeTitle(framework, id, title).verdict).toBe('match'));
  test.each([
    ['A.7.4', 'Data provenance', ['A.7.5']],
    ['A.6.1.2', 'Objectives for responsible AI', []],
    ['A.8.3', 'External reporting of concerns', []],
    ['A.10.4', 'Customer AI requirements', []],
    ['A.6.2.3', 'Verification and validation', ['A.6.2.4']],
  ])('%s is not called %s', (id, title, owners) => {
    const verdict = judgeTitle(framework, id, title);
    expect(verdict.verdict).toBe('mismatch');
    if (owners.length > 0) expect(verdict).toMatchObject({ belongsTo: owners });
  });
  test('owners of a title are found', () => {
    expect(controlsTitled(framework, 'External reporting')).toEqual(['A.8.3']);
    expect(clausesTitled(framework, 'AI risk treatment')).toEqual(['6.1.3', '8.3']);
  });
});

describe('synonyms', () => {
  test.each([
    ['Applicable (Y/N)', 'applicable'],
    ['Included', 'applicable'],
    ['Justification for exclusion', 'exclusion'],
    ['Justification for inclusion / exclusion', 'justification'],
    ['Implementation Status', 'status'],
    ['Evidence Reference', 'evidence'],
    ['Nachweis', 'evidence'],
    ['Begründung', 'justification'],
    ['Control Title', 'title'],
  ])('the column %s means %s', (header, column) => expect(soaColumn(header)).toBe(column));
  test.each([
    ['Yes', 'yes'],
    ['✅', 'yes'],
    ['Excluded', 'no'],
    ['No – not our role', 'no'],
    ['nicht anwendbar', 'no'],
    ['TBD', 'undecided'],
    ['', undefined],
  ])('%s says %s of applicability', (text, value) => expect(applicability(text)).toBe(value));
  test.each([
    ['✅ Implemented (2024)', 'implemented'],
    ['Partially implemented – phase 2', 'in-progress'],
    ['Not implemented', 'not-started'],
    ['🟡', 'in-progress'],
    ['Geplant', 'planned'],
    ['N/A', 'not-applicable'],
  ])('%s says %s of status', (text, value) => expect(implementation(text)).toBe(value));
  test('keys and statuses of four languages are known', () => {
    expect(['Document owner', 'Verantwortlich', 'Propriétaire', 'Responsable'].map(metadataField)).toEqual([
      'owner',
      'owner',
      'owner',
      'owner',
    ]);
    expect(['Nächste Überprüfung', 'Prochaine révision', 'Próxima revisión'].map(metadataField)).toEqual([
      'next_review',
      'next_review',
      'next_review',
    ]);
    expect(['Approved', 'Genehmigt', 'Approuvé', 'Borrador', 'In Review'].map(documentStatus)).toEqual([
      'approved',
      'approved',
      'approved',
      'draft',
      'in-review',
    ]);
  });
});

describe('words by which documents are told apart', () => {
  test.each(Object.entries(documentWords as Record<string, unknown>))('%s is a list without doubles', (_, words) => {
    expect(Array.isArray(words) && words.every((word) => typeof word === 'string' && word !== '')).toBe(true);
    expect(new Set(words as string[]).size).toBe((words as string[]).length);
  });
  test.each([
    ['## Document Control', true],
    ['7. Document Approval', true],
    ['Dokumentenlenkung', true],
    ['Version history', true],
    ['Contrôle du document', true],
    ['Information security', false],
    ['Controls', false],
  ])('%s announces metadata: %s', (heading, announces) =>
    expect(CONTROL_HEADING.test(heading.replace(/^#+ /, ''))).toBe(announces),
  );
});
