import { expect, test } from 'vitest';
import { viewAt } from '../../server/src/core/model/file-view';
import { workspace } from '../support/workspace';

const frameworkOf = (frameworks: string): string | undefined => {
  const { aims } = workspace(
    `//- aims.yaml\norganization:\n  name: Example\n//- note.md\n---\nframeworks: ${frameworks}\n---\n# Scope\n\nClause 4.3 is met here.\n\nISO 14001 and ISO/IEC 42001 are others.\n`,
  );
  const [first] = viewAt(aims, 'note.md')?.references.filter(({ raw }) => raw.id === '4.3') ?? [];
  return first?.reason === 'declared' ? first.framework : undefined;
};

test.each([
  ['["9001"]', '9001'],
  ['["9001:2015"]', '9001'],
  ['[ISO/IEC 27001]', '27001'],
  ['["ISO/IEC 27701"]', '27701'],
  ['[9001, 27001]', undefined],
  ['["420011"]', undefined],
  ['[SOC 2]', undefined],
])('a document that says it is for %s means the clauses of %s', (stated, framework) => {
  expect(frameworkOf(stated)).toBe(framework);
});
