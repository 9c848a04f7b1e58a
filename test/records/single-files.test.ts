import { describe, expect, test } from 'vitest';
import { complete } from '../../server/src/core/features/complete';
import type { Suggestion } from '../../server/src/core/features/feature';
import { hover } from '../../server/src/core/features/hover';
import { workspace } from '../support/workspace';

const REST = `
//- aims.yaml
organization:
  name: Harbour Clinic
//- registers.yaml
risks:
  - id: R-1
    description: Old data
  - id: R-2
    description: Drift
systems:
  - id: letter-writer
    name: Letter writer
suppliers:
  - id: S-1
    name: Model house
//- docs/assessment.md
---
kind: impact-assessment
id: AIA-1
system: triage-bot
---
# Impact assessment of the triage bot
`.trim();

/** One file beside the others, `$0` being the caret. */
const at = (path: string, text: string) => {
  const { aims, caret } = workspace(`${REST}\n//- ${path}\n${text}\n`);
  if (!caret) throw new Error('no caret');
  return { aims, file: caret.file, offset: caret.offset, text: aims.files.get(caret.file)!.text };
};

function completion(path: string, source: string) {
  const { aims, file, offset, text } = at(path, source);
  const items = [...complete(aims, file, offset)].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
  const labels = items.map((one) => one.label);
  const named = (label: string): Suggestion => {
    const item = items.find((one) => one.label === label);
    if (!item) throw new Error(`no ${label} among ${labels.join(', ')}`);
    return item;
  };
  /** The text as it is after a choice. */
  const chosen = (label: string): string => {
    const { span, newText } = named(label).edit;
    return text.slice(0, span.start) + newText + text.slice(span.end);
  };
  return { labels, named, chosen };
}

const explained = (path: string, source: string): string => {
  const { aims, file, offset } = at(path, source);
  return hover(aims, file, offset)?.markdown ?? '';
};

const FILE = 'svc/ai-system.yaml';
const HEAD = 'id: triage-bot\nname: Triage bot\n';

