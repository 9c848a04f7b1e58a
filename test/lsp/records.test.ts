import { describe, expect, test } from 'vitest';
import { folder } from '../support/folder';
import { startServer } from '../support/lsp-client';

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}

interface Item {
  readonly label: string;
  readonly textEdit: { readonly range: Range; readonly newText: string };
}

const KNOWN = {
  'aims.yaml': 'organization:\n  name: Harbour Clinic\n',
  'systems.yaml':
    'systems:\n  - id: triage-bot\n    name: Triage bot\n    purpose: Ranks patients\n    owner: Head of AI\n  - id: letter-writer\n    name: Letter writer\n    purpose: Drafts letters\n    owner: Head of Letters\n',
};

const LANGUAGES: Readonly<Record<string, string>> = { md: 'markdown', yaml: 'yaml', csv: 'csv' };

/** Opens a file in a real server; `$0` in its text is the caret. */
async function opened(name: string, source: string) {
  const text = source.replace('$0', '');
  const at = folder({ ...KNOWN, [name]: text });
  const client = startServer();
  await client.initialize({
    capabilities: { textDocument: { diagnostic: {} } },
    workspaceFolders: [{ uri: at.uri, name: 'test' }],
  });
  const uri = at.uriOf(name);
  const languageId = LANGUAGES[name.split('.').at(-1)!]!;
  await client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  const before = source.slice(0, source.indexOf('$0')).split('\n');
  const position: Position = { line: before.length - 1, character: before.at(-1)!.length };
  const request = <T>(method: string, more: object = {}) =>
    client.request<T>(method, { textDocument: { uri }, position, ...more });
  return { text, position, request };
}

async function completion(name: string, source: string) {
  const { text, request } = await opened(name, source);
  const items = (await request<readonly Item[] | null>('textDocument/completion')) ?? [];
  const labels = items.map((item) => item.label);
  /** The line as it is after a choice. */
  const chosen = (label: string): string => {
    const { range, newText } = items.find((item) => item.label === label)!.textEdit;
    expect(range.start.line).toBe(range.end.line);
    const line = text.split('\n')[range.start.line]!;
    return line.slice(0, range.start.character) + newText + line.slice(range.end.character);
  };
  return { labels, chosen };
}

async function hover(name: string, source: string): Promise<string> {
  const { request } = await opened(name, source);
  const result = await request<{ readonly contents: { readonly value: string } } | null>('textDocument/hover');
  return result?.contents.value ?? '';
}

const YAML = (more: string) => `risks:\n  - id: R-1\n    description: Old data\n${more}\n`;
const FRONT = (more: string) => `---\nkind: risk\nid: R-1\ndescription: Old data\n${more}\n---\n\n# A risk\n`;
const TABLE = (row: string, header = 'Treatment') =>
  `# AI risk register\n\n## Risks\n\n| Risk ID | Risk | System | ${header} | Due |\n|---|---|---|---|---|\n| R-1 | Old data | triage-bot | modify | 2026-12-31 |\n${row}\n`;
const CSV = (row: string) => `Risk ID,Risk,System,Treatment,Due\nR-1,Old data,triage-bot,modify,2026-12-31\n${row}\n`;

const TREATMENTS = ['modify', 'share', 'avoid', 'retain'];

describe('keys of a record are completed', () => {
  test.each([
    ['in an item of YAML', 'risks.yaml', YAML('    $0')],
    ['in the first line of an item', 'risks.yaml', 'risks:\n  - id: R-1\n    description: Old data\n  - $0\n'],
    ['after their first letters', 'risks.yaml', YAML('    trea$0')],
    ['between other keys', 'risks.yaml', YAML('    $0\n    owner: Head of AI')],
    ['in front matter', 'risk.md', FRONT('$0')],
    ['in front matter after their first letters', 'risk.md', FRONT('tre$0')],
  ])('%s', async (_, name, source) => {
    const { labels, chosen } = await completion(name, source);
    expect(labels).toContain('treatment');
    expect(labels).not.toContain(name === 'risk.md' ? 'description' : source.includes('- $0') ? 'nothing' : 'id');
    expect(chosen('treatment').trim().replace(/^- /, '')).toBe('treatment:');
  });
});

describe('values of a vocabulary are completed', () => {
  test.each([
    ['after the key in YAML', 'risks.yaml', YAML('    treatment: $0'), '    treatment: retain'],
    ['after their first letters in YAML', 'risks.yaml', YAML('    treatment: ret$0'), '    treatment: retain'],
    ['under a key of other words', 'risks.yaml', YAML('    Risk response: $0'), '    Risk response: retain'],
    ['in quotes', 'risks.yaml', YAML('    treatment: "re$0"'), '    treatment: "retain"'],
    ['in front matter', 'risk.md', FRONT('treatment: $0'), 'treatment: retain'],
    ['in front matter after their first letters', 'risk.md', FRONT('treatment: re$0'), 'treatment: retain'],
    [
      'in an empty cell',
      'risks.md',
      TABLE('| R-2 | Drift | triage-bot | $0 |  |'),
      '| R-2 | Drift | triage-bot | retain |  |',
    ],
    [
      'in a cell begun',
      'risks.md',
      TABLE('| R-2 | Drift | triage-bot | re$0 |  |'),
      '| R-2 | Drift | triage-bot | retain |  |',
    ],
    [
      'in a row that is not closed yet',
      'risks.md',
      TABLE('| R-2 | Drift | triage-bot | $0'),
      '| R-2 | Drift | triage-bot | retain',
    ],
    ['in CSV', 'risk-register.csv', CSV('R-2,Drift,triage-bot,re$0,'), 'R-2,Drift,triage-bot,retain,'],
  ])('%s', async (_, name, source, line) => {
    const { labels, chosen } = await completion(name, source);
    expect(labels).toEqual(expect.arrayContaining(TREATMENTS));
    expect(chosen('retain')).toBe(line);
  });
  test('of several words', async () => {
    const source = 'systems:\n  - id: x\n    stage: design and$0\n';
    const { chosen } = await completion('more.yaml', source);
    expect(chosen('design and development')).toBe('    stage: design and development');
  });
});

