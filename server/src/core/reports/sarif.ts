import type { Severity } from '../model/finding';
import { docsUrl } from '../rules/docs-url';
import { RULES } from '../rules/rules';
import type { Position } from '../text/line-index';
import type { CheckReport, ReportedFinding, ReportedSuppression } from './check-report';

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** SARIF 2.1.0, as code scanning reads it. `rootUri` is the `file:` address of the folder paths are relative to. */
export function sarifReport(
  report: CheckReport,
  options: { readonly version: string; readonly rootUri: string; readonly prefix: string },
): string {
  const order = new Map(RULES.map((rule, index) => [rule.meta.name, index]));
  const run = {
    tool: { driver: driver(options.version) },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { ROOT: { uri: options.rootUri } },
    results: [
      ...report.findings.map((one) => result(one, order, options.prefix)),
      ...report.suppressed.map((one) => ({ ...result(one, order, options.prefix), suppressions: [suppression(one)] })),
    ],
  };
  const value = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

const driver = (version: string) => ({
  name: 'AIMS Docs',
  version,
  semanticVersion: version,
  informationUri: 'https://github.com/aims-docs/aims-docs',
  rules: RULES.map(({ meta }) => ({
    id: meta.name,
    name: meta.name,
    shortDescription: { text: meta.summary },
    fullDescription: { text: `${meta.summary} ${meta.why}` },
    help: { text: `${meta.why}\n\n${meta.doubt}`, markdown: `${meta.why}\n\n**When it is wrong:** ${meta.doubt}` },
    helpUri: docsUrl(meta.name),
    defaultConfiguration: { level: LEVELS[meta.severity] },
    properties: { tags: ['iso-42001', ...meta.basis] },
  })),
});

function result(one: ReportedFinding, order: ReadonlyMap<string, number>, prefix: string) {
  const { finding } = one;
  return {
    ruleId: finding.rule,
    ruleIndex: order.get(finding.rule) ?? -1,
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: physical(prefix, one.path, one.start, one.end) }],
    partialFingerprints: { 'aimsFinding/v1': one.fingerprint },
    ...(one.related.length > 0
      ? {
          relatedLocations: one.related.map((place, id) => ({
            id,
            physicalLocation: physical(prefix, place.path, place.start, place.end),
            message: { text: place.message },
          })),
        }
      : {}),
    ...fixesOf(one, prefix),
    ...(finding.subject === undefined ? {} : { properties: { subject: finding.subject } }),
  };
}

const suppression = ({ by, acceptance: { reason, owner, expires } }: ReportedSuppression) => ({
  kind: by === 'comment' ? 'inSource' : 'external',
  status: 'accepted',
  justification: [
    reason,
    ...(owner === undefined ? [] : [`Owner: ${owner}.`]),
    ...(expires === undefined ? [] : [`Until ${expires}.`]),
  ].join(' '),
});

/** A fix of SARIF changes files that exist; one that makes a file is left to those who can. */
function fixesOf({ edits }: ReportedFinding, prefix: string) {
  const changing = edits.filter((fix) => fix.creates.length === 0);
  return changing.length > 0 ? { fixes: changing.map((fix) => fixValue(fix, prefix)) } : {};
}

const fixValue = (fix: ReportedFinding['edits'][number], prefix: string) => ({
  description: { text: fix.title },
  artifactChanges: [...new Set(fix.edits.map((edit) => edit.path))].map((path) => ({
    artifactLocation: artifact(prefix, path),
    replacements: fix.edits
      .filter((edit) => edit.path === path)
      .map((edit) => ({ deletedRegion: region(edit.start, edit.end), insertedContent: { text: edit.newText } })),
  })),
});

const physical = (prefix: string, path: string, start: Position, end: Position) => ({
  artifactLocation: artifact(prefix, path),
  region: region(start, end),
});

const artifact = (prefix: string, path: string) => ({
  uri: `${prefix}${path === '.' ? '' : path}`.split('/').map(encodeURIComponent).join('/') || '.',
  uriBaseId: 'ROOT',
});

const region = (start: Position, end: Position) => ({
  startLine: start.line,
  startColumn: start.character,
  endLine: end.line,
  endColumn: end.character,
});
