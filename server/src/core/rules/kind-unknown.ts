import { kindMeant } from '../document/kinds';
import { namesAims } from '../model/file-view';
import { typeOfDocument } from '../model/records';
import { recordTypeMeant } from '../records/record-types';
import { replace } from './fixes';
import type { Rule } from './rule';

/** A `kind` that is nearly one of ours. */
export const kindUnknown: Rule = {
  meta: {
    name: 'kind-unknown',
    severity: 'warning',
    summary: 'The `kind` of a document or record is nearly one that is known, and none.',
    why: 'A document is recognized by its `kind` first. One letter too few, and the policy everybody wrote and approved is missing from the readiness of the AIMS.',
    basis: ['42001:7.5.2'],
    doubt:
      'A kind of your own that is called much like one of these: `kinds` in aims.yaml says what the document is, whatever its `kind`.',
    quiet: true,
  },
  examples: {
    bad: [
      {
        text: '//- aims.yaml\norganization:\n  name: Example\n//- policy.md\n---\nkind: ai-polcy\n      ^^^^^^^^ Did you mean `ai-policy`?\n---\n# Principles',
      },
      {
        text: '//- svc/model.yaml\n# ISO/IEC 42001\nkind: ai-sytem\n      ^^^^^^^^ Did you mean `ai-system`?\nframeworks: ["ISO/IEC 42001"]\nname: Triage',
      },
      {
        text: '//- register.yaml\n# ISO/IEC 42001\nkind: risk-regsiter\n      ^^^^^^^^^^^^^ Did you mean `risk-register`?\nframeworks: ["ISO/IEC 42001"]\nrisks: []',
      },
    ],
    good: [
      { text: '//- policy.md\n---\nkind: ai-policy\n---\n# Principles (ISO/IEC 42001)' },
      { text: '//- playbook.md\n---\nkind: playbook\n---\n# Release of models (ISO/IEC 42001)' },
      { text: '//- deploy.yaml\napiVersion: v1\nkind: Scopes' },
      { text: '//- aims.yaml\norganization:\n  name: Example\n//- deploy.yaml\nkind: Role' },
    ],
  },
  file: {
    reads: 'file',
    *check(view, aims) {
      const stated = view.document.fields.get('kind');
      const framework = aims.frameworks.get('42001');
      const isOurs = aims.config.path !== undefined || namesAims(view.file);
      if (!stated || !framework || !isOurs || view.document.kindReason === 'front matter' || typeOfDocument(view))
        return;
      const { valueSpan: span, value } = stated;
      const meant = kindMeant(value, framework)?.id ?? recordTypeMeant(value)?.name;
      if (meant === undefined) return;
      yield {
        span,
        message: `\`${value}\` is no kind of document. Did you mean \`${meant}\`?`,
        subject: value,
        fixes: [replace(`Change to \`${meant}\``, view.file.path, span, meant, { preferred: true })],
      };
    },
  },
};
