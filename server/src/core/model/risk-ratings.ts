import type { Aims } from './aims';
import type { Text } from './facts';
import type { FileView } from './file-view';
import { type AimsRecord, type RecordTable, type RecordValue, recordTablesIn } from './records';
import { isLevelOf, levelInMatrix, levelName, type RiskMatrix } from './risk-matrix';
import { expectedAt, numberIn, type RatingConflict } from './risk-rating';
import { levelNamed, levelOf, type RiskScheme, riskSchemeFor, stepNamed } from './risk-scheme';
import { unknownRatingsIn } from './risk-words';
import { keyOf, symbolsOf } from './symbols';

/** How likelihood and impact make the score. */
type Formula = 'product' | 'sum';

interface Ratings {
  readonly scheme?: RiskScheme;
  readonly formula?: Formula;
}

/** What the risks of a file say of their ratings, against each other and against the declared scheme. */
export function ratingConflictsIn(aims: Aims, view: FileView): readonly RatingConflict[] {
  if (view.document.template) return [];
  const tables = recordTablesIn(view, aims.frameworks).filter(({ type }) => type.name === 'risk');
  const scheme = tables.length === 0 ? undefined : riskSchemeFor(aims, view.file);
  return tables.flatMap((table) => {
    const followsMatrix = scheme?.matrix !== undefined && isFollowed(scheme.matrix, table);
    const formula = formulaOf(table, scheme);
    const ratings = { ...(scheme ? { scheme } : {}), ...(formula ? { formula } : {}) };
    const others = table.records.flatMap((record) => [
      ...(offScale(ratings, record, 'likelihood') ?? []),
      ...(offScale(ratings, record, 'impact') ?? []),
      ...(wrongScore(ratings, record) ?? []),
      ...(wrongLevel(ratings, record) ?? (scheme && followsMatrix ? offMatrix(scheme, record) : undefined) ?? []),
      ...(wrongResidual(aims, ratings, record) ?? []),
    ]);
    return [...(scheme ? unknownRatingsIn(scheme, table) : []), ...others];
  });
}

const numberOf = (record: AimsRecord, field: string): number | undefined => {
  const value = record.fields.get(field);
  return value && numberIn(value.text);
};

const apply = (formula: Formula, likelihood: number, impact: number): number =>
  formula === 'product' ? likelihood * impact : likelihood + impact;

/** The number of a rating: as it is given, or that of the step of the declared scale whose name is given. */
function stepOf(record: AimsRecord, field: 'likelihood' | 'impact', scheme: RiskScheme | undefined) {
  const text = record.fields.get(field)?.text;
  return text === undefined ? undefined : (numberIn(text) ?? stepNamed(scheme?.[field], text));
}

/** Likelihood and impact as numbers, and the score that a formula makes of them. */
function computed(record: AimsRecord, formula: Formula | undefined, scheme: RiskScheme | undefined) {
  const likelihood = stepOf(record, 'likelihood', scheme);
  const impact = stepOf(record, 'impact', scheme);
  if (likelihood === undefined || impact === undefined || formula === undefined) return undefined;
  return { likelihood, impact, score: apply(formula, likelihood, impact) };
}

const FEWEST = 3;
const MOSTLY = 0.75;

/** By what nearly all rows of a register say; where there are few, by the highest score of the scheme. */
function formulaOf({ records }: RecordTable, scheme: RiskScheme | undefined): Formula | undefined {
  const votes = (formula: Formula): number => records.filter((one) => agrees(one, formula, scheme) === true).length;
  const voters = records.filter((one) => agrees(one, 'product', scheme) !== undefined).length;
  const [product, sum] = [votes('product'), votes('sum')];
  const most = Math.max(product, sum);
  if (voters >= FEWEST)
    return product !== sum && most / voters >= MOSTLY ? (product > sum ? 'product' : 'sum') : undefined;
  return SQUARES.has(scheme?.levels.at(-1)?.to ?? 0) ? 'product' : undefined;
}

/** The highest product of two scales of 3, 4, 5, 6 or 10 steps, which no sum of them reaches. */
const SQUARES = new Set([9, 16, 25, 36, 100]);

/** Whether a formula explains the score of a risk, or else its level; nothing where neither can be compared. */
function agrees(record: AimsRecord, formula: Formula, scheme: RiskScheme | undefined): boolean | undefined {
  const made = computed(record, formula, scheme);
  const score = scoreOf(record);
  if (!made) return undefined;
  if (score !== undefined) return made.score === score;
  const level = scheme && levelNamed(scheme, record.fields.get('level')?.text ?? '');
  return scheme && level ? levelOf(scheme, made.score) === level : undefined;
}

/** The score, in a field of its own or beside the level. */
export const scoreOf = (record: AimsRecord): number | undefined =>
  numberOf(record, 'score') ?? numberOf(record, 'level');

/** The score a risk is given, or that its likelihood and impact make. */
function effectiveScore({ formula, scheme }: Ratings, record: AimsRecord): number | undefined {
  return scoreOf(record) ?? computed(record, formula, scheme)?.score;
}

