import { symlinkSync, utimesSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkFile } from '../../server/src/core/check';
import { definition } from '../../server/src/core/features/definition';
import { documentLinks } from '../../server/src/core/features/document-links';
import { hover } from '../../server/src/core/features/hover';
import type { Aims } from '../../server/src/core/model/aims';
import { assess } from '../../server/src/core/readiness/assess';
import { diskPaths } from '../../server/src/host/disk-paths';
import { loadAims } from '../../server/src/host/load';
import { locate } from '../../server/src/host/locate';
import { folder, type TestFolder } from '../support/folder';
import { TODAY, workspace } from '../support/workspace';

const soa = (evidence: string) => `# Statement of Applicability, ISO/IEC 42001

| Control | Title | Applicable | Justification | Status | Evidence | Last review |
|---|---|---|---|---|---|---|
| A.6.2.4 | AI system verification and validation | Yes | R-01 | Implemented | ${evidence} | 2026-09-15 |
`;

const CODE = 'def gap():\n    return 0\n\n\ndef test_gap():\n    assert gap() < 2\n';

const withEvidence = (evidence: string) =>
  workspace(
    `//- docs/soa.md\n${soa(evidence)}\n//- docs/report.md\n# Report\n\n## Age groups\n//- src/model.py\n${CODE}\n//- tests/bias/test_age.py\npass\n//- tests/bias/test_language.py\npass`,
  ).aims;

const dead = (aims: Aims) =>
  checkFile(aims, 'docs/soa.md').flatMap((one) => (one.rule === 'dead-reference' ? [one.message] : []));
const state = (aims: Aims) => assess(aims).controls.find((one) => one.id === 'A.6.2.4')?.state;

const why = (aims: Aims) => assess(aims).controls.find((one) => one.id === 'A.6.2.4')?.why;

