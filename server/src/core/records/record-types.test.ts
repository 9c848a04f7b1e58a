import { describe, expect, test } from 'vitest';
import recordCollections from '../../../data/synonyms/record-collections.yaml';
import recordFields from '../../../data/synonyms/record-fields.yaml';
import recordValues from '../../../data/synonyms/record-values.yaml';
import { shippedFrameworks } from '../framework/frameworks';
import { normalize } from '../text/words';
import { fieldNamed } from './record-type';
import { RECORD_TYPES, recordTypeNamed } from './record-types';
import { meaningsOf, typesInHeading, typesNamed, valueMeant } from './vocabulary';

const framework = shippedFrameworks().get('42001')!;
const OTHER_REFERENTS = ['control', 'clause', 'document', 'path', 'person'];

describe.each(RECORD_TYPES.map((type) => [type.name, type] as const))('%s', (_, type) => {
  test('stands in kinds of documents that exist, and serves clauses and controls that exist', () => {
    for (const kind of [...type.registers, ...type.singles]) expect(framework.kinds.has(kind), kind).toBe(true);
    expect(type.basis.length).toBeGreaterThan(0);
    for (const id of type.basis.map((one) => one.replace('42001:', '')))
      expect(framework.clauses.has(id) || framework.controls.has(id), id).toBe(true);
  });
  test('has one id, at most one name, and fields that say what they are', () => {
    expect(type.fields.filter((field) => field.declares)).toHaveLength(1);
    expect(type.fields.filter((field) => field.names).length).toBe(1);
    for (const field of type.fields) {
      expect(field.description, field.name).toMatch(/\.$/);
      expect(field.example, field.name).not.toBe('');
      for (const one of field.refersTo ?? [])
        expect(OTHER_REFERENTS.includes(one) || recordTypeNamed(one) !== undefined, one).toBe(true);
    }
  });
  test('accepts its own examples', () => {
    const example = Object.fromEntries(type.fields.map((field) => [field.name, field.example]));
    expect(type.schema.safeParse(example).error?.issues).toBeUndefined();
  });
});

const names = RECORD_TYPES.map((type) => type.name);

describe('words for records', () => {
  test('are those of types and fields that exist', () => {
    expect(Object.keys(recordCollections as object).sort()).toEqual([...names].sort());
    for (const [type, fields] of Object.entries(recordFields as Record<string, Record<string, string[]>>)) {
      for (const field of Object.keys(fields)) {
        const known =
          type === 'common'
            ? RECORD_TYPES.some((one) => fieldNamed(one, field))
            : fieldNamed(recordTypeNamed(type)!, field) !== undefined;
        expect(known, `${type}.${field}`).toBe(true);
      }
    }
    for (const [key, values] of Object.entries(recordValues as Record<string, Record<string, string[]>>)) {
      const [type = '', field = ''] = key.split('.');
      const known = Object.keys(fieldNamed(recordTypeNamed(type)!, field)?.values ?? {});
      expect(known, key).toEqual(expect.arrayContaining(Object.keys(values)));
    }
  });
  test('mean one field within a type', () => {
    for (const [type, fields] of Object.entries(recordFields as Record<string, Record<string, string[]>>)) {
      const seen = new Map<string, string>();
      for (const [field, words] of Object.entries(fields)) {
        for (const word of words.map(normalize)) {
          if (type !== 'common') expect(seen.get(word) ?? field, `${type}: ${word}`).toBe(field);
          seen.set(word, field);
        }
      }
    }
  });
  test.each([
    ['Likelihood (1–5)', 'risk', 'likelihood'],
    ['Result on 31 October 2026', 'objective', 'result'],
    ['SupplierID', 'supplier', 'id'],
    ['DueDate', 'corrective-action', 'due'],
    ['Finding #', 'audit-finding', 'id'],
    ['#', 'risk', 'id'],
    ['Risk ID', 'treatment', 'risk'],
    ['Risk ID', 'risk', 'id'],
    ['Eintrittswahrscheinlichkeit', 'risk', 'likelihood'],
    ['Propriétaire du risque', 'risk', 'owner'],
    ['Fecha límite', 'treatment', 'due'],
  ] as const)('the header %s of a %s means %s', (header, type, field) =>
    expect(meaningsOf(header).get(type)?.field).toBe(field),
  );
  test('lists and headings name what they hold', () => {
    expect(typesNamed('ai_systems')).toEqual(['ai-system']);
    expect(typesNamed('Risiken')).toEqual(['risk']);
    expect(typesInHeading('4. AI Risk Register')).toEqual(['risk']);
    expect(typesInHeading('Introduction')).toEqual([]);
  });
  test.each([
    ['risk', 'treatment', 'Mitigate', 'modify'],
    ['risk', 'treatment', 'akzeptieren', 'retain'],
    ['audit-finding', 'class', 'Minor (first time)', 'minor nonconformity'],
    ['verification', 'outcome', '✅', 'passed'],
    ['ai-system', 'stage', 'Production', 'operation and monitoring'],
    ['ai-system', 'stage', 'somewhere', undefined],
  ] as const)('of %s %s, %s means %s', (type, field, word, value) => {
    const recordType = recordTypeNamed(type)!;
    expect(valueMeant(recordType, fieldNamed(recordType, field)!, word)).toBe(value);
  });
});
