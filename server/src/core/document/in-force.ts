import type { FileView } from '../model/file-view';

/** Whether what a document says holds: forms are not filled in yet, and versions out of force say nothing any more. */
export const isInForce = ({ document }: FileView): boolean =>
  !document.template && document.status !== 'superseded' && document.status !== 'obsolete';