describe('ids of other records are completed', () => {
  test.each([
    ['in YAML', 'risks.yaml', YAML('    system: $0'), '    system: letter-writer'],
    ['in YAML after their first letters', 'risks.yaml', YAML('    system: letter-w$0'), '    system: letter-writer'],
    [
      'in a list in brackets',
      'risks.yaml',
      YAML('    system: [triage-bot, $0]'),
      '    system: [triage-bot, letter-writer]',
    ],
    [
      'in a list in brackets, before another',
      'risks.yaml',
      YAML('    system: [$0, triage-bot]'),
      '    system: [letter-writer, triage-bot]',
    ],
    ['in a list of lines', 'risks.yaml', YAML('    system:\n      - triage-bot\n      - $0'), '      - letter-writer'],
    ['in front matter', 'risk.md', FRONT('system: $0'), 'system: letter-writer'],
    ['in a cell', 'risks.md', TABLE('| R-2 | Drift | $0 |  |  |'), '| R-2 | Drift | letter-writer |  |  |'],
    [
      'in a cell with another',
      'risks.md',
      TABLE('| R-2 | Drift | triage-bot, $0 |  |  |'),
      '| R-2 | Drift | triage-bot, letter-writer |  |  |',
    ],
    ['in CSV', 'risk-register.csv', CSV('R-2,Drift,$0,modify,'), 'R-2,Drift,letter-writer,modify,'],
  ])('%s', async (_, name, source, line) => {
    const { labels, chosen } = await completion(name, source);
    expect(labels).toEqual(expect.arrayContaining(['triage-bot', 'letter-writer']));
    expect(chosen('letter-writer')).toBe(line);
  });
});

describe('pointing at', () => {
  test.each([
    ['a key in YAML', 'risks.yaml', YAML('    trea$0tment: modify')],
    ['a key in front matter', 'risk.md', FRONT('trea$0tment: modify')],
    ['the header of a column', 'risks.md', TABLE('| R-2 | Drift | x | avoid | |', 'Treat$0ment')],
    ['the header of a column in other words', 'risks.md', TABLE('| R-2 | Drift | x | avoid | |', 'Risk resp$0onse')],
    ['the header of CSV', 'risk-register.csv', CSV('R-2,Drift,x,avoid,').replace('Treatment', 'Treat$0ment')],
  ])('%s says what the field is for', async (_, name, source) => {
    const text = await hover(name, source);
    expect(text).toContain('**treatment** · AI risk');
    expect(text).toContain('- `retain`: it is knowingly kept');
  });
  test.each([
    ['YAML', 'risks.yaml', YAML('    treatment: Miti$0gate')],
    ['front matter', 'risk.md', FRONT('treatment: Miti$0gate')],
    ['a cell', 'risks.md', TABLE('| R-2 | Drift | x | Miti$0gate | |')],
    ['CSV', 'risk-register.csv', CSV('R-2,Drift,x,Miti$0gate,')],
  ])('a value in %s says what it means', async (_, name, source) => {
    expect(await hover(name, source)).toContain('**modify** controls make it less likely or less bad');
  });
  test.each([
    ['YAML', 'risks.yaml', YAML('    system: letter-w$0riter')],
    ['front matter', 'risk.md', FRONT('system: letter-w$0riter')],
    ['a cell', 'risks.md', TABLE('| R-2 | Drift | letter-w$0riter | avoid | |')],
  ])('an id in %s tells of its record', async (_, name, source) => {
    expect(await hover(name, source)).toContain('**letter-writer Letter writer** · AI system');
  });
});

test('a slip in a record is a diagnostic with a fix', async () => {
  const { request, position } = await opened('risks.yaml', YAML('    treatment: mitig$0aet'));
  const { items } = await request<{ readonly items: readonly { code: string; range: Range }[] }>(
    'textDocument/diagnostic',
  );
  const slip = items.find((item) => item.code === 'record-invalid')!;
  expect(slip.range).toEqual({ start: { line: 3, character: 15 }, end: { line: 3, character: 23 } });
  const actions = await request<
    readonly { title: string; edit: { changes?: Record<string, readonly { newText: string }[]> } }[]
  >('textDocument/codeAction', { range: { start: position, end: position }, context: { diagnostics: [slip] } });
  expect(actions.map((action) => action.title)).toContain('Change to `mitigate`');
});