describe('in a file that is one record', () => {
  test.each([
    ['in an empty file', '$0', ['id', 'name', 'purpose', 'owner', 'stage']],
    ['in a line at the end', `${HEAD}$0`, ['purpose', 'owner', 'stage', 'kind']],
    ['after the first letters', `${HEAD}pur$0`, ['purpose', 'owner', 'risks']],
    ['between other keys', `kind: ai-system\n$0\n${HEAD}`, ['purpose', 'risks']],
    ['after a list of lines', `${HEAD}risks:\n  - R-1\n$0`, ['purpose', 'stage']],
    ['in a file of another name', `kind: ai-system\n${HEAD}ow$0`, ['owner', 'stage'], 'svc/card.yaml'],
  ])('keys are offered %s', (_, source, expected, path = FILE) => {
    const { labels } = completion(path, source);
    expect(labels).toEqual(expect.arrayContaining(expected));
    if (source.includes('id: ')) expect(labels).not.toContain('id');
    expect(new Set(labels).size).toBe(labels.length);
  });
  test('keys that a record must have come first, and say what they are for', () => {
    const { labels, named, chosen } = completion(FILE, `${HEAD}pur$0\nowner: Head of AI\n`);
    expect(labels.slice(0, 2)).toEqual(['purpose', 'role']);
    expect(named('purpose').documentation?.()).toContain('What it is meant to do');
    expect(chosen('purpose')).toBe(`${HEAD}purpose: \nowner: Head of AI\n`);
  });
  test('a key that is typed anew keeps its colon', () => {
    expect(completion(FILE, `${HEAD}pur$0: x\n`).chosen('purpose')).toBe(`${HEAD}purpose: x\n`);
  });

  test.each([
    ['a value of a vocabulary', 'stage: $0', 'retirement', 'stage: retirement'],
    ['its first letters', 'stage: ret$0', 'retirement', 'stage: retirement'],
    ['several of its words', 'stage: design and$0', 'design and development', 'stage: design and development'],
    ['a value in quotes', 'stage: "ret$0"', 'retirement', 'stage: "retirement"'],
    ['a value right after the colon', 'stage:$0', 'retirement', 'stage: retirement'],
    ['a value under a key of other words', 'Life cycle stage: $0', 'retirement', 'Life cycle stage: retirement'],
    ['a day', 'last_review: $0', '2026-11-20', 'last_review: 2026-11-20'],
    ['a person', 'owner: $0\napprover: Head of AI', 'Head of AI', 'owner: Head of AI\napprover: Head of AI'],
    ['a record', 'impact_assessment: $0', 'AIA-1', 'impact_assessment: AIA-1'],
    ['a document', 'impact_assessment: $0', 'docs/assessment.md', 'impact_assessment: ../docs/assessment.md'],
    ['one of many', 'risks: $0', 'R-2', 'risks: R-2'],
    ['a second one', 'risks: R-1, $0', 'R-2', 'risks: R-1, R-2'],
    ['a list that is opened', 'risks: [$0', 'R-2', 'risks: [R-2'],
    ['a list in brackets', 'risks: [R-1, $0]', 'R-2', 'risks: [R-1, R-2]'],
    ['a list in brackets, first letters', 'risks: [R-1, R$0]', 'R-2', 'risks: [R-1, R-2]'],
    ['a list in brackets, before another', 'risks: [$0, R-1]', 'R-2', 'risks: [R-2, R-1]'],
    ['a list of lines', 'risks:\n  - R-1\n  - $0', 'R-2', 'risks:\n  - R-1\n  - R-2'],
    ['a list of lines as far left as its key', 'risks:\n- R$0', 'R-2', 'risks:\n- R-2'],
  ])('%s is offered', (_, source, label, expected) => {
    expect(completion(FILE, `${HEAD}${source}\n`).chosen(label)).toBe(`${HEAD}${expected}\n`);
  });
  test('a list that is opened is completed although the rest of the file follows', () => {
    const source = `kind: ai-system\n${HEAD}risks: [R$0\nowner: Head of AI\n`;
    expect(completion('svc/card.yaml', source).chosen('R-2')).toBe(source.replace('R$0', 'R-2'));
  });
  test.each(['id', 'name', 'purpose', 'version'])('nothing is offered for %s, which is free', (key) => {
    expect(completion(FILE, `${HEAD}${key}: $0\n`).labels).toEqual([]);
  });
  test('records of its own in a list get their own keys', () => {
    const { labels } = completion(FILE, `${HEAD}incidents:\n  - id: I-1\n    $0`);
    expect(labels).toContain('occurred_on');
    expect(labels).not.toContain('stage');
  });

  test.each([
    ['name', '**name** · AI system, required'],
    ['owner', 'The role that answers for the system.'],
    ['version', 'The version in use'],
    ['stage', '- `retirement`: being withdrawn'],
  ])('pointing at the key %s explains the field of the record', (key, expected) => {
    expect(explained(FILE, `kind: ai-system\nid: x\n$0${key}: y\n`)).toContain(expected);
  });
  test.each([
    ['a value', `${HEAD}stage: ret$0ired\n`, '**retirement** being withdrawn'],
    ['an id', `${HEAD}risks: [R$0-2]\n`, '**R-2 Drift** · AI risk'],
    ['what it is', `kind: ai-$0system\n${HEAD}`, '**AI system** · `ai-system`, a record'],
  ])('pointing at %s tells what stands behind it', (_, source, expected) => {
    expect(explained(FILE, source)).toContain(expected);
  });
});

