import type { Framework } from '../framework/framework';
import type { Aims } from '../model/aims';
import { addMonths, type CivilDate, daysBetween } from '../text/civil-date';
import { lineSpanAt } from '../text/line-index';
import type { DocumentStanding, DueItem } from './readiness';

/** Further ahead nobody plans from a list. */
const HORIZON_DAYS = 400;

/** Reviews of documents and the audits of the certificate, the earliest first. */
export function dueItems(aims: Aims, framework: Framework, documents: readonly DocumentStanding[]): readonly DueItem[] {
  const reviews = documents
    .filter(({ state }) => state === 'approved' || state === 'current')
    .flatMap((one) => reviewOf(aims, one) ?? []);
  return [...reviews, ...audits(aims, framework)]
    .filter(({ days }) => days <= HORIZON_DAYS)
    .sort((a, b) => a.days - b.days);
}

const reviewOf = (aims: Aims, { title, due, owner, place, isRecord, kind }: DocumentStanding): DueItem | undefined =>
  due === undefined
    ? undefined
    : {
        on: due,
        days: daysBetween(aims.today, due),
        // What a record shows is not reviewed but done again.
        label: isRecord ? `${kind}: again after "${title}"` : `Review: ${title}`,
        ...(owner === undefined ? {} : { owner }),
        place,
      };

const YEARS_OF_A_CYCLE = 3;

/** Surveillance in each year after the decision, recertification before the certificate expires. */
function audits(aims: Aims, framework: Framework): readonly DueItem[] {
  const { decidedOn, expiresOn } = aims.config.certificate;
  const surveillance =
    decidedOn === undefined
      ? []
      : Array.from({ length: YEARS_OF_A_CYCLE - 1 }, (_, year) => addMonths(decidedOn, 12 * (year + 1)));
  return [
    ...surveillance.flatMap((on) => auditOn(aims, framework, 'surveillance', 'Surveillance audit', on) ?? []),
    ...(expiresOn === undefined
      ? []
      : (auditOn(
          aims,
          framework,
          'recertification',
          'Recertification audit before the certificate expires',
          expiresOn,
        ) ?? [])),
  ];
}

/** What lies behind is not listed: whether the audit was held is not known here. */
function auditOn(
  aims: Aims,
  framework: Framework,
  stage: string,
  label: string,
  on: CivilDate,
): readonly DueItem[] | undefined {
  const days = daysBetween(aims.today, on);
  if (days < 0) return undefined;
  const examines = framework.stages.find((one) => one.id === stage)?.examines ?? [];
  const config = aims.config.path === undefined ? undefined : aims.files.get(aims.config.path);
  const line = config ? Math.max(0, config.text.indexOf('certificate:')) : 0;
  return [
    {
      on,
      days,
      label,
      ...(examines.length > 0 ? { why: `It looks at: ${examines.join('; ')}.` } : {}),
      ...(config ? { place: { file: config.path, span: lineSpanAt(config.text, line) } } : {}),
    },
  ];
}