describe('evidence in code, tests and reports', () => {
  test.each([
    '`src/model.py`',
    '`../src/model.py#L5-L6`',
    '[gap](../src/model.py#L1)',
    '`src/model.py:5`',
    '`src/model.py:5-6`',
    '`tests/bias/**`',
    '`../tests/bias/test_*.py`',
    '`tests/bias/`',
    '[Report](report.md#age-groups)',
    '[Report](report.md?plain=1#L3)',
    'src/model.py',
    'Code in src/model.py:5-6, see also the wiki.',
    'report.md#age-groups',
    'tests/bias/',
  ])('%s is found', (evidence) => {
    const aims = withEvidence(evidence);
    expect(dead(aims)).toEqual([]);
    expect(state(aims)).toBe('current');
  });

  test.each([
    [
      '`../src/model.py#L5-L60`',
      '`src/model.py` has 6 lines, so line 60 does not exist. Correct the lines, or cite the file alone.',
    ],
    [
      '`src/model.py:7`',
      '`src/model.py` has 6 lines, so line 7 does not exist. Correct the lines, or cite the file alone.',
    ],
    [
      '[gap](../src/model.py#L0)',
      '`src/model.py` has no line 0: lines count from 1. Correct the lines, or cite the file alone.',
    ],
    [
      '[Report](report.md#L9)',
      '`docs/report.md` has 3 lines, so line 9 does not exist. Correct the lines, or cite the file alone.',
    ],
    [
      '[Report](report.md#nope)',
      '`docs/report.md` has no heading `nope`. Correct the anchor, or link the document alone.',
    ],
  ])('%s says what the file does not hold, and is no evidence', (evidence, message) => {
    const aims = withEvidence(evidence);
    expect(dead(aims)).toEqual([message]);
    expect(state(aims)).toBe('implemented');
  });

  test('beside a place that is there, one that is gone is a finding only', () => {
    const aims = withEvidence('`src/model.py#L5-L60`, `src/model.py#L5`');
    expect(dead(aims)).toHaveLength(1);
    expect(state(aims)).toBe('current');
  });

  test.each([
    ['`src/modell.py`', '`src/modell.py` does not exist. Correct the path, or create the file.'],
    ['`tests/fairness/**`', 'No file fits `tests/fairness/**`. Correct the pattern, or add the files.'],
    ['`src/modell.py:5`', '`src/modell.py:5` does not exist. Correct the path, or create the file.'],
  ])('%s is dead, and no evidence', (evidence, message) => {
    const aims = withEvidence(evidence);
    expect(dead(aims)).toEqual([message]);
    expect(state(aims)).toBe('implemented');
  });

  test.each([
    'https://example.org/x',
    '<https://example.org/x>',
    '[x](https://example.org/x)',
    'see https://example.org/x.',
  ])('%s lies elsewhere, and readiness says so', (evidence) => {
    const aims = withEvidence(evidence);
    expect(dead(aims)).toEqual([]);
    expect(state(aims)).toBe('current');
    expect(why(aims)).toBe('Evidence is cited that lies elsewhere; it and its review are in date.');
  });

  test('a plain path that is not there is dead where it is a path for sure', () => {
    const aims = withEvidence('docs/nope.md, <br>src/gone/');
    expect(dead(aims).map((message) => message.split(' ')[0])).toEqual(['`docs/nope.md`', '`src/gone/`']);
    expect(state(aims)).toBe('implemented');
    for (const words of ['Node.js', 'www.example.org/x.html', 'TLS 1.2/1.3', 'Read/write access'])
      expect([words, dead(withEvidence(words)), why(withEvidence(words))]).toEqual([
        words,
        [],
        `Implemented, but nothing leads to the evidence named: ${words}`,
      ]);
  });

  test('what stands in a link, in code or in a comment is no path of its own', () => {
    expect(dead(withEvidence('[docs/nope.md](report.md) `run docs/nope.md` <!-- docs/nope.md -->'))).toEqual([]);
  });

  describe('an id', () => {
    const cites = (id: string, files: string, table = soa(id)) => {
      const { aims } = workspace(`//- docs/soa.md\n${table}\n//- src/model.py\n${CODE}\n${files}`);
      return [state(aims), why(aims)];
    };
    const item = (location: string) =>
      `//- ai-evidence.yaml\nevidence:\n  - id: EV-7\n    title: Test run\n${location}`;
    const shown = ['current', 'Evidence is cited; it and its review are in date.'];
    const gone = ['implemented', 'Implemented, but the evidence cited does not exist here.'];

    test.each(['EV-7', 'ev-7, log of May', 'log of May; EV-7'])('of the evidence register is evidence: %s', (id) => {
      expect(cites(id, item('    location: src/model.py#L3\n'))).toEqual(shown);
    });

    test('is none where the item is not kept where it says, or nowhere', () => {
      expect(cites('EV-7', item('    location: src/model.py#L33\n'))).toEqual(gone);
      expect(cites('EV-7', item('    owner: Head of AI\n'))).toEqual(gone);
      expect(cites('EV-8', item('    location: src/model.py\n'))[0]).toBe('implemented');
    });

    test('may stand for a place elsewhere', () => {
      const elsewhere = ['current', 'Evidence is cited that lies elsewhere; it and its review are in date.'];
      expect(cites('EV-7', item('    location: Archive room 3\n'))).toEqual(elsewhere);
      expect(cites('EV-7', item('    location: https://example.org/x\n'))).toEqual(elsewhere);
    });

    test('of a document is evidence, of a template or a risk is none', () => {
      const document = '---\nid: DOC-7\nkind: monitoring\n---\n# Monitoring of AI systems\n';
      expect(cites('DOC-7', `//- monitoring.md\n${document}`)).toEqual(shown);
      expect(cites('DOC-7', `//- templates/monitoring.md\n${document}`)[0]).toBe('implemented');
      expect(cites('R-01', '//- risks.yaml\nrisks:\n  - id: R-01\n    description: Old data\n')[0]).toBe('implemented');
    });

    test('counts in a list of YAML and in CSV as in Markdown', () => {
      const rows = (evidence: string) => [
        `//- docs/soa.yaml\ncontrols:\n  - control: A.6.2.4\n    applicable: true\n    justification: R-01\n    status: implemented\n    evidence: ${evidence}\n    last_review: 2026-09-15\n`,
        `//- docs/soa.csv\nControl,Applicable,Justification,Status,Evidence,Last review\nA.6.2.4,Yes,R-01,Implemented,${evidence},2026-09-15\n`,
      ];
      for (const evidence of ['EV-7', 'src/model.py', 'https://example.org/x', 'src/nope.py'])
        for (const table of rows(evidence)) {
          const { aims } = workspace(`${table}//- src/model.py\n${CODE}\n${item('    location: src/model.py\n')}`);
          expect([table.slice(0, 16), evidence, state(aims)]).toEqual([
            table.slice(0, 16),
            evidence,
            evidence.includes('nope') ? 'implemented' : 'current',
          ]);
        }
    });
  });

  test('a heading that is not there is said to be missing', () => {
    expect(dead(withEvidence('[Report](report.md#languages)'))[0]).toContain('has no heading `languages`');
  });

  test('a link with a colon is corrected to the form that links understand', () => {
    const aims = withEvidence('[gap](../src/model.py:5-6)');
    const [finding] = checkFile(aims, 'docs/soa.md').filter((one) => one.rule === 'dead-reference');
    expect(finding?.fixes.map((fix) => fix.edits[0]?.newText)).toEqual(['../src/model.py#L5-L6']);
  });

  test('definition, document links and hover lead to the lines', () => {
    const aims = withEvidence('`src/model.py:5`, `tests/bias/**`, [Report](report.md#age-groups)');
    const at = (needle: string) => aims.files.get('docs/soa.md')!.text.indexOf(needle) + 1;
    expect(definition(aims, 'docs/soa.md', at('src/model'))).toMatchObject([
      { file: 'src/model.py', lines: { first: 5, last: 5 } },
    ]);
    expect(definition(aims, 'docs/soa.md', at('tests/bias')).map((one) => one.file)).toEqual([
      'tests/bias/test_age.py',
      'tests/bias/test_language.py',
    ]);
    expect(hover(aims, 'docs/soa.md', at('tests/bias'))?.markdown).toContain('2 files fit');
    expect(documentLinks(aims, 'docs/soa.md').map(({ target }) => [target.file, target.lines?.first])).toEqual([
      ['src/model.py', 5],
      ['docs/report.md', undefined],
    ]);
  });

  test('fields of records that name files are checked like evidence', () => {
    const { aims } = workspace(
      '//- systems.yaml\nkind: system-inventory\nsystems:\n  - id: triage-bot\n    name: Triage bot\n    purpose: x\n    owner: Head of AI\n    impact_assessment: aia/gone.md\n//- v.csv\nVerification ID,Test,Criterion,Outcome,Evidence\nV-1,Gap,below 2,passed,tests/gone.py\n//- templates/systems.yaml\nkind: system-inventory\nsystems:\n  - id: x-1\n    name: X\n    purpose: x\n    owner: y\n    impact_assessment: aia/other.md',
    );
    const found = [...aims.files.keys()].flatMap((path) => checkFile(aims, path));
    expect(
      found.filter((one) => one.rule === 'dead-reference').map((one) => [one.file, one.message.split(' ')[0]]),
    ).toEqual([
      ['systems.yaml', '`aia/gone.md`'],
      ['v.csv', '`tests/gone.py`'],
    ]);
  });
});

