import type { Aims } from '../model/aims';
import type { Finding, RelatedPlace, Severity } from '../model/finding';
import type { Readiness } from '../readiness/readiness';
import { fingerprints } from '../rules/fingerprint';
import type { SuppressedFinding } from '../suppressions/sieve';
import { indexLines, type LineIndex, type Position, positionAt } from '../text/line-index';
import type { Span } from '../text/span';

/** A finding with its place as people and other programs count it; lines and columns start at 1, columns in UTF-16 units. */
export interface ReportedFinding {
  readonly finding: Finding;
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
  /** The line it starts in, without its break. */
  readonly source: string;
  readonly fingerprint: string;
  readonly related: readonly {
    readonly path: string;
    readonly start: Position;
    readonly end: Position;
    readonly message: string;
  }[];
  readonly edits: readonly ReportedFix[];
}

export interface ReportedFix {
  readonly title: string;
  /** Files it makes. Their text is left out: it would be most of the report. */
  readonly creates: readonly string[];
  readonly edits: readonly {
    readonly path: string;
    readonly start: Position;
    readonly end: Position;
    readonly newText: string;
  }[];
}

/** A finding that somebody accepted, with the reason. */
export interface ReportedSuppression extends ReportedFinding {
  readonly by: SuppressedFinding['by'];
  readonly acceptance: SuppressedFinding['acceptance'];
}

/** One AIMS that was checked; `folder` is its root relative to the root of the report, empty for the root itself. */
export interface CheckedAims {
  readonly folder: string;
  readonly readiness: Readiness;
  /** Readiness at the commit compared with. */
  readonly before?: Readiness;
}

/** What a check found, ready to be written in any format. */
export interface CheckReport {
  /** Absolute path of the folder checked, with `/`. */
  readonly root: string;
  readonly files: number;
  readonly aims: readonly CheckedAims[];
  /** In the order of files and places. */
  readonly findings: readonly ReportedFinding[];
  readonly suppressed: readonly ReportedSuppression[];
  /** The commit or branch compared with: the findings are those that are new against it. */
  readonly since?: { readonly ref: string; readonly solved: number; readonly changed: ReadonlySet<string> };
}

/** Findings of one AIMS with lines and columns. `folder` goes before every path. */
export function reportFindings(aims: Aims, findings: readonly Finding[], folder: string): readonly ReportedFinding[] {
  // Few formats show them, and hashing takes longer than the rest of a report.
  let prints: readonly string[] | undefined;
  const places = placesOf(aims);
  const prefix = folder === '' ? '' : `${folder}/`;
  return findings.map((finding, index) => ({
    finding,
    path: finding.file === '.' ? folder || '.' : `${prefix}${finding.file}`,
    ...places(finding.file, finding.span),
    source: sourceLine(aims, finding),
    get fingerprint() {
      prints ??= fingerprints(aims, findings);
      return prints[index] ?? '';
    },
    related: finding.related.map((place: RelatedPlace) => ({
      path: `${prefix}${place.file}`,
      ...places(place.file, place.span),
      message: place.message,
    })),
    edits: finding.fixes.map((fix) => ({
      title: fix.title,
      creates: fix.edits.filter((edit) => edit.create).map((edit) => `${prefix}${edit.file}`),
      edits: fix.edits
        .filter((edit) => !edit.create)
        .map((edit) => ({
          path: `${prefix}${edit.file}`,
          ...places(edit.file, edit.span),
          newText: edit.newText,
        })),
    })),
  }));
}

/** As `reportFindings`, of findings that were accepted. */
export function reportSuppressed(
  aims: Aims,
  suppressed: readonly SuppressedFinding[],
  folder: string,
): readonly ReportedSuppression[] {
  const reported = reportFindings(
    aims,
    suppressed.map((one) => one.finding),
    folder,
  );
  return suppressed.flatMap(({ by, acceptance }, index) => {
    const one = reported[index];
    return one ? [{ ...one, by, acceptance }] : [];
  });
}

function placesOf(aims: Aims): (file: string, span: Span) => { start: Position; end: Position } {
  const indexes = new Map<string, LineIndex>();
  return (file, span) => {
    const index = indexes.get(file) ?? indexLines(aims.files.get(file)?.text ?? '');
    indexes.set(file, index);
    return { start: oneBased(positionAt(index, span.start)), end: oneBased(positionAt(index, span.end)) };
  };
}

const oneBased = ({ line, character }: Position): Position => ({ line: line + 1, character: character + 1 });

function sourceLine(aims: Aims, finding: Finding): string {
  const text = aims.files.get(finding.file)?.text ?? '';
  const start =
    Math.max(text.lastIndexOf('\n', finding.span.start - 1), text.lastIndexOf('\r', finding.span.start - 1)) + 1;
  return text.slice(start).split(/[\n\r]/, 1)[0] ?? '';
}

export const SEVERITY_ORDER: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

export const countBy = (findings: readonly ReportedFinding[], severity: Severity): number =>
  findings.filter(({ finding }) => finding.severity === severity).length;

/** `1 finding`, `2 findings`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
