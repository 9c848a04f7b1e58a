import { type Cursor, cursorAt } from '../cursor/cursor';
import type { Field } from '../document/document';
import type { Aims } from '../model/aims';
import { type Reference, viewAt } from '../model/file-view';
import { canonicalId, describeReason } from '../model/resolve';
import type { Declaration, SymbolPlace } from '../model/symbols';
import { followLink } from '../model/targets';
import { assess } from '../readiness/assess';
import { creditsOf } from '../readiness/credit';
import { valueMeant } from '../records/vocabulary';
import { escapeMarkdown } from '../reports/markdown-text';
import { displayDate, parseDate } from '../text/civil-date';
import { unreachable } from '../text/unreachable';
import { explainId } from './explain';
import type { Hover } from './feature';
import { FIELD_TEXTS } from './fields';
import { documentParts } from './hover-document';
import { hoverSettings } from './hover-settings';
import { recordFieldText, recordProse } from './record-prose';
import { isSettings } from './settings';

/** What a reader sees when pointing at an offset of a file. */
export function hover(aims: Aims, path: string, offset: number): Hover | undefined {
  const ofSettings = isSettings(aims, path) ? hoverSettings(aims, path, offset) : undefined;
  if (ofSettings) return ofSettings;
  const cursor = cursorAt(aims, path, offset);
  if (cursor.kind === 'nothing') return undefined;
  const parts = partsOf(aims, path, cursor);
  return parts.length === 0 ? undefined : { span: cursor.span, markdown: parts.join('\n\n') };
}

function partsOf(aims: Aims, path: string, cursor: Exclude<Cursor, { kind: 'nothing' }>): readonly string[] {
  switch (cursor.kind) {
    case 'reference':
      return referenceParts(aims, cursor.reference);
    case 'link':
      return linkParts(aims, path, cursor);
    case 'metadata-key':
      return fieldParts(cursor.field);
    case 'metadata-value':
      return valueParts(aims, path, cursor);
    case 'symbol':
      return symbolParts(aims, cursor.symbol);
    case 'record-key':
      return [recordFieldText(cursor.type, cursor.field)];
    case 'record-value':
      return recordValueParts(cursor);
    case 'heading':
      return path !== '' && viewAt(aims, path)?.file.facts.headings[0] === cursor.heading
        ? documentParts(aims, path)
        : [];
    default:
      return unreachable(cursor);
  }
}

function referenceParts(aims: Aims, reference: Reference): readonly string[] {
  const framework = reference.framework === undefined ? undefined : aims.frameworks.get(reference.framework);
  if (!framework) return reference.framework === undefined ? undecided(aims, reference) : [];
  const text = explainId(framework, reference.raw.id, aims.frameworks);
  if (!text) return [];
  const [title = '', ...rest] = text;
  const understood = `*Understood as ${framework.short} because ${describeReason(reference.reason)}.*`;
  return [title, understood, ...standing(aims, reference), ...rest];
}

/** Nothing decides between the standards: both readings are shown. */
function undecided(aims: Aims, { raw }: Reference): readonly string[] {
  const readings = ['42001', '27001'].flatMap((id) => {
    const framework = aims.frameworks.get(id);
    const title = framework?.controls.get(raw.id)?.title ?? framework?.clauses.get(raw.id)?.title;
    return title === undefined ? [] : [`- \`${canonicalId(id, raw.id)}\` ${title} (${framework?.name})`];
  });
  return readings.length === 0 ? [] : ['Nothing near this id says which standard it belongs to.', readings.join('\n')];
}

/** Where this AIMS stands on it. */
function standing(aims: Aims, { framework, raw }: Reference): readonly string[] {
  if (aims.mode === 'quiet') return [];
  if (framework !== '42001') return creditHere(aims, framework, raw.id);
  const readiness = assess(aims);
  const id = raw.id.replace(/^B\./, 'A.');
  const found =
    readiness.controls.find((control) => control.id === id) ?? readiness.clauses.find((clause) => clause.id === id);
  if (!found) return [];
  const due = found.due === undefined ? '' : ` Review due ${displayDate(found.due)}.`;
  const next = found.next === undefined ? '' : ` ${escapeMarkdown(found.next)}`;
  return [`**Here** ${found.state} · ${escapeMarkdown(found.why)}${next}${due}`, ...creditElsewhere(aims, id)];
}

