import { type Field, fieldOf } from '../document/document';
import { documentStatus, isWeakKey } from '../framework/synonyms';
import type { Aims } from '../model/aims';
import type { MetadataEntry } from '../model/facts';
import type { FileView } from '../model/file-view';
import type { Fix } from '../model/finding';
import { parseDate } from '../text/civil-date';
import { normalize } from '../text/words';
import { replace } from './fixes';
import type { Rule } from './rule';

/** Two places of one document that say different things of it. */
export const metadataConflict: Rule = {
  meta: {
    name: 'metadata-conflict',
    severity: 'warning',
    summary: 'Two places of a document disagree about its owner, version, status or dates.',
    why: 'A document that names one owner at its head and another below cannot be shown to be controlled. Auditors compare the head with the history, and ask which of the two was approved.',
    basis: ['42001:7.5.2', '42001:7.5.3'],
    doubt:
      'The second place may speak of something else than the document (the owner of a process): name that in its key, or say there what it is.',
  },
  examples: {
    bad: [
      {
        text: '//- policy.md\n---\nkind: ai-policy\nowner: Technical lead\nversion: "1.1"\n---\n# AI policy\n\n**Owner:** Managing director\n           ^^^^^^^^^^^^^^^^^ but the front matter says `Technical lead`\n',
      },
      {
        text: '//- policy.md\n---\nkind: ai-policy\nversion: "1.1"\n---\n# AI policy\n\n## Change log\n\n| Version | Date | Changes |\n|---|---|---|\n| 1.0 | 2025-01-10 | First |\n| 1.2 | 2026-01-10 | Roles |\n  ^^^ but the front matter says `1.1`',
      },
    ],
    good: [
      {
        text: '//- policy.md\n---\nkind: ai-policy\nowner: Head of AI\nversion: 1.0\nstatus: approved\napproved_on: 2026-03-14\n---\n# AI policy\n\n**Owner:** Dr. Chen, Head of AI | **Version:** v1.0 | **Status:** Approved | **Approval date:** 14 March 2026',
      },
      {
        text: '//- policy.md\n---\nkind: ai-policy\nowner: Head of AI\n---\n# AI policy\n\n**Risk owner:** Product lead',
      },
    ],
  },
  file: {
    reads: 'file',
    *check(view, aims) {
      if (!view.document.kind || view.document.template) return;
      for (const [field, [first, ...others]] of statedFields(view, aims)) {
        const other = first && others.find((entry) => disagree(field, first, entry));
        if (!first || !other) continue;
        yield {
          span: other.valueSpan,
          message: `\`${other.key}\` is \`${other.value}\` here, but ${PLACES[first.source]} says \`${first.value}\`. Say the same in both places.`,
          subject: `document:${view.document.kind.id}`,
          related: [
            { file: view.file.path, span: first.valueSpan, message: `\`${first.key}\` is \`${first.value}\` here` },
          ],
          fixes: fixesFor(view, first, other),
        };
      }
    },
  },
};

const COMPARED: ReadonlySet<Field> = new Set([
  'id',
  'version',
  'status',
  'owner',
  'approver',
  'approved_on',
  'effective_from',
  'next_review',
  'classification',
]);

const PLACES: Record<MetadataEntry['source'], string> = {
  'front-matter': 'the front matter',
  yaml: 'the top of the file',
  bold: 'another line',
  line: 'another line',
  table: 'a table',
  badge: 'a badge',
  'change-log': 'the change log',
};

/** Every statement of a field in the order in which they count; of a change log only its version tells about today. */
function statedFields(view: FileView, aims: Aims): ReadonlyMap<Field, readonly MetadataEntry[]> {
  const fields = new Map<Field, MetadataEntry[]>();
  for (const entry of view.file.facts.metadata) {
    const field = fieldOf(entry.key, aims.config);
    if (!field || !COMPARED.has(field) || entry.value === '' || isWeakKey(entry.key)) continue;
    if (entry.source === 'change-log' && field !== 'version') continue;
    const known = fields.get(field);
    if (known) known.push(entry);
    else fields.set(field, [entry]);
  }
  return fields;
}

function disagree(field: Field, a: MetadataEntry, b: MetadataEntry): boolean {
  switch (field) {
    case 'approved_on':
    case 'effective_from':
    case 'next_review':
      return differ(parseDate(a.value), parseDate(b.value));
    case 'status':
      return differ(documentStatus(a.value), documentStatus(b.value));
    case 'version':
      return differ(versionOf(a.value), versionOf(b.value));
    default:
      return !isPartOf(normalize(a.value), normalize(b.value));
  }
}

const differ = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && a !== b;

/** `v1.0 (draft)` is 1; what holds no number cannot be compared. */
function versionOf(text: string): string | undefined {
  const number = /\d+(?:\.\d+)*/.exec(text)?.[0];
  return number?.replace(/(?:\.0+)+$/, '');
}

/** `Head of AI` and `Dr. Chen, Head of AI` name the same. */
const isPartOf = (a: string, b: string): boolean =>
  a === '' || b === '' || ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);

/** The later place is made to say what the first says, where it is plain text. */
function fixesFor(view: FileView, first: MetadataEntry, other: MetadataEntry): readonly Fix[] {
  if (other.source !== 'bold' && other.source !== 'line' && other.source !== 'table') return [];
  return [replace(`Change to \`${first.value}\` here`, view.file.path, other.valueSpan, first.value)];
}
