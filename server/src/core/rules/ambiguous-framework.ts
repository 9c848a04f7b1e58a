import type { Aims } from '../model/aims';
import type { FileView, Reference } from '../model/file-view';
import { insert } from './fixes';
import type { Report, Rule } from './rule';

/** An id that two standards have, where nothing says which is meant. */
export const ambiguousFramework: Rule = {
  meta: {
    name: 'ambiguous-framework',
    severity: 'hint',
    summary: 'An id belongs to two standards and nothing near it says which is meant.',
    why: 'Thirteen controls of ISO/IEC 42001 share their ids with other controls of ISO/IEC 27001. In an integrated system a bare `A.5.2` can be read either way.',
    basis: ['42001:7.5.2'],
    doubt: 'Where readers know from elsewhere, set `default_framework` for the folder in aims.yaml.',
    quiet: true,
  },
  examples: {
    bad: [
      {
        text: '//- aims.yaml\nframeworks: ["42001", "27001"]\n//- notes.md\n# Supplier review\n\nChecked against A.5.4.\n                ^^^^^ `A.5.4` is',
      },
    ],
    good: [
      {
        text: '//- aims.yaml\nframeworks: ["42001", "27001"]\n//- notes.md\n# Supplier review\n\nChecked against 42001:A.5.4 and A.6.2.4.',
      },
      { text: '//- aims.yaml\nframeworks: ["42001"]\n//- notes.md\n# Supplier review\n\nChecked against A.5.4.' },
    ],
  },
  file: {
    reads: 'file',
    *check(view, aims) {
      for (const reference of view.references) {
        if (reference.reason === 'none' && reference.raw.form === 'annex-a') yield* report(view, reference, aims);
      }
    },
  },
};

function* report(view: FileView, { raw }: Reference, aims: Aims): Iterable<Report> {
  const ours = aims.frameworks.get('42001')?.controls.get(raw.id);
  const theirs = aims.frameworks.get('27001')?.controls.get(raw.id);
  if (!ours || !theirs) return;
  yield {
    span: raw.span,
    message: `\`${raw.id}\` is ${ours.title} in ISO/IEC 42001 and ${theirs.title} in ISO/IEC 27001. Write which one is meant, for example \`42001:${raw.id}\`.`,
    fixes: ['42001', '27001'].map((id) =>
      insert(`Write \`${id}:${raw.id}\``, view.file.path, raw.span.start, `${id}:`, { preferred: id === '42001' }),
    ),
  };
}