/** Where a clause of another framework stands by what is written here. */
const creditHere = (aims: Aims, framework: string | undefined, id: string): readonly string[] =>
  creditsOf(aims)
    .filter((credit) => credit.framework === framework)
    .flatMap((credit) => credit.clauses.filter((clause) => clause.id === id))
    .map(({ state, why, next = '' }) => `**Here** ${state} · ${escapeMarkdown(`${why} ${next}`.trim())}`);

/** The clauses of the other frameworks in use at the same place of their structure. */
function creditElsewhere(aims: Aims, id: string): readonly string[] {
  const also = creditsOf(aims).flatMap(({ short, clauses }) =>
    clauses
      .filter(({ from }) => from.includes(id))
      .map((clause) => `${short} ${clause.id}: ${clause.state}${clause.common ? '' : ', its own subject'}`),
  );
  return also.length === 0 ? [] : [`**Counts also for** ${also.join(' · ')}`];
}

function linkParts(aims: Aims, path: string, cursor: Cursor & { kind: 'link' }): readonly string[] {
  const file = aims.files.get(path);
  if (!file) return [];
  const target = followLink(aims, file, cursor.link);
  switch (target.kind) {
    case 'missing':
      return [`\`${target.path}\` does not exist.`];
    case 'missing-anchor':
      return [`\`${target.path}\` has no heading \`${target.fragment}\`.`, ...documentParts(aims, target.path)];
    case 'missing-line':
      return [`\`${target.path}\` has ${target.length} ${target.length === 1 ? 'line' : 'lines'}.`];
    case 'files':
      return [patternParts(target.paths)];
    case 'file':
      return documentParts(aims, target.path);
    case 'directory':
    case 'external':
    case 'unknown':
      return [];
    default:
      return unreachable(target);
  }
}

/** How many files a pattern stands for, and the first of them. */
function patternParts(paths: readonly string[]): string {
  const shown = paths.slice(0, 10).map((path) => `\`${path}\``);
  const more = paths.length > shown.length ? ' …' : '';
  return `${paths.length} ${paths.length === 1 ? 'file fits' : 'files fit'}: ${shown.join(', ')}${more}`;
}

/** What an id stands for: of several declarations each. */
const symbolParts = (aims: Aims, { declarations }: SymbolPlace): readonly string[] =>
  declarations.slice(0, 3).flatMap((one) => (one.record ? recordProse(one.record) : documentHead(aims, one)));

/** The title of a document with what it is; its kind may be unknown. */
function documentHead(aims: Aims, { id, title = '', file }: Declaration): readonly string[] {
  return [`**${escapeMarkdown(id)} ${escapeMarkdown(title)}** · \`${file}\``, ...documentParts(aims, file)];
}

/** What a word of a vocabulary means, and how a date was read. */
function recordValueParts({ record, field, value }: Cursor & { kind: 'record-value' }): readonly string[] {
  const meant = valueMeant(record.type, field, value.text);
  if (meant !== undefined) return [`**${meant}** ${field.values?.[meant] ?? ''}`];
  const date = field.date ? parseDate(value.text) : undefined;
  return date === undefined ? [] : [displayDate(date)];
}

const fieldParts = (field: Field | undefined): readonly string[] =>
  field === undefined ? [] : [`**${field}** ${FIELD_TEXTS[field]}`];

function valueParts(
  aims: Aims,
  path: string,
  { entry, field }: Cursor & { kind: 'metadata-value' },
): readonly string[] {
  if (field === 'kind') return documentParts(aims, path);
  const date = field === 'next_review' || field === 'approved_on' ? parseDate(entry.value) : undefined;
  return date === undefined ? [] : [`${displayDate(date)}`];
}
