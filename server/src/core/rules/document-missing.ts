import { kindNamed } from '../document/kinds';
import { ABOUT_OTHERS } from '../framework/document-words';
import type { DocumentKind } from '../framework/framework';
import type { Aims } from '../model/aims';
import { draftText } from '../model/draft';
import { type FileView, speaksOfAims, viewsOf } from '../model/file-view';
import type { Fix } from '../model/finding';
import { newPath } from '../model/new-path';
import { aimsSoa } from '../model/soa';
import { memo } from '../query/memo';
import { absencePlace } from './absence-place';
import { create } from './fixes';
import type { Report, Rule } from './rule';

/** A document that the standard asks for and that does not exist. */
export const documentMissing: Rule = {
  meta: {
    name: 'document-missing',
    severity: 'warning',
    summary: 'A document that ISO/IEC 42001 asks for is not there.',
    why: 'Stage 1 is an audit of documented information. A mandatory document that does not exist stops it before it starts.',
    basis: ['42001:7.5.1'],
    doubt:
      'The document may exist under a name the tool does not recognize: state its `kind` in the front matter, or in `kinds` of aims.yaml.',
  },
  examples: {
    bad: [
      {
        text: '//- aims.yaml\norganization:\n^^^^^^^^^^^^^ No document was recognized as "AI policy"\n  name: Northwind\n//- scope.md\n# AIMS scope\n\nISO/IEC 42001 covers the clinic.',
        note: 'Shown for one of the missing documents.',
      },
      { text: '//- aims.yaml\norganization:\n^^^^^^^^^^^^^ Start here\n  name: Northwind' },
    ],
    good: [],
  },
  *aims(aims) {
    if (isEmptyAims(aims)) yield startHere(aims);
    else for (const kind of missingKinds(aims)) yield report(aims, kind);
  },
};

/** Nothing in the folder is recognized as a document of an AIMS. */
export const isEmptyAims = memo((aims: Aims): boolean => {
  if (aims.mode === 'adopted' && !speaksOfAims(aims)) return true;
  return !viewsOf(aims).some((view) => view.document.kind !== undefined);
});

function startHere(aims: Aims): Report {
  const found = viewsOf(aims).length;
  const what =
    found === 0 ? 'There are no documents here' : 'No document here is recognized as part of an AI management system';
  return {
    ...absencePlace(aims, []),
    severity: 'info',
    message: `${what}. Start here: write the AIMS scope (clause 4.3) and the AI policy (clause 5.2), then the Statement of Applicability.`,
    framework: '42001',
  };
}

/** Mandatory kinds without any document, in the order of the list. */
export const missingKinds = memo((aims: Aims): readonly DocumentKind[] => {
  const framework = aims.frameworks.get('42001');
  const present = new Set(viewsOf(aims).flatMap((view) => [view.document.kind?.id, ...sectionsMadeFor(aims, view)]));
  if (aimsSoa(aims)) present.add('soa');
  return [...(framework?.kinds.values() ?? [])].filter((kind) => kind.mandatory && !present.has(kind.id));
});

/** Small organizations write one document for several: a section that carries the name of a kind is that. */
function sectionsMadeFor(aims: Aims, { document, file }: FileView): readonly string[] {
  const framework = aims.frameworks.get('42001');
  if (!framework || !document.kind || ABOUT_OTHERS.test(document.title?.text ?? '')) return [];
  return file.facts.headings.slice(1).flatMap((heading) => kindNamed(framework, heading.text)?.id ?? []);
}

function report(aims: Aims, kind: DocumentKind): Report {
  const clauses = kind.clauses.join(', ');
  return {
    ...absencePlace(aims, ['ai-policy', 'scope', 'aims-manual', 'soa']),
    message: `No document was recognized as "${kind.title}"${clauses === '' ? '' : ` (clause ${clauses})`}. Write it, or state \`kind: ${kind.id}\` in the front matter of the document that is it.`,
    framework: '42001',
    subject: `document:${kind.id}`,
    fixes: createFixes(aims, kind),
  };
}

/** Writing it from its template is no answer to the finding, but the start of one. */
function createFixes(aims: Aims, kind: DocumentKind): readonly Fix[] {
  const framework = aims.frameworks.get('42001');
  if (!framework) return [];
  const path = newPath(aims, framework, kind);
  return [create(`Create \`${path}\` from the template`, path, () => draftText(aims, framework, kind))];
}
