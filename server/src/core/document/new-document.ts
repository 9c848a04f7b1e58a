import type { DocumentKind, Framework } from '../framework/framework';
import { type Template, templateOf } from '../framework/templates';
import { addMonths, type CivilDate } from '../text/civil-date';
import type { Field } from './document';

export interface NewDocumentOptions {
  /** Gives the date of the next review; without it that is left to fill in. */
  readonly today?: CivilDate;
  /** Identifies the document; by default the code of its kind. */
  readonly id?: string;
  readonly owner?: string;
  readonly organization?: string;
}

/**
 * The text of a new document: metadata from its kind, the rest from its template. What is not known stays marked as
 * `[Insert …]`, so that nothing takes it for a finished document.
 */
export function newDocument(framework: Framework, kind: DocumentKind, options: NewDocumentOptions): string {
  const template = templateOf(framework, kind) ?? plainTemplate(kind);
  const body = fill(template.body, framework, options);
  const title = template.format === 'markdown' ? (/^# (.+)$/m.exec(body)?.[1] ?? kind.title) : kind.title;
  const lines = metadataOf(kind, title, options).map(([key, value]) => `${key}: ${value}`);
  return template.format === 'yaml'
    ? `${[...lines, body.trim()].join('\n')}\n`
    : `${['---', ...lines, '---', '', body.trim()].join('\n')}\n`;
}

/** The extension of a new document of a kind. */
export const extensionOf = (framework: Framework, kind: DocumentKind): '.md' | '.yaml' =>
  templateOf(framework, kind)?.format === 'yaml' ? '.yaml' : '.md';

/** The metadata every document is controlled by, in the order in which it is written. */
export function metadataOf(
  kind: DocumentKind,
  title: string,
  { today, id, owner, organization }: NewDocumentOptions,
): readonly (readonly [Field, string])[] {
  const review = today && addMonths(today, kind.reviewMonths ?? 12);
  return [
    ['id', scalar(id ?? kind.code)],
    ['title', scalar(withOrganization(title, organization))],
    ['kind', kind.id],
    ['version', '"0.1"'],
    ['status', 'draft'],
    ['owner', scalar(owner ?? '[Insert owner]')],
    ['approver', scalar('[Insert approver]')],
    ['approved_on', scalar('[Insert date of approval]')],
    ['next_review', review ?? scalar('[Insert date of next review]')],
    ['classification', 'internal'],
    ['frameworks', '["42001"]'],
    ...(kind.clauses.length > 0 ? [['clauses', list(kind.clauses.map((one) => JSON.stringify(one)))] as const] : []),
    ...(kind.controls.length > 0 ? [['controls', list(kind.controls)] as const] : []),
  ];
}

const list = (items: readonly string[]): string => `[${items.join(', ')}]`;

/** A scalar of YAML: quoted where it could be read as anything but this text. */
const scalar = (text: string): string => (/^\p{L}[\p{L}\p{N} ./()-]*$/u.test(text) ? text : JSON.stringify(text));

const fill = (body: string, framework: Framework, { organization }: NewDocumentOptions): string =>
  withOrganization(body, organization).replace(/^<!-- controls of Annex A -->$/m, () => soaTables(framework));

const withOrganization = (text: string, organization: string | undefined): string =>
  organization === undefined ? text : text.replaceAll('[Insert organization]', () => organization);

/** Every control with its title, in a table per domain: what a Statement of Applicability decides about. */
function soaTables(framework: Framework): string {
  const domains = [...framework.objectives.values()].filter((objective) => objective.level === 'domain');
  return domains
    .map((domain) =>
      [
        `## ${domain.id} ${domain.title}`,
        '',
        '| Control | Title | Applicable | Justification | Status | Evidence | Owner | Last review |',
        '|---|---|---|---|---|---|---|---|',
        ...domain.controls.map(
          (id) => `| ${id} | ${framework.controls.get(id)?.title ?? ''} | [Insert Yes or No] |  |  |  |  |  |`,
        ),
      ].join('\n'),
    )
    .join('\n\n');
}

/** For a kind without a text of its own: its sections as headings. */
const plainTemplate = (kind: DocumentKind): Template => ({
  format: 'markdown',
  body: [`# ${kind.title}`, ...kind.sections.map(({ title }) => `## ${title}\n\n[Insert ${title}]`)].join('\n\n'),
});
