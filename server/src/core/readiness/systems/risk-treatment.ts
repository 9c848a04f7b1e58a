import { implementation } from '../../framework/synonyms';
import { viewOf } from '../../model/file-view';
import type { AimsRecord } from '../../model/records';
import { saysDone } from '../../records/record-words';
import { displayDate } from '../../text/civil-date';
import { type Aspect, atMost, type Judged, type Judgement, listed, missing, standsOn } from './aspect';
import { dateIn, footingOfRecord, weakest } from './footing';
import { optionOf, riskField, risksOf, type SystemRisk } from './risks-of-system';

/** Every risk of the system has a treatment that is carried out, and somebody accepted what remains. */
export const riskTreatment: Aspect = {
  id: 'risk-treatment',
  title: 'Risks treated',
  basis: ['6.1.3', '8.3'],
  judge(judged) {
    const risks = risksOf(judged);
    return untreated(judged, risks) ?? lateMeasure(judged, risks) ?? firmTreatment(judged, risks);
  },
};

interface Gap {
  readonly isOpen: (judged: Judged, risk: SystemRisk) => boolean;
  readonly state: 'mentioned' | 'documented';
  readonly why: (names: string, many: boolean) => string;
  readonly next: string;
}

/** What keeps a risk from being treated, the gravest first. */
const GAPS: readonly Gap[] = [
  {
    isOpen: (_, risk) => optionOf(risk) === undefined && risk.treatments.length === 0,
    state: 'mentioned',
    why: (names, many) => `${names} ${many ? 'have' : 'has'} no treatment.`,
    next: 'Decide: modify, share, avoid or retain.',
  },
  {
    isOpen: (_, risk) => !isCarriedOut(risk),
    state: 'documented',
    why: (names, many) => `Nothing says how ${names} ${many ? 'are' : 'is'} treated.`,
    next: 'Name the controls or the measures.',
  },
  {
    isOpen: (judged, risk) => !isAccepted(judged, risk),
    state: 'documented',
    why: (names) => `Nobody has accepted what remains of ${names}.`,
    next: 'Have the residual risk accepted by those who answer for it.',
  },
];

function untreated(judged: Judged, risks: readonly SystemRisk[]): Judgement | undefined {
  for (const { isOpen, state, why, next } of GAPS) {
    const open = risks.filter((risk) => isOpen(judged, risk));
    const footings = open.map(({ main }) => footingOfRecord(judged.aims, main));
    const names = open.map((risk) => risk.name);
    if (names.length > 0) return atMost(state, footings, why(listed(names), names.length > 1), next);
  }
  return undefined;
}

/** A risk that is kept needs no measure. */
const isCarriedOut = (risk: SystemRisk): boolean =>
  optionOf(risk) === 'retain' ||
  risk.treatments.length > 0 ||
  ['controls', 'measures'].some((field) => riskField(risk, field) !== undefined);

/** By a person or on a day, or by standing in the acceptance of residual risks. */
const isAccepted = ({ aims }: Judged, risk: SystemRisk): boolean =>
  ['accepted_by', 'accepted_on'].some((field) => riskField(risk, field) !== undefined) ||
  risk.all.some(({ file }) => viewOf(aims, file).document.kind?.id === 'residual-risk-acceptance');

function lateMeasure(judged: Judged, risks: readonly SystemRisk[]): Judgement | undefined {
  const { aims } = judged;
  for (const record of risks.flatMap((risk) => risk.treatments)) {
    const due = dateIn(record, 'due');
    if (due === undefined || due >= aims.today || isDone(record)) continue;
    return atMost(
      'approved',
      [footingOfRecord(aims, record)],
      `The measure \`${record.id?.text ?? record.name?.text ?? ''}\` was due on ${displayDate(due)} and is not done.`,
      'Finish it, or agree on another date.',
    );
  }
  return undefined;
}

const isDone = ({ fields }: AimsRecord): boolean => {
  const status = fields.get('status')?.text ?? '';
  return fields.has('done_on') || fields.has('result') || saysDone(status) || implementation(status) === 'implemented';
};

/** As firm as the weakest of what it rests on: the assessment, the plan, the acceptance. */
function firmTreatment(judged: Judged, risks: readonly SystemRisk[]): Judgement {
  const records = risks.flatMap((risk) => [...risk.all, ...risk.treatments]);
  const footings = records.map((record) => footingOfRecord(judged.aims, record));
  const lowest = weakest(footings);
  return lowest
    ? standsOn(lowest, footings)
    : missing(judged, 'No risk names it, so that none is treated.', 'Assess its risks first.');
}