const load = async (at: TestFolder, root: string) => {
  const [located] = locate(at.at(root));
  return loadAims(located!, { today: TODAY });
};

describe('an AIMS beside the code of its repository', () => {
  const files = {
    '.git/HEAD': 'ref: refs/heads/main\n',
    'docs/aims/aims.yaml': 'organization:\n  name: Harbour Clinic\n',
    'docs/aims/docs/soa.md': soa(
      '`src/model.py:5`, `tests/bias/**`, [m](../../../src/model.py#L6), [r](/src/model.py)',
    ),
    'src/model.py': CODE,
    'tests/bias/test_age.py': 'pass\n',
  };

  test('paths are tried up to the root of the repository', async () => {
    const aims = await load(folder(files), 'docs/aims');
    expect(aims.paths.depth).toBe(2);
    expect(dead(aims)).toEqual([]);
    expect(documentLinks(aims, 'docs/soa.md').map(({ target }) => target.file)).toEqual([
      '../../src/model.py',
      '../../src/model.py',
      '../../src/model.py',
    ]);
  });

  test('without a repository only what the path says is looked at', async () => {
    const { '.git/HEAD': _, ...rest } = files;
    const aims = await load(folder(rest), 'docs/aims');
    expect(dead(aims)).toHaveLength(2);
  });

  test('what lies outside the repository is neither read nor looked through', async () => {
    const at = folder({ 'secret.py': 'a\n', 'repo/.git/HEAD': '', 'repo/aims.yaml': '', 'repo/soa.md': '# x' });
    const paths = diskPaths(at.at('repo'), []);
    expect(paths.kindOf('../secret.py')).toBe('file');
    expect(paths.lengthOf('../secret.py')).toBeUndefined();
    expect(paths.matching('../*.py')).toBeUndefined();
  });
});

describe('the disk', () => {
  test('counts lines anew when a file has changed, and never those of what is no text', () => {
    const at = folder({ 'a.py': 'a\nb\n', 'large.csv': `${'x'.repeat(1 << 20)}\n`.repeat(5) });
    at.write('model.bin', Buffer.from([1, 0, 2]));
    const lengthOf = (name: string) => diskPaths(at.path, []).lengthOf(name);
    expect(['a.py', 'large.csv', 'model.bin', 'gone.py', '.'].map(lengthOf)).toEqual([
      2,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    at.write('a.py', 'a\nb\nc\n');
    utimesSync(at.at('a.py'), 1, 1);
    expect(lengthOf('a.py')).toBe(3);
  });

  test('finds what fits a pattern, and ends where a link leads back', () => {
    const at = folder({
      'tests/bias/b.py': '',
      'tests/bias/a.py': '',
      'tests/node_modules/x/c.py': '',
      'tests/d.md': '',
    });
    symlinkSync(at.at('tests'), at.at('tests/bias/loop'), 'dir');
    const { matching } = diskPaths(at.path, []);
    expect(matching('tests/**/*.py')).toEqual(['tests/bias/a.py', 'tests/bias/b.py']);
    expect(matching('tests/fairness/**')).toEqual([]);
    expect(matching('gone/**')).toEqual([]);
  });
});
