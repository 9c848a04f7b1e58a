import { describe, expect, test } from 'vitest';
import { check } from '../../server/src/core/check';
import { complete } from '../../server/src/core/features/complete';
import { references } from '../../server/src/core/features/references';
import { coverageOf } from '../../server/src/core/model/coverage';
import { symbolsOf } from '../../server/src/core/model/symbols';
import { assess } from '../../server/src/core/readiness/assess';
import { parseWithRemark } from '../../server/src/core/syntax/markdown/remark-parser';
import { Session } from '../../server/src/host/session';
import { folder, type TestFolder } from '../support/folder';
import { TODAY } from '../support/workspace';

const policy = (id: string, name: string) =>
  `---\nid: ${id}\nkind: ai-policy\nstatus: approved\nowner: Head of ${name}\napproved_on: 2026-09-01\n---\n# AI policy\n`;
const system = (id: string, owner: string) =>
  `kind: ai-system\nid: ${id}\nname: ${id} of ${owner}\npurpose: x\nowner: ${owner}\n`;
const risks = (id: string, name: string) =>
  `kind: risk-register\nrisks:\n  - id: ${id}\n    description: Something at ${name}\n    system: \n    owner: Head of ${name}\n`;

const aimsFiles = (at: string, id: string, name: string) => ({
  [`${at}aims.yaml`]: `organization:\n  name: ${name}\n`,
  [`${at}policy.md`]: policy(`POL-${id}`, name),
  [`${at}risks.yaml`]: risks(`R-${id}`, name),
  // The same id in both: no duplicate, since they never meet.
  [`${at}services/triage/ai-system.yaml`]: system('triage-bot', name),
});

async function session(at: TestFolder, ...folders: readonly string[]) {
  const one = new Session({ parse: parseWithRemark, today: () => TODAY });
  await one.setFolders(folders.map((name) => ({ path: at.at(name), adopted: false })));
  return one;
}

const aimsNamed = (one: Session, name: string) =>
  one.roots().find(({ aims }) => aims.config.organization === name)!.aims;

describe.each([
  ['side by side', 'one/', 'two/'],
  ['nested', '', 'services/two/'],
])('two AIMS %s', (_, first, second) => {
  const files = { ...aimsFiles(first, 'A1', 'One'), ...aimsFiles(second, 'B2', 'Two'), 'src/x.py': '' };
  const started = async () => {
    const at = folder(files);
    const one = await session(at, '.');
    return { at, session: one, one: aimsNamed(one, 'One'), two: aimsNamed(one, 'Two') };
  };

  test('keep ids, systems and names apart', async () => {
    const { one, two } = await started();
    expect([...one.files.keys()].every((path) => !path.includes('two/'))).toBe(true);
    for (const [aims, own, other] of [
      [one, 'One', 'Two'],
      [two, 'Two', 'One'],
    ] as const) {
      const declared = symbolsOf(aims);
      expect(declared.declaredAs('ai-system').map(({ title }) => title)).toContain(`triage-bot of ${own}`);
      expect(declared.declaredAs('ai-system').map(({ title }) => title)).not.toContain(`triage-bot of ${other}`);
    }
    expect(symbolsOf(one).get('r-b2')).toEqual([]);
    expect(symbolsOf(two).get('r-a1')).toEqual([]);
    expect([...check(one), ...check(two)].filter(({ rule }) => rule === 'duplicate-id')).toEqual([]);
  });

  test('keep coverage and readiness apart', async () => {
    const { one, two } = await started();
    for (const aims of [one, two]) {
      expect(
        coverageOf(aims)
          .get('5.2')
          ?.map(({ view }) => view.file.path),
      ).toEqual(['policy.md']);
      expect(assess(aims).documents).toHaveLength(2);
      expect(assess(aims).systems).toHaveLength(1);
    }
  });

  test('complete and find only their own', async () => {
    const { one, two } = await started();
    const path = 'risks.yaml';
    const text = two.files.get(path)!.text;
    const owners = complete(two, path, text.length - 1).map(({ label }) => label);
    expect(owners.filter((label) => label.includes('One'))).toEqual([]);
    const offset = one.files.get(path)!.text.indexOf('R-A1') + 1;
    expect(new Set(references(one, path, offset, true).map(({ file }) => file))).toEqual(new Set([path]));
  });

  test('a change in one leaves the other as it is', async () => {
    const { at, session: live, one } = await started();
    live.open(at.at(`${second}policy.md`), policy('POL-NEW', 'Two'));
    expect(aimsNamed(live, 'One').files).toBe(one.files);
    expect(symbolsOf(aimsNamed(live, 'Two')).get('pol-new')).toHaveLength(1);
    expect(symbolsOf(aimsNamed(live, 'One')).get('pol-new')).toEqual([]);
  });
});

test('an AIMS that two folders of the editor hold is there once', async () => {
  const at = folder({ ...aimsFiles('', 'A1', 'One'), ...aimsFiles('docs/two/', 'B2', 'Two') });
  const names = (one: Session) => one.roots().map(({ aims }) => aims.config.organization);
  expect(names(await session(at, '.', 'docs'))).toEqual(['One', 'Two']);
  expect(names(await session(at, 'docs/two', '.'))).toEqual(['Two', 'One']);
});
