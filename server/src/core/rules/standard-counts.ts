import { claimsIn } from '../framework/control-counts';
import type { Framework } from '../framework/framework';
import { type FileView, referencesWithin } from '../model/file-view';
import type { Fix } from '../model/finding';
import { canonicalId } from '../model/resolve';
import type { Sentence } from '../text/sentences';
import type { Span } from '../text/span';
import { replace } from './fixes';
import type { Report } from './rule';

/** Numbers said of the standard itself, which any document may get wrong. */
export function* standardCounts(
  view: FileView,
  framework: Framework,
  sentences: readonly Sentence[],
): Iterable<Report> {
  const isOurs = view.context.only.annex === '42001' || view.context.path.annex === '42001';
  for (const sentence of sentences) {
    const { text } = sentence;
    if (namesOtherStandard(text)) continue;
    yield* groupReport(view, framework, sentence);
    if (isOurs || text.includes('42001')) yield* annexReports(view, framework, sentence);
  }
}

const OTHER = /\b(?:27001|27002|27701|9001|NIST|SOC ?2|CIS)\b/;

/** Another standard has other numbers. */
export const namesOtherStandard = (text: string): boolean => OTHER.test(text);

/** So many controls are all of an annex or a statement; fewer are a part of them, more are those of another standard. */
export const isOfAll = (count: number): boolean => count >= 25 && count <= 60;

function* annexReports(view: FileView, framework: Framework, { text, span }: Sentence): Iterable<Report> {
  const own = framework.controls.size;
  for (const { ofStandard, ofWhole, count, span: at } of claimsIn(text)) {
    if (!ofStandard || count === 'all' || !isOfAll(count) || names(text, own)) continue;
    if (count === own || (count < own && !ofWhole)) continue;
    const place = { start: span.start + at.start, end: span.start + at.end };
    yield countReport(view, place, `This says ${count} controls, but Annex A has ${own}`, own);
  }
}

/** A sentence that gives the right number as well counts a part of them by the other: "37 of 38". */
const names = (text: string, count: number): boolean => new RegExp(`(?<!\\d)${count}(?!\\d)`).test(text);

/** `## A.6 AI system life cycle (10 controls)`. */
const GROUP =
  /^(?:[-*+#>|\s]|\d+\.\s)*(?:annex\s+)?A\.(\d{1,2}(?:\.\d)?)(?![.\d])[^\n(|]{0,120}\((\d{1,2})\s+(?:controls|controles|contr[oô]les|mesures|ma(?:ß|ss)nahmen|kontrollen)\)/iu;

function* groupReport(view: FileView, framework: Framework, { text, span }: Sentence): Iterable<Report> {
  const match = GROUP.exec(text);
  const said = match?.[2];
  const id = `A.${match?.[1]}`;
  if (!match || said === undefined || !isGroupOf42001(view, framework, id, span)) return;
  const own = [...framework.controls.keys()].filter((control) => control.startsWith(`${id}.`)).length;
  if (Number(said) === own) return;
  const start = span.start + match.index + match[0].lastIndexOf(said);
  const place = { start, end: start + said.length };
  yield countReport(view, place, `This says ${said} controls, but \`${id}\` has ${own}`, own);
}

const isGroupOf42001 = (view: FileView, framework: Framework, id: string, span: Span): boolean =>
  framework.objectives.has(id) &&
  referencesWithin(view, span).some(({ raw, framework: meant }) => raw.id === id && meant === '42001');

/** A number that is wrong, with the right one as its fix where it is written in digits. */
export function countReport(view: FileView, span: Span, said: string, right: number): Report {
  const isNumber = /^\d+$/.test(view.file.text.slice(span.start, span.end));
  const fixes: readonly Fix[] = isNumber
    ? [replace(`Change to ${right}`, view.file.path, span, String(right), { preferred: true })]
    : [];
  return {
    span,
    message: `${said}. Correct the number or the rows it counts.`,
    framework: '42001',
    subject: canonicalId('42001', '6.1.3'),
    fixes,
  };
}
