import { fieldNamed } from '../records/record-type';
import { valueMeant } from '../records/vocabulary';
import type { Aims } from './aims';
import { type FileView, viewAt } from './file-view';
import { type AimsRecord, type RecordValue, recordsIn } from './records';
import { levelName, ranksOf } from './risk-matrix';
import { numberIn } from './risk-rating';
import { scoreOf } from './risk-ratings';
import { levelNamed, type RiskScheme, riskSchemeFor } from './risk-scheme';
import { keyOf, mentionsOf, symbolsOf } from './symbols';

/** A risk above the level up to which risks are accepted, with nothing done about it or nobody who accepted it. */
export interface UnansweredRisk {
  readonly record: AimsRecord;
  readonly value: RecordValue;
  readonly reason: 'untreated' | 'retained' | 'residual';
  readonly scheme: RiskScheme;
}

/** The risks of a register against the acceptance level that the methodology or the register declares. */
export function unansweredRisksIn(aims: Aims, view: FileView): readonly UnansweredRisk[] {
  if (view.document.template) return [];
  const risks = recordsIn(view, aims.frameworks).filter(({ type }) => type.name === 'risk');
  const scheme = risks.length === 0 ? undefined : riskSchemeFor(aims, view.file);
  const line = scheme && lineOf(scheme);
  if (!scheme || !line) return [];
  return risks.flatMap((record) => unanswered(aims, scheme, line, record) ?? []);
}

/** Whether a risk is known to be no higher than what is accepted. */
export function isWithinAcceptance(aims: Aims, record: AimsRecord): boolean {
  const scheme = riskSchemeFor(aims, record.file);
  const line = scheme && lineOf(scheme);
  const height = line && heightOf(line, record);
  return line !== undefined && height !== undefined && height.height <= line.limit;
}

/** Up to where risks are accepted, and how high a level or score is beside it. */
interface Line {
  readonly limit: number;
  readonly heightOf: (text: string) => number | undefined;
  /** Heights are scores, not ranks of the levels of a matrix. */
  readonly byScore: boolean;
}

/** `low`, `up to medium`, `≤ 9`. Sentences are for people. */
function lineOf(scheme: RiskScheme): Line | undefined {
  const text = (scheme.acceptance?.text ?? '').replace(UP_TO, '').trim();
  const score = levelNamed(scheme, text)?.to ?? (/^\d{1,3}$/.test(text) ? Number(text) : undefined);
  // Of a level the lowest score counts: nobody says where in its range a risk is.
  if (score !== undefined)
    return { limit: score, byScore: true, heightOf: (one) => numberIn(one) ?? levelNamed(scheme, one)?.from };
  const ranks = scheme.matrix && scheme.levels.length === 0 ? ranksOf(scheme.matrix) : undefined;
  const rank = ranks?.get(levelName(text));
  return rank === undefined
    ? undefined
    : { limit: rank, byScore: false, heightOf: (one) => ranks?.get(levelName(one)) };
}

/** How high a risk is before treatment. */
function heightOf(line: Line, record: AimsRecord) {
  const value = record.fields.get('level') ?? record.fields.get('score');
  const height = value && (line.heightOf(value.text) ?? (line.byScore ? scoreOf(record) : undefined));
  return value && height !== undefined ? { value, height } : undefined;
}

const UP_TO =
  /^(?:up to(?: and including)?|at most|max(?:imum)?\.?|until|bis|höchstens|jusqu'à|au plus|hasta|≤|<=)\s*/i;

function unanswered(aims: Aims, scheme: RiskScheme, line: Line, record: AimsRecord): UnansweredRisk | undefined {
  if (!record.fields.has('likelihood') && !record.fields.has('level')) return undefined;
  if (CLOSED.test(record.fields.get('status')?.text ?? '')) return undefined;
  const residual = record.fields.get('residual');
  const remaining = residual && line.heightOf(residual.text);
  if (residual && remaining !== undefined) {
    if (remaining <= line.limit || isAccepted(aims, record)) return undefined;
    return { record, value: residual, reason: 'residual', scheme };
  }
  const before = heightOf(line, record);
  if (!before || before.height <= line.limit) return undefined;
  const { value } = before;
  if (isRetained(record)) return isAccepted(aims, record) ? undefined : { record, value, reason: 'retained', scheme };
  return isTreated(aims, record) ? undefined : { record, value, reason: 'untreated', scheme };
}

function isRetained({ type, fields }: AimsRecord): boolean {
  const field = fieldNamed(type, 'treatment');
  return field !== undefined && valueMeant(type, field, fields.get('treatment')?.text ?? '') === 'retain';
}

/** What a status begins with where nothing is left to be done about a risk. */
export const CLOSED = /^\W*(?:closed|retired|withdrawn|obsolete|geschlossen|erledigt|clos|clôturé|fermé|cerrado)/i;

/** The risk as other documents tell of it: the acceptance of what remains, the treatment plan. */
export const recordsOfRisk = (aims: Aims, { id }: AimsRecord): readonly AimsRecord[] =>
  (id ? symbolsOf(aims).get(keyOf(id.text)) : []).flatMap((one) =>
    one.type === 'risk' && one.record ? [one.record] : [],
  );

const isAccepted = (aims: Aims, record: AimsRecord): boolean =>
  [record, ...recordsOfRisk(aims, record)].some(
    ({ fields }) => fields.has('accepted_by') || fields.has('accepted_on'),
  ) || isNamedIn(aims, record, ACCEPTANCES);

/** Whether the risk, or anything that tells of it, says what is done about it. */
export const isTreated = (aims: Aims, record: AimsRecord): boolean =>
  [record, ...recordsOfRisk(aims, record)].some(({ fields }) => ANSWERS.some((field) => fields.has(field))) ||
  isNamedIn(aims, record, PLANS);

const ANSWERS = ['treatment', 'measures', 'controls', 'accepted_by', 'due'];
const ACCEPTANCES: ReadonlySet<string> = new Set(['residual-risk-acceptance']);
const PLANS: ReadonlySet<string> = new Set(['risk-treatment-plan', 'soa', 'residual-risk-acceptance']);

/** Whether anything says by which measure or control a risk is treated. */
export const hasMeasure = (aims: Aims, record: AimsRecord): boolean =>
  [record, ...recordsOfRisk(aims, record)].some(({ fields }) => fields.has('measures') || fields.has('controls')) ||
  isNamedIn(aims, record, PLANS);

/** Whether a document of one of these kinds names the risk in whatever form. */
function isNamedIn(aims: Aims, { id }: AimsRecord, kinds: ReadonlySet<string>): boolean {
  const mentions = id ? mentionsOf(aims, id.text) : [];
  return mentions.some(({ file }) => kinds.has(viewAt(aims, file)?.document.kind?.id ?? ''));
}
