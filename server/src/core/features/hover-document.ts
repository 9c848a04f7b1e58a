import type { KindReason } from '../document/kinds';
import { sectionsOf } from '../document/sections';
import type { Aims } from '../model/aims';
import { type FileView, viewAt } from '../model/file-view';
import { statedType, typeOfDocument } from '../model/records';
import { escapeMarkdown } from '../reports/markdown-text';
import { displayDate } from '../text/civil-date';
import { kindProse } from './prose';
import { recordTypeText } from './record-prose';

/** What a document is, and why it was taken for that. */
export function documentParts(aims: Aims, path: string): readonly string[] {
  const view = viewAt(aims, path);
  if (!view) return [];
  const facts = factsOf(view);
  const { kind } = view.document;
  if (kind) {
    const [title = '', about = '', ...rest] = kindProse(kind);
    return [title, facts, about, ...sectionParts(view), ...rest];
  }
  const type = typeOfDocument(view);
  if (!type) return [];
  const [title = '', ...rest] = recordTypeText(type);
  return [title, facts, ...rest];
}

/** By what it was recognized, and where it stands. */
function factsOf(view: FileView): string {
  const { status, review, template } = view.document;
  const facts = [
    `recognized by ${reasonText(view)}`,
    ...(status === undefined ? [] : [status]),
    ...(review === undefined ? [] : [`review due ${displayDate(review.due)}`]),
    ...(template ? ['a template'] : []),
  ];
  return `*${escapeMarkdown(facts.join(' · '))}*`;
}

function reasonText(view: FileView): string {
  const { kindReason } = view.document;
  const reason = kindReason ?? (statedType(view) ? 'front matter' : 'file name');
  return reason === 'front matter' && !view.file.facts.frontMatter ? 'its key kind' : REASONS[reason];
}

const REASONS: Readonly<Record<KindReason, string>> = {
  'front matter': 'its front matter',
  configuration: 'kinds in aims.yaml',
  title: 'its title',
  'file name': 'its file name',
  content: 'its content',
};

/** Which sections of its kind were found in it, and which were not. */
function sectionParts(view: FileView): readonly string[] {
  const { found, missing } = sectionsOf(view);
  const names = missing.map((section) => (section.required ? `**${section.title}**` : section.title));
  if (found.length === 0 && missing.length === 0) return [];
  const not = names.length === 0 ? '' : ` Not found: ${names.join(', ')}.`;
  return [`**Sections** ${found.length} of ${found.length + missing.length} found.${not}`];
}
