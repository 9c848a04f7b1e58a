import { cellAt } from '../cursor/cursor';
import { fieldOf } from '../document/document';
import type { Framework } from '../framework/framework';
import { soaColumn } from '../framework/synonyms';
import type { Aims } from '../model/aims';
import type { Grid } from '../model/facts';
import { type FileView, viewAt } from '../model/file-view';
import { soaTablesOf } from '../model/soa';
import { isClauseColumn } from '../syntax/tables';
import { lineSpanAt } from '../text/line-index';
import { folderOf, resolvePath } from '../text/path';
import type { Span } from '../text/span';
import { documentValues, metadataSuggestions } from './complete-metadata';
import { completeOwnFramework } from './complete-own-framework';
import { recordCellSuggestions, recordYamlSuggestions } from './complete-records';
import type { Suggestion } from './feature';
import { completeSettings, isSettings } from './settings';
import { clauseSuggestions, controlSuggestions, linkTo, ownIdSuggestions, type RowTitle, values } from './suggestions';

/** What can be typed at an offset. Reads the line as it stands, so that half-typed text is enough. */
export function complete(aims: Aims, path: string, offset: number): readonly Suggestion[] {
  const view = viewAt(aims, path);
  if (!view) return [];
  const ofSettings = isSettings(aims, path) ? completeSettings(aims, path, offset) : undefined;
  if (ofSettings) return ofSettings;
  const { text } = view.file;
  const line = lineSpanAt(text, offset);
  const before = text.slice(line.start, offset);
  if (isInFrontMatter(view, offset)) return metadataSuggestions(aims, view, offset) ?? [];
  return (
    completeLink(aims, view, before, offset) ??
    completeOwnFramework(aims, view, before, offset) ??
    completeId(aims, view, before, offset) ??
    completeCell(aims, view, offset) ??
    completeOwnId(aims, view, before, offset) ??
    completeYaml(aims, view, before, offset) ??
    []
  );
}

const isInFrontMatter = (view: FileView, offset: number): boolean => {
  const span = view.file.facts.frontMatter;
  return span !== undefined && span.start + 3 < offset && offset < span.end - 2;
};

const ANNEX_PREFIX = /(?:^|[^\p{L}\p{N}_.])((?:(42001|27001):)?A(?:\.[\d.]*)?)$/u;
const CLAUSE_PREFIX = /(?:clauses?|cl\.|klauseln?|cláusulas?)\s+(\d[\d.]*)?$/iu;

/** A control after `A.` or its first letters, a clause after the word. */
function completeId(aims: Aims, view: FileView, before: string, offset: number): readonly Suggestion[] | undefined {
  const annex = ANNEX_PREFIX.exec(before);
  if (annex?.[1]?.includes('.')) {
    const framework = aims.frameworks.get(annex[2] ?? frameworkAt(view, offset));
    const prefix = annex[2] === undefined ? '' : `${annex[2]}:`;
    return (
      framework &&
      controlSuggestions(
        aims,
        framework,
        { start: offset - annex[1].length, end: wordEnd(view.file.text, offset) },
        prefix,
        rowTitles(view, offset),
      )
    );
  }
  const clause = CLAUSE_PREFIX.exec(before);
  const framework = aims.frameworks.get('42001');
  if (!clause || !framework) return undefined;
  return clauseSuggestions(aims, framework, {
    start: offset - (clause[1]?.length ?? 0),
    end: wordEnd(view.file.text, offset),
  });
}

/** In a text the ids of the organization; cells and keys know better what belongs there. */
function completeOwnId(aims: Aims, view: FileView, before: string, offset: number): readonly Suggestion[] | undefined {
  if (view.file.facts.format !== 'markdown') return undefined;
  const found = ownIdSuggestions(aims, before, offset, wordEnd(view.file.text, offset));
  return found.length > 0 ? found : undefined;
}

/** The standard that ids near this place were taken for. */
function frameworkAt(view: FileView, offset: number): string {
  const near = view.references.filter((r) => r.raw.form === 'annex-a' && r.framework !== undefined);
  const closest = near.sort((a, b) => Math.abs(a.raw.span.start - offset) - Math.abs(b.raw.span.start - offset))[0];
  const only =
    view.context.declared.annex ?? view.context.only.annex ?? view.context.path.annex ?? view.context.fallback;
  return (closest?.reason === 'none' ? undefined : closest?.framework) ?? only ?? '42001';
}

/** What is typed so far of a word, after the caret. */
function wordEnd(text: string, offset: number): number {
  let end = offset;
  while (/[\p{L}\p{N}.]/u.test(text.charAt(end))) end++;
  return end;
}

