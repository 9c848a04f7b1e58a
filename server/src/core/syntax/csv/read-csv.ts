import type { Cell, FileFacts, Grid, GridRow, Placeholder, Problem, RawReference } from '../../model/facts';
import { looksLikePath } from '../path-like';
import { findPlaceholders } from '../placeholders';
import { readReferences } from '../references/read-references';
import { findStandards } from '../references/standards';
import { isClauseColumn, isValueColumn } from '../tables';
import { type CsvField, type CsvRecord, tokenizeCsv } from './tokenize-csv';

/** Reads a CSV file as one grid; its first record is the header. */
export function readCsv(text: string): FileFacts {
  const { records, unclosedQuote } = tokenizeCsv(text, text.startsWith('\uFEFF') ? 1 : 0);
  const [header, ...rows] = records;
  const problems: Problem[] = header ? rows.flatMap((row, index) => surplus(row, header, index)) : [];
  if (unclosedQuote)
    problems.push({ message: 'A quoted field is never closed: end it with `"`.', span: unclosedQuote });
  return {
    format: 'csv',
    headings: [],
    metadata: [],
    grids: header ? [gridOf(header, rows)] : [],
    links: [],
    anchors: [],
    directives: [],
    ...scanFields(text, header, rows),
    problems,
  };
}

/** A comma that belongs to a text shifts everything after it by one column. */
function surplus(row: CsvRecord, header: CsvRecord, index: number): Problem[] {
  if (row.fields.length <= header.fields.length) return [];
  const first = row.fields[header.fields.length];
  const message = `Record ${index + 1} has ${row.fields.length} fields where the header has ${header.fields.length}: put the text that holds a separator in double quotes.`;
  return [{ message, span: first?.span ?? row.span }];
}

function gridOf(header: CsvRecord, rows: readonly CsvRecord[]): Grid {
  const width = header.fields.length;
  const end = rows.at(-1)?.span.end ?? header.span.end;
  return {
    source: 'csv',
    span: { start: header.span.start, end },
    header: header.fields,
    rows: rows.map(
      (row): GridRow => ({ span: row.span, cells: Array.from({ length: width }, (_, i) => cellOf(row.fields[i])) }),
    ),
  };
}

const cellOf = (field: CsvField | undefined): Cell | undefined =>
  field && {
    ...field,
    targets: field.text
      .split(/[;,]\s*/)
      .filter(looksLikePath)
      .map((target) => ({ target, span: field.span, kind: 'value' as const })),
  };

/** Fields are scanned as they stand in the file, so that an offset found is an offset of the file. */
function scanFields(
  text: string,
  header: CsvRecord | undefined,
  rows: readonly CsvRecord[],
): Pick<FileFacts, 'references' | 'standards' | 'placeholders'> {
  const columns = (header?.fields ?? []).map((field) => ({
    standards: findStandards(field.text, field.span.start),
    clauses: isClauseColumn(field.text),
    values: isValueColumn(field.text),
  }));
  const references: RawReference[] = [];
  const placeholders: Placeholder[] = [];
  const standards = columns.flatMap((column) => column.standards);
  for (const row of rows) {
    const sources = row.fields.map((field) => text.slice(field.span.start, field.span.end));
    const named = row.fields.map((field, index) => findStandards(sources[index] ?? '', field.span.start));
    standards.push(...named.flat());
    for (const [index, field] of row.fields.entries()) {
      const column = columns[index];
      const masked = sources[index] ?? '';
      placeholders.push(...findPlaceholders(masked, field.span.start));
      references.push(
        ...readReferences({
          masked,
          base: field.span.start,
          place: 'cell',
          standards: named.flat(),
          headings: [],
          column: [...new Set((column?.standards ?? []).map((standard) => standard.framework))],
          clauseColumn: column?.clauses === true,
          valueColumn: column?.values === true,
        }),
      );
    }
  }
  return { references, standards, placeholders };
}
