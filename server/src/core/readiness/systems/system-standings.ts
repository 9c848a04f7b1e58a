import type { Aims } from '../../model/aims';
import { displayDate } from '../../text/civil-date';
import type { AspectStanding, ControlStanding, SystemStanding } from '../readiness';
import { aboutSystems } from './about-systems';
import { type Aspect, entryPlace, type Judged, type Judgement, notNeeded } from './aspect';
import { dataDocumented } from './data-documented';
import { deployed } from './deployment';
import { impactAssessment } from './impact-assessment';
import { inventoryEntry, responsibility } from './inventory-entry';
import { retiredOn } from './life-stage';
import { monitored } from './monitoring';
import { riskAssessment } from './risk-assessment';
import { riskTreatment } from './risk-treatment';
import { suppliersAssessed } from './suppliers';
import { verified } from './verification';

/** In the order of `SYSTEM_ASPECTS`. */
export const ASPECTS: readonly Aspect[] = [
  inventoryEntry,
  responsibility,
  impactAssessment,
  riskAssessment,
  riskTreatment,
  dataDocumented,
  verified,
  deployed,
  monitored,
  suppliersAssessed,
];

/** Where every AI system of the inventory stands, from what the records say. */
export const systemStandings = (aims: Aims, controls: readonly ControlStanding[]): readonly SystemStanding[] =>
  [...aboutSystems(aims)].map(([entry, about]) => standingOf({ aims, entry, about }, controls));

function standingOf(judged: Judged, controls: readonly ControlStanding[]): SystemStanding {
  const { entry } = judged;
  const aspects = ASPECTS.map((aspect): AspectStanding => {
    const { id, title, basis } = aspect;
    return { framework: '42001', id, title, basis, ...judge(aspect, judged, controls) };
  });
  const needed = aspects.filter((aspect) => aspect.state !== 'not-needed');
  const owner = entry.fields.get('owner')?.text;
  return {
    id: entry.id,
    title: entry.name,
    ...(owner === undefined ? {} : { owner }),
    met: needed.filter((aspect) => aspect.state === 'current').length,
    total: needed.length,
    aspects,
    place: { file: entry.records[0].file.path, span: entryPlace(entry).span },
  };
}

function judge(aspect: Aspect, judged: Judged, controls: readonly ControlStanding[]): Judgement {
  const retired = KEPT.has(aspect.id) ? undefined : retiredOn(judged);
  if (retired !== undefined) return notNeeded(judged, `it was switched off on ${displayDate(retired)}`);
  const judgement = aspect.judge(judged);
  return judgement.state === 'missing' && isExcluded(aspect, controls)
    ? notNeeded(
        judged,
        `${aspect.basis.join(', ')} ${aspect.basis.length === 1 ? 'is' : 'are'} excluded in the Statement of Applicability`,
      )
    : judgement;
}

/** What is still asked of a system that is gone. */
const KEPT: ReadonlySet<Aspect['id']> = new Set(['inventory', 'responsibility']);

/** Everything that asks for it is a control, and each was found unnecessary with a reason. */
const isExcluded = ({ basis }: Aspect, controls: readonly ControlStanding[]): boolean =>
  basis.every((id) => controls.find((control) => control.id === id)?.state === 'excluded');
