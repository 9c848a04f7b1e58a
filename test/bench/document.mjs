import { posix } from 'node:path';
import {
  actors,
  controls,
  duties,
  occasions,
  people,
  reasons,
  sectionTitles,
  sites,
  systems,
  topics,
} from './vocabulary.mjs';

const security = ['A.5.9', 'A.5.12', 'A.8.15', 'A.8.25', 'A.5.23'];
const ranges = ['A.7.2–A.7.6', 'A.6.2.2 to A.6.2.8', 'A.5.2-5', 'A.8.2, A.8.3 and A.8.5', 'clauses 4–10', 'A.6.2.4/6'];
const levels = ['low', 'medium', 'high', 'very high'];
const statuses = ['approved', 'approved', 'approved', 'approved', 'in review', 'draft'];

/** One policy-like page of roughly `bytes` bytes. `paths` are the files it may link to. */
export function documentText(entry, paths, dice, bytes) {
  const parts = [frontMatter(entry, dice), `# ${entry.title}\n`, paragraph(entry, paths, dice)];
  const blocks = [tableOfRisks, listOfSteps, tableOfMeasures, codeFence, quote];
  let size = lengthOf(parts);
  for (let number = 1; size < bytes - 700; number += 1) {
    const block = number % 2 === 1 ? blocks[Math.floor(number / 2) % blocks.length] : undefined;
    const section = [heading(entry, number, dice), paragraph(entry, paths, dice), paragraph(entry, paths, dice)];
    if (block) section.push(block(entry, paths, dice));
    size += lengthOf(section);
    parts.push(...section);
  }
  return parts.join('\n');
}

/** The Statement of Applicability: one row per control, exactly one file of the corpus. */
export function applicabilityText(entry, paths, dice) {
  const head = '| Control | Title | Applicable | Justification | Status | Evidence |\n|---|---|---|---|---|---|';
  const rows = controls.map((control) => {
    const excluded = dice.chance(0.08);
    const why = excluded ? `${reasons[0]}: role not held, see Clause 4.1` : dice.pick(reasons);
    const status = excluded ? '—' : dice.pick(['Implemented', 'Implemented', 'In progress', 'Planned']);
    const evidence = excluded ? '' : `[record](${linkFrom(entry, dice.pick(paths))}), \`${dice.pick(paths)}\``;
    return `| ${control.id} | ${control.title} | ${excluded ? 'No' : 'Yes'} | ${why} | ${status} | ${evidence} |`;
  });
  const intro = 'Controls of ISO/IEC 42001:2023 Annex A, see Clause 6.1.3 and ISO/IEC 27001 A.5.9.';
  return [frontMatter(entry, dice), `# ${entry.title}\n`, `${intro}\n`, head, ...rows, ''].join('\n');
}

function frontMatter(entry, dice) {
  const year = dice.between(2024, 2026);
  const date = (y) => `${y}-${two(dice.between(1, 12))}-${two(dice.between(1, 28))}`;
  const own = [dice.pick(controls).id, dice.pick(controls).id];
  const flow = dice.chance(0.5);
  const list = (values) =>
    flow ? ` [${values.map((v) => `"${v}"`).join(', ')}]` : values.map((v) => `\n  - "${v}"`).join('');
  const lines = [
    `id: ${entry.id}`,
    `title: ${entry.title}`,
    `kind: ${entry.kind}`,
    `version: "${dice.between(1, 4)}.${dice.between(0, 9)}"`,
    `status: ${dice.pick(statuses)}`,
    `owner: ${dice.pick(people)}`,
    `approver: ${dice.pick(people)}`,
    `approved_on: ${date(year)}`,
    `next_review: ${dice.chance(0.02) ? 'TBD' : date(year + 1)}`,
    `clauses:${list(entry.clauses)}`,
    `controls:${list([...new Set(own)])}`,
  ];
  return `---\n${lines.join('\n')}\n---\n`;
}

/** Numbered headings mostly do not name a clause, exactly as in real documents. */
function heading(entry, number, dice) {
  if (dice.chance(0.15)) return `## Clause ${dice.pick(entry.clauses)}: ${dice.pick(sectionTitles).toLowerCase()}\n`;
  const level = number % 3 === 0 ? '###' : '##';
  return `${level} ${number}. ${dice.pick(sectionTitles)} (${dice.pick(sites)} ${number})\n`;
}

