import { lettersOff } from '../text/misspelling';
import type { RecordName, RecordType } from './record-type';
import { aiSystem } from './record-types/ai-system';
import { audit } from './record-types/audit';
import { auditFinding } from './record-types/audit-finding';
import { auditReport } from './record-types/audit-report';
import { change } from './record-types/change';
import { competence } from './record-types/competence';
import { concern } from './record-types/concern';
import { correctiveAction } from './record-types/corrective-action';
import { dataset } from './record-types/dataset';
import { deployment } from './record-types/deployment';
import { evidence } from './record-types/evidence';
import { impactAssessment } from './record-types/impact-assessment';
import { incident } from './record-types/incident';
import { interestedParty } from './record-types/interested-party';
import { managementReview } from './record-types/management-review';
import { nonconformity } from './record-types/nonconformity';
import { objective } from './record-types/objective';
import { obligation } from './record-types/obligation';
import { retirement } from './record-types/retirement';
import { risk } from './record-types/risk';
import { role } from './record-types/role';
import { supplier } from './record-types/supplier';
import { treatment } from './record-types/treatment';
import { verification } from './record-types/verification';

/** Every type of record the product knows. */
export const RECORD_TYPES: readonly RecordType[] = [
  aiSystem,
  impactAssessment,
  risk,
  treatment,
  objective,
  competence,
  audit,
  auditReport,
  auditFinding,
  managementReview,
  nonconformity,
  correctiveAction,
  supplier,
  incident,
  obligation,
  interestedParty,
  role,
  dataset,
  verification,
  deployment,
  change,
  retirement,
  concern,
  evidence,
];

export const recordTypeNamed = (name: string): RecordType | undefined => BY_NAME.get(name as RecordName);

const BY_NAME = new Map(RECORD_TYPES.map((type) => [type.name, type]));

/** The type whose name is nearly this one, and none where it is a name or as near to another; the words of a type are joined by `-`. */
export function recordTypeMeant(written: string): RecordType | undefined {
  const name = written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  if (BY_NAME.has(name as RecordName)) return undefined;
  const near = RECORD_TYPES.filter((type) => lettersOff(type.name, name) !== undefined);
  return near.length === 1 ? near[0] : undefined;
}