function offScale({ scheme }: Ratings, record: AimsRecord, field: 'likelihood' | 'impact') {
  const scale = scheme?.[field];
  const value = record.fields.get(field);
  const number = numberOf(record, field);
  const [first, last] = [scale?.[0], scale?.at(-1)];
  if (!scale || !value || number === undefined || !first || !last || scale.length < FEWEST) return undefined;
  const isGapless = last.value - first.value === scale.length - 1;
  if (!isGapless || (first.value <= number && number <= last.value)) return undefined;
  const message = `The scale of ${field} runs from ${first.value} to ${last.value} in \`${scheme.file.path}\`, and this is ${number}.`;
  return [{ record, value, message }];
}

/** A score that is not what the other risks of the register make of likelihood and impact. */
function wrongScore({ formula, scheme }: Ratings, record: AimsRecord) {
  const made = computed(record, formula, scheme);
  const value = record.fields.get('score') ?? record.fields.get('level');
  const score = value && numberIn(value.text);
  if (!made || !value || score === undefined || score === made.score) return undefined;
  const sign = formula === 'product' ? '×' : '+';
  const message = `${made.likelihood} ${sign} ${made.impact} is ${made.score}, and the score is ${score}. The other risks are rated so.`;
  return [{ record, value, message, ...expectedAt(value, String(score), String(made.score)) }];
}

/** A level that the scheme gives to other scores. */
function wrongLevel(ratings: Ratings, record: AimsRecord) {
  const { scheme } = ratings;
  const value = record.fields.get('level');
  const score = effectiveScore(ratings, record);
  return scheme && value && score !== undefined ? levelConflict(scheme, record, value, score) : undefined;
}

function levelConflict(scheme: RiskScheme, record: AimsRecord, value: RecordValue, score: number) {
  const named = levelNamed(scheme, value.text);
  const meant = levelOf(scheme, score);
  if (!named || !meant || named === meant) return undefined;
  const message = `A score of ${score} is \`${meant.name}\` in \`${scheme.file.path}\` (${meant.from} to ${meant.to}), and this says \`${named.name}\`.`;
  return [{ record, value, message, ...expectedAt(value, named.name, meant.name) }];
}

/** The level the matrix gives, where the record names one of its levels. */
function ofMatrix(matrix: RiskMatrix, { fields }: AimsRecord) {
  const [likelihood, impact, level] = [fields.get('likelihood'), fields.get('impact'), fields.get('level')];
  if (!likelihood || !impact || !level || !isLevelOf(matrix, level.text)) return undefined;
  const expected = levelInMatrix(matrix, likelihood.text, impact.text);
  return expected === undefined ? undefined : { likelihood, impact, level, expected };
}

const fits = ({ level, expected }: { readonly level: Text; readonly expected: string }): boolean =>
  levelName(level.text) === levelName(expected);

/** A register that mostly says other things than a matrix was not rated by it. */
function isFollowed(matrix: RiskMatrix, { records }: RecordTable): boolean {
  const judged = records.flatMap((record) => ofMatrix(matrix, record) ?? []);
  return judged.length < FEWEST || judged.filter(fits).length / judged.length >= MOSTLY;
}

function offMatrix(scheme: RiskScheme, record: AimsRecord) {
  const found = scheme.matrix && ofMatrix(scheme.matrix, record);
  if (!found || fits(found)) return undefined;
  const { likelihood, impact, level, expected } = found;
  const message = `Likelihood \`${likelihood.text}\` and impact \`${impact.text}\` give \`${expected}\` in the matrix of \`${scheme.file.path}\`, and this says \`${level.text}\`.`;
  return [{ record, value: level, message, ...expectedAt(level, level.text, expected) }];
}

/** What remains beside its own level, and beside what other documents say that remains. */
function wrongResidual(aims: Aims, { scheme }: Ratings, record: AimsRecord) {
  const value = record.fields.get('residual');
  const score = value && numberIn(value.text);
  if (!value || score === undefined) return undefined;
  const ofLevel = scheme ? levelConflict(scheme, record, value, score) : undefined;
  return ofLevel ?? otherResidual(aims, record, value, score);
}

/** A residual risk that is told of as smaller than it is in the register: what is accepted is not what remains. */
function otherResidual(aims: Aims, record: AimsRecord, value: RecordValue, score: number) {
  const same = record.id ? symbolsOf(aims).get(keyOf(record.id.text)) : [];
  const others = same.flatMap((one) => (one.type === 'risk' && !one.byName && one.record ? [one.record] : []));
  const register = others.find((one) => one.file !== record.file && one.fields.has('likelihood'));
  const known = register && numberOf(register, 'residual');
  if (!register || record.fields.has('likelihood') || known === undefined || known <= score) return undefined;
  const message = `What remains of \`${record.id?.text}\` is ${known} in \`${register.file.path}\`, and ${score} here.`;
  return [{ record, value, message, ...expectedAt(value, String(score), String(known)) }];
}
