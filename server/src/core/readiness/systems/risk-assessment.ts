import { type Aspect, atMost, listed, missing, standsOn } from './aspect';
import { footingOfRecord, weakest } from './footing';
import { isRated, risksOf } from './risks-of-system';

/** Every risk of the system is rated, in a register that is in force. */
export const riskAssessment: Aspect = {
  id: 'risk-assessment',
  title: 'Risks assessed',
  basis: ['6.1.2', '8.2'],
  judge(judged) {
    const risks = risksOf(judged);
    const footings = risks.map(({ main }) => footingOfRecord(judged.aims, main));
    const lowest = weakest(footings);
    if (!lowest)
      return missing(
        judged,
        'No risk names it.',
        'Assess its risks to the organization, to individuals and to society.',
      );
    const unrated = risks.filter((risk) => !isRated(risk)).map((risk) => risk.name);
    return unrated.length > 0
      ? atMost(
          'mentioned',
          footings,
          `${listed(unrated)} ${unrated.length === 1 ? 'is' : 'are'} not rated.`,
          'Rate likelihood and impact.',
        )
      : standsOn(lowest, footings);
  },
};
