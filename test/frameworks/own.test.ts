import { describe, expect, test } from 'vitest';
import { check } from '../../server/src/core/check';
import { complete } from '../../server/src/core/features/complete';
import { definition } from '../../server/src/core/features/definition';
import { hover } from '../../server/src/core/features/hover';
import { shippedFrameworks, withOwn } from '../../server/src/core/framework/frameworks';
import { readFramework } from '../../server/src/core/framework/read-framework';
import { viewAt } from '../../server/src/core/model/file-view';
import { soasOf } from '../../server/src/core/model/soa';
import { workspace } from '../support/workspace';

const FRAMEWORK = `id: harbour-ai
name: Harbour AI Baseline 2026
short: Harbour AI Baseline
aliases: [HAB]
clauses:
  - id: "3.1"
    title: Who answers for a model
controls:
  - id: HB-1.1
    title: Limits of use are written down
    guidance: Say what the system must not be used for.
    mappings:
      - { to: "42001:A.9.4", confidence: high }
  - id: HB-1.2
    title: A person can stop the system
  - id: A.5.2
    title: Models have a keeper
`;

const with_ = (files: string, settings = 'framework_files: [house.yaml]', framework = FRAMEWORK) =>
  workspace(`//- aims.yaml\n${settings}\n//- house.yaml\n${framework}${files}`);

const meanings = (text: string, settings?: string) => {
  const { aims } = with_(`//- note.md\n${text}\n`, settings);
  return viewAt(aims, 'note.md')!.references.map(
    (one) => `${one.framework}:${one.raw.id} ${one.reason} ${one.subject}`,
  );
};

const found = (aims: ReturnType<typeof workspace>['aims'], rule: string) =>
  check(aims).filter((one) => one.rule === rule);

describe('references to a framework of the organization', () => {
  test('are those beside its name, and its own ids', () => {
    expect(meanings('We do harbour-ai:HB-1.1 and HB-1.2.')).toEqual([
      'harbour-ai:HB-1.1 explicit control',
      'harbour-ai:HB-1.2 explicit control',
    ]);
    expect(meanings('See HAB clause 3.1.')).toEqual(['harbour-ai:3.1 explicit clause']);
    expect(meanings('Control A.5.2 of the Harbour AI  Baseline.')).toEqual(['harbour-ai:A.5.2 line control']);
    expect(meanings('# Harbour AI Baseline\n\n## Keepers\n\nA.5.2 is met.')).toEqual([
      'harbour-ai:A.5.2 heading control',
    ]);
    expect(meanings('| HAB | Done |\n|---|---|\n| A.5.2 | yes |')).toEqual(['harbour-ai:A.5.2 column control']);
  });

  test('leave to the standards what they name, and code and words alone', () => {
    expect(meanings('HAB and ISO/IEC 42001 A.5.2.')).toEqual(['42001:A.5.2 explicit control']);
    expect(meanings('A.5.2 is met.')).toEqual(['42001:A.5.2 default control']);
    expect(meanings('```\nHB-1.1\n```\n')).toEqual([]);
    expect(meanings('XHB-1.1, HB-1.10 and HB-1.1.3; image harbour-ai:v2')).toEqual([]);
  });

  test('may be meant by default, for the ids that it has', () => {
    const settings = 'framework_files: [house.yaml]\ndefault_framework: harbour-ai';
    expect(meanings('A.5.2 is met, clause 3.1 too.', settings)).toEqual([
      'harbour-ai:A.5.2 default control',
      'harbour-ai:3.1 default clause',
    ]);
    expect(meanings('A.7.4 is met.', settings)).toEqual(['42001:A.7.4 unique control']);
  });

  test('are explained, completed, and lead to their line', () => {
    const { aims, caret } = with_('//- note.md\nWe do HB-1$0.1.\n');
    const text = hover(aims, 'note.md', caret!.offset)!.markdown;
    expect(text).toContain('**HB-1.1 Limits of use are written down** · Harbour AI Baseline 2026');
    expect(text).toContain('Say what the system must not be used for.');
    expect(text).not.toContain('Annex A');
    const [target] = definition(aims, 'note.md', caret!.offset);
    expect(target?.file).toBe('house.yaml');
    expect(FRAMEWORK.slice(target!.span.start, target!.span.end)).toBe('HB-1.1');
    const typed = with_('//- note.md\nWe do harbour-ai:HB$0\n');
    expect(complete(typed.aims, 'note.md', typed.caret!.offset).map(({ label }) => label)).toEqual([
      'HB-1.1',
      'HB-1.2',
      'A.5.2',
      '3.1',
    ]);
  });

  test('are held against what the framework has', () => {
    const { aims } = with_('//- note.md\nSee harbour-ai:HB-9.9 and HAB clause 3.7.\n');
    expect(found(aims, 'unknown-control').map(({ subject }) => subject)).toEqual(['harbour-ai:HB-9.9']);
    expect(found(aims, 'unknown-clause').map(({ subject }) => subject)).toEqual(['harbour-ai:3.7']);
  });
});

