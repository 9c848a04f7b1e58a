import type { Example, Rule } from '../rules/rule';

/** The page of a rule: what it finds, why it matters, examples, doubt. */
export function rulePage({ meta, examples }: Rule): string {
  const parts = [
    `# ${meta.name}`,
    meta.summary,
    `Severity: **${meta.severity}**${meta.basis.length > 0 ? ` · Basis: ${meta.basis.map((id) => `\`${id}\``).join(', ')}` : ''}${meta.quiet ? ' · also in folders without `aims.yaml`' : ''}`,
    '## Why it matters',
    meta.why,
    ...section('## What it finds', examples.bad),
    ...section('## What it leaves alone', examples.good),
    '## When it is wrong',
    meta.doubt,
    `To change its severity or to switch it off, write in \`aims.yaml\`:\n\n\`\`\`yaml\nrules:\n  ${meta.name}: off\n\`\`\``,
  ];
  return `${parts.join('\n\n')}\n`;
}

const section = (title: string, examples: readonly Example[]): readonly string[] =>
  examples.length === 0 ? [] : [title, ...examples.map(exampleBlock)];

/** The workspace as it is tested; `^^^` marks what is found. A fence longer than any inside keeps it whole. */
function exampleBlock({ text, note }: Example): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${note === undefined ? '' : `${note}\n\n`}${fence}text\n${text}\n${fence}`;
}

export function ruleIndex(rules: readonly Rule[]): string {
  const rows = rules.map(({ meta }) => `| [${meta.name}](${meta.name}.md) | ${meta.severity} | ${meta.summary} |`);
  return `${['# Rules', 'Every finding carries the name of its rule and links to its page.', ['| rule | severity | finds |', '|---|---|---|', ...rows].join('\n')].join('\n\n')}\n`;
}
