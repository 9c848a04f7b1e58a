import { ambiguousFramework } from './ambiguous-framework';
import { annexBRow } from './annex-b-row';
import { approvalOlderThanChange } from './approval-older-than-change';
import { auditIncomplete } from './audit-incomplete';
import { auditorNotIndependent } from './auditor-not-independent';
import { clauseUncovered } from './clause-uncovered';
import { configInvalid } from './config-invalid';
import { deadReference } from './dead-reference';
import { documentMissing } from './document-missing';
import { documentSectionMissing } from './document-section-missing';
import { droppedAnnexPrefix } from './dropped-annex-prefix';
import { duplicateId } from './duplicate-id';
import { evidenceStale } from './evidence-stale';
import { fileNotAnalysed } from './file-not-analysed';
import { kindUnknown } from './kind-unknown';
import { managementReviewIncomplete } from './management-review-incomplete';
import { metadataConflict } from './metadata-conflict';
import { metadataDateInvalid } from './metadata-date-invalid';
import { metadataMissing } from './metadata-missing';
import { numericIdUnquoted } from './numeric-id-unquoted';
import { objectiveAsControl } from './objective-as-control';
import { objectiveNotMeasurable } from './objective-not-measurable';
import { placeholder } from './placeholder';
import { policyCommitmentMissing } from './policy-commitment-missing';
import { recordInvalid } from './record-invalid';
import { reviewOverdue } from './review-overdue';
import { riskControlUntraced } from './risk-control-untraced';
import { riskCriteriaMissing } from './risk-criteria-missing';
import { riskIncomplete } from './risk-incomplete';
import { riskLevelInconsistent } from './risk-level-inconsistent';
import { riskResidualUnaccepted } from './risk-residual-unaccepted';
import type { Rule } from './rule';
import { ruleCrashed } from './rule-crashed';
import { scopeIncomplete } from './scope-incomplete';
import { soaContradictsInventory } from './soa-contradicts-inventory';
import { soaControlDuplicate } from './soa-control-duplicate';
import { soaControlMissing } from './soa-control-missing';
import { soaEvidenceMissing } from './soa-evidence-missing';
import { soaExclusionUnjustified } from './soa-exclusion-unjustified';
import { soaExclusionWeakReason } from './soa-exclusion-weak-reason';
import { soaInclusionUnjustified } from './soa-inclusion-unjustified';
import { soaStatusUnknown } from './soa-status-unknown';
import { soaTotalsContradicted } from './soa-totals-contradicted';
import { suppressionInvalid } from './suppression-invalid';
import { suppressionUnused } from './suppression-unused';
import { titleMismatch } from './title-mismatch';
import { unknownClause } from './unknown-clause';
import { unknownControl } from './unknown-control';

export const RULES: readonly Rule[] = [
  ambiguousFramework,
  annexBRow,
  approvalOlderThanChange,
  auditIncomplete,
  auditorNotIndependent,
  clauseUncovered,
  configInvalid,
  deadReference,
  documentMissing,
  documentSectionMissing,
  droppedAnnexPrefix,
  duplicateId,
  evidenceStale,
  fileNotAnalysed,
  kindUnknown,
  managementReviewIncomplete,
  metadataConflict,
  metadataDateInvalid,
  metadataMissing,
  numericIdUnquoted,
  objectiveAsControl,
  objectiveNotMeasurable,
  placeholder,
  policyCommitmentMissing,
  recordInvalid,
  reviewOverdue,
  riskControlUntraced,
  riskCriteriaMissing,
  riskIncomplete,
  riskLevelInconsistent,
  riskResidualUnaccepted,
  ruleCrashed,
  scopeIncomplete,
  soaControlDuplicate,
  soaControlMissing,
  soaEvidenceMissing,
  soaExclusionUnjustified,
  soaExclusionWeakReason,
  soaInclusionUnjustified,
  soaStatusUnknown,
  soaTotalsContradicted,
  soaContradictsInventory,
  suppressionInvalid,
  suppressionUnused,
  titleMismatch,
  unknownClause,
  unknownControl,
];

export const ruleNamed = (name: string): Rule | undefined => RULES.find((rule) => rule.meta.name === name);