function paragraph(entry, paths, dice) {
  const count = dice.between(2, 5);
  const text = Array.from({ length: count }, () => sentence(entry, paths, dice)).join(' ');
  return `${dice.chance(0.5) ? wrapped(text, 100) : text}\n`;
}

function sentence(entry, paths, dice) {
  const core = `${dice.pick(actors)} ${dice.pick(duties)} ${dice.pick(occasions)}`;
  return `${core}${ending(entry, paths, dice)}.`;
}

/** What follows the core of a sentence: half carry a reference, a link or a path, some a number that is not a reference. */
function ending(entry, paths, dice) {
  const clause = dice.pick(dice.pick(topics).clauses);
  const control = dice.pick(controls);
  const endings = [
    () => ` (Clause ${clause})`,
    () => `, as ${control.id} expects`,
    () => `, see ${control.id} ${control.title}`,
    () => `; compare ISO/IEC 27001 ${dice.pick(security)}`,
    () => `, which covers ${dice.pick(ranges)}`,
    () => ` (42001:${control.id}, guidance in B${control.id.slice(1)})`,
    () => `, see [${dice.pick(sectionTitles)}](${linkFrom(entry, dice.pick(paths))})`,
    () => `; the result is kept in \`${dice.pick(paths)}\``,
    () =>
      `, using version ${dice.between(1, 9)}.${dice.between(0, 9)}.${dice.between(0, 9)} of **${dice.pick(systems)}**`,
    () => `, NIST AI RMF GOVERN ${dice.between(1, 6)}.${dice.between(1, 3)}`,
    () => (dice.chance(0.05) ? ', see A.7.7' : ', with a margin of 2.5 %'),
  ];
  return dice.chance(0.55) ? dice.pick(endings)() : '';
}

function tableOfRisks(_entry, _paths, dice) {
  const head = '| ID | Risk | Likelihood | Impact | Level | Treatment | Control |\n|---|---|---|---|---|---|---|';
  const rows = Array.from({ length: dice.between(4, 8) }, () => {
    const id = `R-${String(dice.between(1, 240)).padStart(3, '0')}`;
    const grades = [dice.pick(levels), dice.pick(levels), dice.pick(levels)].join(' | ');
    return `| ${id} | ${dice.pick(systems)} ${dice.pick(duties)} | ${grades} | Reduce | ${dice.pick(controls).id} |`;
  });
  return `${[head, ...rows].join('\n')}\n`;
}

function tableOfMeasures(_entry, _paths, dice) {
  const head = '| Measure | Target | Last value | Owner | State |\n| :-- | --: | --: | :-- | :-: |';
  const rows = Array.from({ length: dice.between(3, 6) }, () => {
    const values = `≥ ${dice.between(80, 99)} % | ${dice.between(70, 99)}.${dice.between(0, 9)} %`;
    return `| ${dice.pick(sectionTitles)} | ${values} | ${dice.pick(people)} | ${dice.pick(['✅', '⚠️', '❌'])} |`;
  });
  return `${[head, ...rows].join('\n')}\n`;
}

function listOfSteps(entry, paths, dice) {
  const steps = Array.from({ length: dice.between(3, 6) }, (_, at) => `${at + 1}. ${sentence(entry, paths, dice)}`);
  steps.push(`   - [ ] ${sentence(entry, paths, dice)}`, `   - [x] ${sentence(entry, paths, dice)}`);
  return `${steps.join('\n')}\n`;
}

function codeFence(_entry, _paths, dice) {
  const lines = [
    '```yaml',
    `system: ${dice.pick(systems)}`,
    'thresholds:',
    '  recall: 0.93',
    '  A.6.2.4: not a reference',
    '```',
  ];
  return `${lines.join('\n')}\n`;
}

function quote(entry, paths, dice) {
  return `> **Note**: ${sentence(entry, paths, dice)}\n>\n> - ${sentence(entry, paths, dice)}\n`;
}

function wrapped(text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    if (lines[last] && lines[last].length + word.length >= width) lines.push(word);
    else lines[last] += lines[last] ? ` ${word}` : word;
  }
  return lines.join('\n');
}

function linkFrom(entry, path) {
  const relative = posix.relative(posix.dirname(entry.path), path);
  return relative || posix.basename(path);
}

const two = (number) => String(number).padStart(2, '0');
const lengthOf = (parts) => parts.reduce((sum, part) => sum + Buffer.byteLength(part) + 1, 0);
