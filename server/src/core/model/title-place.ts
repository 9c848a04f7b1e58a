import { lineSpanAt } from '../text/line-index';
import type { FileView } from './file-view';
import type { Place } from './place';

/** The title of a document, or its first line. */
export const titlePlace = (view: FileView): Place => ({
  file: view.file.path,
  span: view.document.title?.span ?? lineSpanAt(view.file.text, 0),
});
