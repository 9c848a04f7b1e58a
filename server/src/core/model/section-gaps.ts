import { isJudged } from '../document/judged';
import { hasStructure, missingSections, tellsOf } from '../document/sections';
import type { DocumentKind, Section } from '../framework/framework';
import type { Aims } from './aims';
import type { FileView } from './file-view';
import { linkedDocuments, refersOutside } from './linked-documents';
import { recordTablesIn } from './records';
import { soaTablesIn } from './soa';

/** Kinds of documents whose contents a rule of their own looks at more closely. */
const LOOKED_AT_ELSEWHERE: ReadonlySet<string> = new Set([
  'ai-policy',
  'audit-report',
  'impact-assessment',
  'incident-response',
  'management-review',
  'monitoring',
  'risk-methodology',
  'scope',
]);

/** Sections that a document of its kind cannot do without, and that neither it nor a document it links to holds. */
export function sectionGapsIn(aims: Aims, view: FileView): readonly Section[] {
  const { kind } = view.document;
  if (!kind || LOOKED_AT_ELSEWHERE.has(kind.id) || !isJudged(view)) return [];
  const missing = missingSections(view).filter((section) => !tellsOf(view.file, section));
  if (!isPlain(view, kind, missing) || refersOutside(aims, view.file) || isRegister(aims, view)) return [];
  const others = linkedDocuments(aims, view.file);
  return missing.filter((section) => !others.some((file) => tellsOf(file, section)));
}

/** Of a few sentences one part may be told in words nobody thought of; hardly most of them. */
function isPlain({ file }: FileView, { sections }: DocumentKind, missing: readonly Section[]): boolean {
  if (hasStructure(file.facts)) return missing.length > 0;
  return missing.length > 1 && missing.length > sections.filter(({ required }) => required).length / 2;
}

/** The columns of a register are the fields of its records, or of the Statement of Applicability: other rules look at them. */
const isRegister = ({ frameworks }: Aims, view: FileView): boolean =>
  soaTablesIn(view, frameworks).length > 0 ||
  recordTablesIn(view, frameworks).some(({ type }) => type.registers.includes(view.document.kind?.id ?? ''));
