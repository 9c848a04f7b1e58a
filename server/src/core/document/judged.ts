import { ABOUT_OTHERS } from '../framework/document-words';
import type { FileView } from '../model/file-view';
import type { Document } from './document';
import { isInForce } from './in-force';
import { openPlaceholders } from './template';

/**
 * Whether what a document leaves out can be held against it: its kind is known by more than its file name, it is written in
 * Markdown and was read to its end, it is no form, and nobody is still filling it in.
 */
export function isJudged(view: FileView): boolean {
  const { document, file } = view;
  if (document.kind === undefined || document.kindReason === 'file name' || document.procedural) return false;
  if (file.facts.format !== 'markdown' || file.facts.problems.length > 0 || !isInForce(view)) return false;
  return (document.approved || openPlaceholders(file).length === 0) && !tellsAboutOthers(document);
}

/** `AI policy gap analysis` is no AI policy; an audit report is called so rightly. */
const tellsAboutOthers = ({ kind, kindReason, title }: Document): boolean =>
  kindReason === 'title' &&
  ABOUT_OTHERS.test(title?.text ?? '') &&
  ![kind?.title ?? '', ...(kind?.aliases ?? [])].some((name) => ABOUT_OTHERS.test(name));
