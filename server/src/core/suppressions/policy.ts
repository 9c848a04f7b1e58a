import type { Aims } from '../model/aims';
import { addMonths, displayDate } from '../text/civil-date';
import { type Acceptance, isNoReason } from './directive';

/** Why the settings do not let a suppression count, as a sentence with what to do. */
export function policyAgainst({ config, today }: Aims, rule: string, acceptance: Acceptance): string | undefined {
  const { never, requireOwner, requireExpiry, maxMonths } = config.suppressions;
  const { owner, expires } = acceptance;
  if (never.has(rule)) return `\`${rule}\` may not be suppressed here (\`suppressions.never\`): mend what it found.`;
  if (requireOwner && (owner === undefined || isNoReason(owner)))
    return 'This suppression needs an owner (`suppressions.require_owner`): add `owner: ROLE`. Until then it hides nothing.';
  if ((requireExpiry || maxMonths !== undefined) && expires === undefined)
    return `This suppression has to expire (\`suppressions.${requireExpiry ? 'require_expiry' : 'max_months'}\`): add \`expires: YYYY-MM-DD\`. Until then it hides nothing.`;
  const latest = maxMonths === undefined ? undefined : addMonths(today, maxMonths);
  return latest !== undefined && expires !== undefined && expires > latest
    ? `This suppression may expire on ${displayDate(latest)} at the latest (\`suppressions.max_months\`): bring the date forward. Until then it hides nothing.`
    : undefined;
}

/** What the settings ask of a new suppression behind its reason: the owner is left to its author. */
export function detailsAsked({ config, today }: Aims): string {
  const { requireOwner, requireExpiry, maxMonths } = config.suppressions;
  const expires = requireExpiry || maxMonths !== undefined ? [`expires: ${addMonths(today, maxMonths ?? 6)}`] : [];
  const details = [...(requireOwner ? ['owner: TODO'] : []), ...expires];
  return details.length === 0 ? '' : ` (${details.join(', ')})`;
}
