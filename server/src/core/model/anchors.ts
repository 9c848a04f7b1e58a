import GithubSlugger from 'github-slugger';
import { memo } from '../query/memo';
import type { SourceFile } from './aims';
import type { Heading } from './facts';

/** A heading with its anchor as GitHub makes it, made unique within the file. */
export interface AnchoredHeading extends Heading {
  readonly slug: string;
}

/** Worked out for files that somebody links into, which are few. */
export const anchoredHeadings = memo((file: SourceFile): readonly AnchoredHeading[] => {
  const slugger = new GithubSlugger();
  return file.facts.headings.map((heading) => ({ ...heading, slug: slugger.slug(heading.text) }));
});

/** Whether a fragment names a heading or an anchor of the file. */
export function hasAnchor(file: SourceFile, fragment: string): boolean {
  const wanted = loose(fragment);
  return (
    anchoredHeadings(file).some(({ slug }) => slug === fragment.toLowerCase() || loose(slug) === wanted) ||
    file.facts.anchors.some((anchor) => loose(anchor) === wanted) ||
    wanted === 'top'
  );
}

/** Renderers differ in how they treat punctuation in anchors; letters and digits are what they agree on. */
const loose = (anchor: string): string =>
  new GithubSlugger().slug(anchor.replace(/^user-content-/, '')).replace(/[-_]+/g, '');