describe('`kind` offers', () => {
  test.each([
    ['front matter', 'docs/new.md', '---\nkind: $0\n---\n'],
    ['a YAML file', 'docs/new.yaml', 'kind: $0\n'],
    ['a file that is one record', FILE, 'kind: ai-$0\n'],
  ])('in %s documents and records, each with what it is', (_, path, source) => {
    const { labels, named, chosen } = completion(path, source);
    expect(labels).toEqual(expect.arrayContaining(['ai-policy', 'risk-register', 'ai-system', 'risk', 'evidence']));
    expect(new Set(labels).size).toBe(labels.length);
    expect(named('ai-system').documentation?.()).toContain('One AI system of the inventory');
    expect(named('ai-policy').documentation?.()).not.toBe('');
    expect(chosen('ai-system')).toBe(source.replace(/ai-\$0|\$0/, 'ai-system'));
  });
  test('pointing at it tells of the record and of the reason, in front matter too', () => {
    const text = explained('docs/risk.md', '---\nkind: ri$0sk\nid: R-7\n---\n');
    expect(text).toContain('**AI risk** · `risk`, a record');
    expect(text).toContain('recognized by its front matter');
  });
});

describe('lists in front matter', () => {
  test.each([
    ['systems in brackets', 'systems: [$0', 'letter-writer', 'systems: [letter-writer'],
    ['systems in closed brackets', 'systems: [$0]', 'letter-writer', 'systems: [letter-writer]'],
    ['systems after another', 'systems: [x, le$0]', 'letter-writer', 'systems: [x, letter-writer]'],
    ['systems as lines', 'systems:\n  - $0', 'letter-writer', 'systems:\n  - letter-writer'],
    ['a system', 'systems: $0', 'letter-writer', 'systems: letter-writer'],
    ['controls', 'controls: [A.7.4, $0]', 'A.7.5', 'controls: [A.7.4, A.7.5]'],
    ['controls without brackets', 'controls: A.7.4, $0', 'A.7.5', 'controls: A.7.4, A.7.5'],
    ['clauses', 'clauses: ["5.2", $0]', '6.2', 'clauses: ["5.2", "6.2"]'],
    ['clauses in quotes', 'clauses: ["5.2", "6$0"]', '6.2', 'clauses: ["5.2", "6.2"]'],
    ['frameworks', 'frameworks: [$0]', '42001', 'frameworks: ["42001"]'],
    ['frameworks in quotes', 'frameworks: ["4$0"]', '42001', 'frameworks: ["42001"]'],
  ])('complete: %s', (_, source, label, expected) => {
    const wrap = (text: string) => `---\nkind: ai-policy\n${text}\n---\n\n# AI policy\n`;
    expect(completion('docs/policy.md', wrap(source)).chosen(label)).toBe(wrap(expected));
  });
  test('of a record, too', () => {
    const wrap = (text: string) => `---\nkind: deployment\nid: D-1\n${text}\n---\n\n# Release\n`;
    expect(completion('docs/d.md', wrap('impact_assessment: [$0')).chosen('AIA-1')).toBe(
      wrap('impact_assessment: [AIA-1'),
    );
  });
  test('a key of the text below is not one of the front matter', () => {
    const { labels } = completion('docs/p.md', '---\nkind: ai-policy\n$0\n---\n\nowner: somebody\n');
    expect(labels).toContain('owner');
  });
});

describe('at the top of a YAML file that holds a register', () => {
  const REGISTER = (more: string) => `kind: risk-register\n${more}\nrisks:\n  - id: R-9\n    description: New\n`;
  test('the keys of a document are offered', () => {
    const { labels } = completion('docs/r.yaml', REGISTER('$0'));
    expect(labels).toEqual(expect.arrayContaining(['title', 'owner', 'status', 'next_review']));
    expect(labels).not.toContain('kind');
  });
  test('its status is the status of a document', () => {
    expect(completion('docs/r.yaml', REGISTER('status: $0')).labels).toContain('in review');
  });
  test('an id in its list is nobody else’s', () => {
    expect(completion('docs/r.yaml', REGISTER('').replace('R-9', 'R-9$0')).labels).toEqual([]);
  });
  test('a file of somebody else is left in peace', () => {
    expect(completion('k8s/deployment.yaml', 'apiVersion: apps/v1\n$0\nmetadata:\n  name: x\n').labels).toEqual([]);
  });
});
