import riskAcceptance from '../../../data/synonyms/risk-acceptance.yaml';
import { memo } from '../query/memo';
import { meaningsOf } from '../records/vocabulary';
import { boldLines } from '../syntax/markdown/metadata/key-lines';
import { entriesOf, mapOf, scalarsOf } from '../syntax/yaml/nodes';
import { parseYaml } from '../syntax/yaml/parse-yaml';
import { normalize } from '../text/words';
import type { Aims, SourceFile } from './aims';
import type { Grid, Text } from './facts';
import { viewsOf } from './file-view';
import { levelName, matrixIn, type RiskMatrix } from './risk-matrix';

/** How risks are rated, as the organization declared it. What it did not declare is absent. */
export interface RiskScheme {
  readonly file: SourceFile;
  readonly likelihood?: Scale;
  readonly impact?: Scale;
  readonly levels: readonly RiskLevel[];
  readonly matrix?: RiskMatrix;
  /** Up to where risks are accepted, as written. */
  readonly acceptance?: Text;
}

/** The steps of a scale, from the lowest number up. */
export type Scale = readonly { readonly value: number; readonly name: string }[];

/** A level with the scores it stands for: `medium` for 6 to 11. */
export interface RiskLevel {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Read from the risk methodology, else from the risk register: tables of scales and levels, and a key for acceptance. */
export const riskScheme = memo((aims: Aims): RiskScheme | undefined => schemesIn(aims)[0]);

const schemesIn = memo((aims: Aims): readonly RiskScheme[] => {
  const of = (kind: string) =>
    viewsOf(aims).filter((view) => view.document.kind?.id === kind && !view.document.template);
  return [...of('risk-methodology'), ...of('risk-register')].flatMap(({ file }) => schemeIn(file).scheme ?? []);
});

/**
 * The scheme for the risks of one file: its own, else the only one that is declared. Where several disagree, nobody can
 * tell by which of them a risk was rated.
 */
export function riskSchemeFor(aims: Aims, file: SourceFile): RiskScheme | undefined {
  const schemes = schemesIn(aims);
  const own = schemes.find((scheme) => scheme.file === file && rates(scheme));
  const [first, ...others] = schemes.filter(rates);
  const told = ({ levels, matrix }: RiskScheme): string => JSON.stringify([levels, matrix]);
  const agreed = others.every((other) => first && told(other) === told(first));
  return own ?? (agreed ? first : undefined);
}

const rates = ({ levels, matrix }: RiskScheme): boolean => levels.length > 0 || matrix !== undefined;

/** The level that a score has, if levels are declared for it. */
export const levelOf = (scheme: RiskScheme, score: number): RiskLevel | undefined =>
  scheme.levels.find(({ from, to }) => from <= score && score <= to);

/** The declared level that a text names: `🔴 High (15)`. */
export function levelNamed({ levels }: RiskScheme, text: string): RiskLevel | undefined {
  const name = levelName(text);
  return levels.find((level) => normalize(level.name) === name);
}

/** The number of the step that a text names: `likely`. */
export function stepNamed(scale: Scale | undefined, text: string): number | undefined {
  const name = levelName(text);
  return scale?.find((step) => normalize(step.name) === name)?.value;
}

const schemeIn = memo((file: SourceFile): { readonly scheme?: RiskScheme } => {
  const scheme = readScheme(file);
  return scheme ? { scheme } : {};
});

function readScheme(file: SourceFile): RiskScheme | undefined {
  const { grids, headings } = file.facts;
  const scaleIn = (scale: 'likelihood' | 'impact'): Scale | undefined =>
    grids
      .map((grid) => scaleOf(grid, headings[grid.heading ?? -1]?.text ?? '', scale))
      .find((found) => found !== undefined);
  const declared = file.facts.format === 'yaml' ? schemeOfYaml(file) : {};
  const likelihood = declared.likelihood ?? scaleIn('likelihood');
  const impact = declared.impact ?? scaleIn('impact');
  const levels = declared.levels ?? grids.map(levelsOf).find((found) => found.length > 0) ?? [];
  const acceptance = declared.acceptance ?? acceptanceOf(file);
  const matrix = grids.map(matrixIn).find((found) => found !== undefined);
  if (!likelihood && !impact && levels.length === 0 && !acceptance && !matrix) return undefined;
  return {
    file,
    levels,
    ...(likelihood ? { likelihood } : {}),
    ...(impact ? { impact } : {}),
    ...(acceptance ? { acceptance } : {}),
    ...(matrix ? { matrix } : {}),
  };
}

const NUMBER = /^\d{1,2}$/;
const RANGE = /^(\d{1,3})(?:\s*(?:-|–|—|to|bis|à|a)\s*(\d{1,3}))?$/i;

/** Fields whose numbers are scores. */
const RATED: ReadonlySet<string> = new Set(['level', 'score']);

const meaningOf = (header: string): string | undefined => meaningsOf(header).get('risk')?.field;

/** A table of numbers with their names, whose header or heading says which of the two scales it is. */
function scaleOf({ header, rows }: Grid, heading: string, scale: 'likelihood' | 'impact'): Scale | undefined {
  const named = header.findIndex((cell) => meaningOf(cell.text) === scale);
  if (named < 0 && !saysScale(heading, scale)) return undefined;
  const numbers = header.findIndex((_, index) => rows.every((row) => NUMBER.test(row.cells[index]?.text ?? '')));
  const names = named >= 0 && named !== numbers ? named : header.findIndex((_, index) => index !== numbers);
  const isWide = header.length > 4 && (numbers !== 0 || header.length > 6);
  if (numbers < 0 || names < 0 || rows.length < 2 || isWide) return undefined;
  const steps = rows.map((row) => ({
    value: Number(row.cells[numbers]?.text),
    name: row.cells[names]?.text ?? '',
  }));
  const isScale = new Set(steps.map((step) => step.value)).size === steps.length;
  return isScale ? [...steps].sort((a, b) => a.value - b.value) : undefined;
}

const saysScale = (heading: string, scale: 'likelihood' | 'impact'): boolean =>
  normalize(heading)
    .split(' ')
    .some((word) => meaningOf(word) === scale && word.length > 3);

/** A table with a column of levels and one of scores or ranges of scores: `| Level | Score |`, `| Level of risk | Name |`. */
function levelsOf({ header, rows }: Grid): readonly RiskLevel[] {
  const ranges = header.findIndex(
    (_, index) => rows.length > 1 && rows.every((row) => RANGE.test(row.cells[index]?.text ?? '')),
  );
  const stated = header.findIndex((cell, index) => index !== ranges && meaningOf(cell.text) === 'level');
  const isRated = RATED.has(meaningOf(header[ranges]?.text ?? '') ?? '');
  const names = stated < 0 && isRated ? header.findIndex((_, index) => index !== ranges) : stated;
  if (names < 0 || ranges < 0) return [];
  const levels = rows.flatMap((row) => levelOfRange(row.cells[names]?.text ?? '', row.cells[ranges]?.text ?? '') ?? []);
  const distinct = new Set(levels.map((level) => level.name)).size === levels.length;
  return distinct && levels.every((level) => /\p{L}/u.test(level.name)) && areRanges(levels) ? inOrder(levels) : [];
}

const inOrder = (levels: readonly RiskLevel[]): readonly RiskLevel[] => [...levels].sort((a, b) => a.from - b.from);

/** Ranges of scores follow one another. Lone numbers beside levels may count risks. */
const areRanges = (levels: readonly RiskLevel[]): boolean =>
  levels.some(({ from, to }) => to > from) &&
  inOrder(levels).every(({ from, to }, index, all) => from <= to && from > (all[index - 1]?.to ?? -1));

function levelOfRange(name: string, range: string): RiskLevel | undefined {
  const match = RANGE.exec(range.trim());
  if (!match || name === '') return undefined;
  const from = Number(match[1]);
  return { name, from, to: match[2] === undefined ? from : Number(match[2]) };
}

const ACCEPTANCE = new Set((riskAcceptance as readonly string[]).map(normalize));

/** As metadata, or as a bold line of any section: `**Acceptance level:** low`. */
function acceptanceOf({ text, facts }: SourceFile): Text | undefined {
  const lines = facts.format === 'markdown' ? boldLines(text, { start: 0, end: text.length }) : [];
  const entry = [...facts.metadata, ...lines].find((one) => ACCEPTANCE.has(normalize(one.key)) && one.value !== '');
  return entry && { text: entry.value, span: entry.valueSpan };
}

interface Declared {
  readonly likelihood?: Scale;
  readonly impact?: Scale;
  readonly levels?: readonly RiskLevel[];
  readonly acceptance?: Text;
}

/** `risk:` with `likelihood`, `impact`, `levels` and `acceptance` below it. Facts keep no nested maps, so the file is read again. */
function schemeOfYaml({ text }: SourceFile): Declared {
  const base = text.startsWith('\uFEFF') ? 1 : 0;
  const root = mapOf(parseYaml(text.slice(base), base).documents[0]?.contents);
  const risk = root && mapOf(entriesOf(root, text, base).find((entry) => normalize(entry.key) === 'risk')?.value);
  const entries = risk ? entriesOf(risk, text, base) : [];
  const scale = (field: string): Scale | undefined => {
    const found = entries.find((entry) => meaningOf(entry.key) === field);
    const steps = scalarsOf(found?.value, text, base).map(({ text: name }, index) => ({ value: index + 1, name }));
    return steps.length > 1 ? steps : undefined;
  };
  const levels = mapOf(entries.find((entry) => normalize(entry.key) === 'levels')?.value);
  const ranges = (levels ? entriesOf(levels, text, base) : []).flatMap(
    (entry) => levelOfRange(entry.key, scalarsOf(entry.value, text, base)[0]?.text ?? '') ?? [],
  );
  const acceptance = scalarsOf(entries.find((entry) => ACCEPTANCE.has(normalize(entry.key)))?.value, text, base)[0];
  const [likelihood, impact] = [scale('likelihood'), scale('impact')];
  return {
    ...(likelihood ? { likelihood } : {}),
    ...(impact ? { impact } : {}),
    ...(ranges.length > 0 && areRanges(ranges) ? { levels: inOrder(ranges) } : {}),
    ...(acceptance ? { acceptance } : {}),
  };
}