/** The empty title cell of the row at an offset: choosing a control fills it too. */
function rowTitles(view: FileView, offset: number): RowTitle | undefined {
  const place = cellAt(view, offset);
  if (place?.grid.source !== 'markdown') return undefined;
  const column = place.grid.header.findIndex(
    (cell, index) => index !== place.column && soaColumn(cell.text) === 'title',
  );
  const cell = place.row.cells[column];
  return cell && cell.text === ''
    ? { empty: cell.span, gap: view.file.text.charAt(cell.span.end) === '|' ? ' ' : '' }
    : undefined;
}

/** What the column expects: an id, a title, yes or no, a status. */
function completeCell(aims: Aims, view: FileView, offset: number): readonly Suggestion[] | undefined {
  const place = cellAt(view, offset);
  if (
    !place ||
    (place.grid.source === 'markdown' &&
      !/\|/.test(view.file.text.slice(lineSpanAt(view.file.text, offset).start, offset)))
  )
    return undefined;
  const span = place.cell && place.cell.span.start <= offset ? place.cell.span : { start: offset, end: offset };
  const ofRecord = recordCellSuggestions(aims, view, place, span, offset);
  // What others write under such a header does not matter then.
  if (ofRecord) return ofRecord.length > 0 ? ofRecord : undefined;
  const header = place.grid.header[place.column]?.text ?? '';
  const framework = aims.frameworks.get(frameworkAt(view, offset)) ?? aims.frameworks.get('42001');
  if (!framework) return undefined;
  if (isClauseColumn(header)) return clauseSuggestions(aims, framework, span);
  switch (columnAt(aims, view, place.grid, place.column)) {
    case 'control':
      return controlSuggestions(aims, framework, span, '', rowTitles(view, offset));
    case 'title':
      return titleSuggestions(framework, span);
    case 'applicable':
      return values(['Yes', 'No'], span);
    case 'status':
      return values(['Implemented', 'Partially implemented', 'Planned', 'Not started'], span);
    default:
      return undefined;
  }
}

/** In a table of the SoA the columns are known by content; elsewhere by their headers. */
function columnAt(aims: Aims, view: FileView, grid: Grid, column: number): string | undefined {
  const table = soaTablesOf(aims, view.file).find((one) => one.grid === grid);
  const known = table && [...table.columns].find(([, index]) => index === column)?.[0];
  return known ?? soaColumn(grid.header[column]?.text ?? '');
}

const titleSuggestions = (framework: Framework, span: Span): readonly Suggestion[] =>
  [...framework.controls.values()].map((control, index) => ({
    label: control.title,
    description: control.id,
    kind: 'value',
    edit: { span, newText: control.title },
    sortText: String(index).padStart(3, '0'),
  }));

/** Files of the AIMS inside `[text](`. */
function completeLink(aims: Aims, view: FileView, before: string, offset: number): readonly Suggestion[] | undefined {
  const open = /\]\(([^()\s#]*)$/.exec(before);
  if (!open) return undefined;
  const typed = open[1] ?? '';
  const folder = resolvePath(
    folderOf(view.file.path),
    typed.includes('/') ? typed.slice(0, typed.lastIndexOf('/')) : '.',
  );
  const span = { start: offset - typed.length, end: offset };
  const up = folderOf(view.file.path).split('/').filter(Boolean).length;
  return [...aims.files.keys()]
    .filter(
      (path) => path !== view.file.path && (folder === '' || path.startsWith(`${folder}/`) || !typed.includes('/')),
    )
    .slice(0, 500)
    .map((path) => ({
      label: path,
      kind: 'path' as const,
      edit: { span, newText: linkTo(view.file.path, path, up) },
      filterText: linkTo(view.file.path, path, up),
      sortText: path,
    }));
}

/** Metadata and records of a YAML file, then the rows of a Statement of Applicability. */
const completeYaml = (aims: Aims, view: FileView, before: string, offset: number): readonly Suggestion[] | undefined =>
  view.file.facts.format === 'yaml'
    ? (metadataSuggestions(aims, view, offset) ??
      recordYamlSuggestions(aims, view, offset) ??
      completeYamlRow(aims, view, before, offset))
    : undefined;

function completeYamlRow(
  aims: Aims,
  view: FileView,
  before: string,
  offset: number,
): readonly Suggestion[] | undefined {
  const pair = /^\s*(?:-\s+)?([\p{L}\p{N}_-]+):\s*(["']?)([^"']*)$/u.exec(before);
  const framework = aims.frameworks.get('42001');
  if (!pair?.[1] || !framework) return undefined;
  const span = { start: offset - (pair[3]?.length ?? 0), end: wordEnd(view.file.text, offset) };
  switch (soaColumn(pair[1])) {
    case 'control':
      return controlSuggestions(aims, framework, span, '', undefined);
    case 'title':
      return titleSuggestions(framework, span);
    case 'applicable':
      return values(['yes', 'no'], span);
    case 'status':
      return values(['implemented', 'in progress', 'planned', 'not started'], span);
    default: {
      const field = fieldOf(pair[1], aims.config);
      return field && documentValues(aims, view, field, span, offset);
    }
  }
}