test('rows of a Statement of Applicability are rows of it', () => {
  const { aims } = with_(
    '//- soa.md\n# Statement of Applicability\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| HB-1.1 | Limits of use are written down | Yes | R-1 |\n| HB-1.2 | Limits of use are written down | No | |\n',
  );
  const [soa] = soasOf(aims);
  expect(soa?.framework).toBe('harbour-ai');
  expect(soa?.tables.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(['HB-1.1', 'HB-1.2']);
  expect(found(aims, 'title-mismatch').map(({ subject }) => subject)).toEqual(['harbour-ai:HB-1.2']);
  expect(found(aims, 'unknown-control')).toEqual([]);
});

describe('a fault of a framework file', () => {
  const faults = (text: string) =>
    readFramework('house.yaml', text).problems.map(({ span, message }) => [text.slice(span.start, span.end), message]);

  test('stands at its place, and the rest counts', () => {
    const text = FRAMEWORK.replace('title: A person can stop the system', 'titel: A person').replace('A.9.4', 'A.9.9');
    expect(faults(text)).toEqual([
      ['id: HB-1.2', '`controls.1.title` does not fit: it is missing.'],
      ['titel', expect.stringContaining('no key')],
      ['42001:A.9.9', expect.stringContaining('does not exist')],
    ]);
    expect([...readFramework('house.yaml', text).framework!.controls.keys()]).toEqual(['HB-1.1', 'A.5.2']);
  });

  test('is an id that is taken, or comes twice', () => {
    expect(faults('id: 42001\nname: Mine\n')).toEqual([['42001', expect.stringContaining('ISO/IEC 42001:2023')]]);
    const twice = `${FRAMEWORK}  - id: HB-1.1\n    title: Again\n`;
    expect(faults(twice)).toEqual([['HB-1.1', expect.stringContaining('twice')]]);
    expect(readFramework('house.yaml', twice).framework!.controls.get('HB-1.1')!.title).toContain('Limits');
  });

  test('never throws, whatever is cut off', () => {
    for (let end = 0; end <= FRAMEWORK.length; end += 3) readFramework('house.yaml', FRAMEWORK.slice(0, end));
    for (const text of ['', '[]', 'a: &a [*a]', '- 1', 'id: [x]\nname: {}\ncontrols: 3\n', '\uFEFFid: x', 'id: "\0"'])
      expect(readFramework('house.yaml', text).framework).toBeUndefined();
  });

  test.each([
    ['framework_files: [gone.yaml]', '`gone.yaml` does not exist', 'gone.yaml'],
    ['framework_files: [house.yaml, house.yaml]', 'is named twice', 'house.yaml'],
    ['framework_files: [house.yaml, other.yaml]', 'defines already', 'other.yaml'],
    ['framework_files: [house.yaml]\nframeworks: ["42001", nowhere]', '`nowhere` is no framework', 'nowhere'],
    ['framework_files: [house.yaml]\ndefault_framework: nowhere', '`nowhere` is no framework', 'nowhere'],
  ])('%s', (settings, message, place) => {
    const { aims } = with_(`//- other.yaml\nid: harbour-ai\nname: Other\n//- note.md\nA.5.2 and HB-1.1\n`, settings);
    const [finding, ...more] = found(aims, 'config-invalid');
    expect(more).toEqual([]);
    expect(finding?.message).toContain(message);
    expect(settings.slice(finding!.span.start, finding!.span.end)).toBe(place);
    expect(viewAt(aims, 'note.md')!.references[0]?.framework).toBe('42001');
  });
});

test('without frameworks of its own an AIMS has the shipped ones themselves', () => {
  expect(withOwn([])).toBe(shippedFrameworks());
  const { aims } = workspace('//- aims.yaml\n//- note.md\nISO/IEC 42001 A.5.2\n');
  expect(viewAt(aims, 'note.md')!.references[0]?.raw).toBe(aims.files.get('note.md')!.facts.references[0]);
});
