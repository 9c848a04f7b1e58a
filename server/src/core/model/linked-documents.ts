import type { Aims, SourceFile } from './aims';
import { followLink } from './targets';

/** The other documents of the AIMS that a file links to. */
export const linkedDocuments = (aims: Aims, file: SourceFile): readonly SourceFile[] =>
  file.facts.links.flatMap((link) => {
    const target = followLink(aims, file, link);
    const other = target.kind === 'file' ? aims.files.get(target.path) : undefined;
    return other && other !== file ? [other] : [];
  });

const SHORT = 1500;

/** A short document that sends its readers to a place outside the AIMS says there what it has to say. */
export const refersOutside = (aims: Aims, file: SourceFile): boolean =>
  file.text.length < SHORT &&
  file.facts.links.some((link) => {
    if (link.kind === 'image') return false;
    const target = followLink(aims, file, link);
    return target.kind === 'external' || (target.kind === 'file' && !aims.files.has(target.path));
  });
