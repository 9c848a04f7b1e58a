import { openPlaceholders } from '../document/template';
import type { FileView } from '../model/file-view';
import { titlePlace } from '../model/title-place';
import { shorten } from '../text/shorten';
import type { Report, Rule } from './rule';

/** Text that somebody still has to replace. */
export const placeholder: Rule = {
  meta: {
    name: 'placeholder',
    severity: 'warning',
    summary: 'A document still holds placeholder text.',
    why: 'A document with TBD or [Organization name] in it was not finished, and an approval of it is not believed. In an audit it takes the document back to a draft.',
    basis: ['42001:7.5.2'],
    doubt:
      'Text in square brackets may be meant: put it in backticks, or reword it. In a template placeholders are expected and reported once, as a hint: a document counts as one with eight of them, or with three and fewer than 50 words for each. From three on its approval is not believed.',
  },
  examples: {
    bad: [
      {
        text: '//- policy.md\n---\nkind: ai-policy\n---\n# AI policy of [Organization Name]\n               ^^^^^^^^^^^^^^^^^^^ is a placeholder',
      },
      { text: '//- scope.md\n# AIMS scope\n\nThe sites are TBD.\n              ^^^ is a placeholder' },
    ],
    good: [
      {
        text: '//- scope.md\n# AIMS scope\n\n- [x] The sites are listed\n- See [the plan](plan.md) and note [1].\n//- plan.md\n# Plan',
      },
    ],
  },
  file: {
    reads: 'file',
    *check(view) {
      const all = view.file.facts.placeholders;
      if (all.length === 0 || !isRead(view)) return;
      if (view.document.template) yield summary(view, all.length);
      else
        for (const { text, span } of openPlaceholders(view.file))
          yield { span, message: `\`${shorten(text, 60)}\` is a placeholder. Replace it by what applies here.` };
    },
  },
};

/** Notes, guides and other people's YAML are full of braces: only documents of the AIMS are looked at. */
const isRead = (view: FileView): boolean => view.document.kind !== undefined;

const summary = (view: FileView, count: number): Report => ({
  ...titlePlace(view),
  severity: 'hint',
  message: `This is a template with ${count} ${count === 1 ? 'place' : 'places'} to fill in. It counts as mentioned only until they are.`,
});
