import { expect, test } from 'vitest';
import { z } from 'zod';
import conflicts from '../../../data/frameworks/iso-42001/exclusion-conflicts.yaml';
import inventoryWords from '../../../data/synonyms/inventory-words.yaml';
import { shippedFrameworks } from '../framework/frameworks';
import { isTraining, namesSupplier, rolesNamed } from './inventory-words';

const patterns = z.array(z.string().refine((text) => new RegExp(text, 'u') instanceof RegExp)).min(1);

test('the words have the shape the code takes for granted, and every pattern is one', () => {
  const { roles, ...words } = z.record(z.string(), z.unknown()).parse(inventoryWords);
  z.record(z.string(), patterns).parse(roles);
  z.record(z.enum(['not', 'and', 'towards', 'no_supplier', 'training', 'limits']), patterns).parse(words);
});

test('what an exclusion can be at odds with are roles, controls, domains and clauses that exist', () => {
  const ids = z.array(z.string());
  const { demanded, supplied, trained, roles } = z
    .object({
      demanded: z.record(z.string(), ids),
      supplied: ids,
      trained: ids,
      roles: z.array(z.object({ domains: ids, held: ids })),
    })
    .parse(conflicts);
  const framework = shippedFrameworks().get('42001');
  const domains = [...trained, ...roles.flatMap((one) => one.domains)];
  expect(domains.filter((id) => !framework?.objectives.has(id))).toEqual([]);
  expect([...Object.keys(demanded), ...supplied].filter((id) => !framework?.controls.has(id))).toEqual([]);
  const clauses = Object.values(demanded).flat();
  expect(clauses.filter((id) => !framework?.clauses.get(id)?.leaf)).toEqual([]);
  expect(roles.flatMap((one) => one.held).filter((role) => rolesNamed(role)[0] !== role)).toEqual([]);
});

test.each([
  ['Contoso', true],
  ['Contoso (hosted), own data', true],
  ['Internal audit tool by Contoso', true],
  ['Internal AI & Contoso', true],
  ['In-house (data science)', false],
  ['Developed in-house', false],
  ['internal team', false],
  ['N/A', false],
  ['Open source (community)', false],
  ['—', false],
  ['Eigenentwicklung', false],
  ['développé en interne', false],
])('a supplier in %s: %s', (text, expected) => {
  expect(namesSupplier(text)).toBe(expected);
});

test.each([
  ['Provider', ['provider']],
  ['AI provider and producer (fine-tuning)', ['producer', 'provider']],
  ['Deployer/User', ['deployer', 'user']],
  ['Developer of the model', ['developer']],
  ['Anbieter und Betreiber', ['provider', 'deployer']],
  ['Provider (not developer)', ['provider']],
  ['Provider, not developer', ['provider']],
  ['Deployer; users are agents', ['deployer']],
  ['keine Entwickler', []],
])('the roles in %s', (text, expected) => {
  expect([...rolesNamed(text)].sort()).toEqual([...expected].sort());
});

test('training is known by its words', () => {
  expect(['Fine-tuning', 'Trainingsdaten', 'entraînement'].every(isTraining)).toBe(true);
  expect(['Inference only', 'Evaluation', 'production traffic'].some(isTraining)).toBe(false);
});
