import { diceFrom } from './random.mjs';
import { controls, duties, people, reasons, sectionTitles, systems } from './vocabulary.mjs';

/** A Markdown page of about 1 MB that holds one table of 5,000 rows. */
export function largePage({ seed = 42001, rows = 5000, bytes = 1024 * 1024 } = {}) {
  const dice = diceFrom(seed);
  const table = riskTable(dice, rows);
  const parts = [
    '---\nid: REG-RISK\ntitle: Group risk register\nkind: risk-register\n---\n',
    '# Group risk register\n',
  ];
  let size = Buffer.byteLength(table);
  for (let number = 1; size < bytes; number += 1) {
    const section = `## ${number}. ${dice.pick(sectionTitles)} ${number}\n\n${prose(dice)}\n`;
    size += Buffer.byteLength(section) + 1;
    parts.push(section);
  }
  // The table stands in the middle, so that an edit before it and an edit behind it both meet a large rest.
  parts.splice(Math.ceil(parts.length / 2), 0, `## Register\n\n${table}`);
  return parts.join('\n');
}

/** A Statement of Applicability in YAML of about 5,000 lines: the 38 controls and the organization's own. */
export function largeApplicability({ seed = 42001, lines = 5000 } = {}) {
  const dice = diceFrom(seed);
  const output = ['# Statement of Applicability', 'controls:'];
  for (let at = 0; output.length < lines; at += 1) output.push(...controlItem(dice, at));
  return `${output.join('\n')}\n`;
}

function riskTable(dice, count) {
  const head = '| ID | Risk | Level | Owner | Control | Title |\n|---|---|---|---|---|---|\n';
  const row = (_, at) => {
    const control = dice.pick(controls);
    const risk = `${dice.pick(systems)} ${dice.pick(duties)}`;
    return `| R-${at + 1} | ${risk} | ${dice.pick(['low', 'high'])} | ${dice.pick(people)} | ${control.id} | ${control.title} |\n`;
  };
  return head + Array.from({ length: count }, row).join('');
}

function prose(dice) {
  const sentence = () =>
    `${dice.pick(reasons)}; ${dice.pick(people)} ${dice.pick(duties)}, see ${dice.pick(controls).id}.`;
  return `${Array.from({ length: dice.between(3, 8) }, sentence).join(' ')}\n`;
}

function controlItem(dice, at) {
  const known = controls[at];
  const own = { id: `ORG.${Math.floor(at / 20) + 1}.${(at % 20) + 1}`, title: `Own control ${at + 1}` };
  const { id, title } = known ?? own;
  return [
    `  - control: "${id}"`,
    `    title: ${title}`,
    '    applicable: true',
    '    justification: >-',
    `      ${dice.pick(reasons)}.`,
    `    status: ${dice.pick(['implemented', 'in progress', 'planned'])}`,
    `    owner: ${dice.pick(people)}`,
    '    evidence:',
    `      - path: records/${dice.pick(systems)}-${at + 1}.pdf`,
    `        collected_on: 2026-0${dice.between(1, 9)}-${dice.between(10, 28)}`,
    `    risks: [R-${dice.between(1, 240)}, R-${dice.between(1, 240)}]`,
    '    last_review: 2026-05-04',
  ];
}
