import type { Aims } from '../model/aims';
import type { Fix } from '../model/finding';
import type { BaselineEntry } from '../suppressions/baseline';
import type { Directive, NamedRule } from '../suppressions/directive';
import type { Sieved } from '../suppressions/sieve';
import { lineSpanAt } from '../text/line-index';
import type { Span } from '../text/span';
import type { Report, Rule } from './rule';
import { RULE_NAMES } from './rule-names';

/** A suppression that hides nothing. It is judged after all other rules have run, so it has no check of its own. */
export const suppressionUnused: Rule = {
  meta: {
    name: 'suppression-unused',
    severity: 'warning',
    summary: 'A suppression hides nothing: what it was written for is gone.',
    why: 'A suppression that outlives its finding hides the next one that appears in its place, and a list of exceptions nobody can match to facts is the first thing an auditor doubts.',
    basis: ['42001:7.5.3'],
    doubt:
      'A finding that depends on the day, such as an overdue review, may come back: give such a suppression an expiry date instead.',
  },
  examples: {
    bad: [
      {
        text: '//- policy.md\n# AI policy (ISO/IEC 42001)\n\nSee [x](policy.md). <!-- aims-ignore-line dead-reference: kept elsewhere -->\n                                          ^^^^^^^^^^^^^^ hides nothing',
      },
      {
        text: '//- policy.md\n# AI policy (ISO/IEC 42001)\n\n<!-- aims-ignore-next-line dead-reference, unknown-control: kept elsewhere -->\n                                           ^^^^^^^^^^^^^^^ hides nothing\nSee [x](gone.md).',
      },
      {
        text: '//- aims.baseline.yaml\nversion: 1\nreason: known\nfiles:\n  policy.md:\n    findings:\n      - rule: dead-reference\n              ^^^^^^^^^^^^^^ is not found in `policy.md` any more\n        text: 0123456789abcdef\n//- policy.md\n# AI policy (ISO/IEC 42001)',
      },
    ],
    good: [
      {
        text: '//- policy.md\n# AI policy (ISO/IEC 42001)\n\nSee [x](gone.md). <!-- aims-ignore-line dead-reference: kept elsewhere -->',
      },
      {
        text: '//- policy.md\n# AI policy (ISO/IEC 42001)\n\n<!-- aims-ignore-start dead-reference: kept elsewhere -->\n\nSee [x](gone.md).\n\n- and [y](gone-too.md)\n\n<!-- aims-ignore-end -->',
      },
    ],
  },
};

/** Comments of a file that answered to nothing. Rules that are switched off cannot be judged. */
export function* unusedComments(aims: Aims, path: string, { unusedRules }: Sieved): Iterable<Report> {
  const text = aims.files.get(path)?.text ?? '';
  for (const { directive, rule } of unusedRules) {
    if (!isJudged(aims, rule.name)) continue;
    yield {
      span: rule.span,
      message: `This suppression of \`${rule.name}\` hides nothing. Remove it.`,
      fixes: [removal(path, text, directive, rule)],
    };
  }
}

const isJudged = (aims: Aims, rule: string): boolean =>
  RULE_NAMES.has(rule) && aims.config.severities.get(rule) !== 'off';

/** The rule with its comma where there are others; else the comment, and its line where nothing else stands in it. */
function removal(path: string, text: string, { rules, comment, closing }: Directive, rule: NamedRule): Fix {
  const spans =
    rules.length > 1
      ? [withComma(rules, rule)]
      : [comment, ...(closing ? [closing] : [])].map(({ whole }) => withLine(text, whole));
  return {
    title: `Remove the suppression of \`${rule.name}\``,
    preferred: true,
    safe: true,
    edits: spans.map((span) => ({ file: path, span, newText: '' })),
  };
}

function withLine(text: string, comment: Span): Span {
  const line = lineSpanAt(text, comment.start);
  const before = text.slice(line.start, comment.start);
  const after = text.slice(comment.end, lineSpanAt(text, comment.end).end);
  if (after.trim() !== '') return comment;
  if (before.trim() !== '')
    return { start: comment.start - (before.length - before.trimEnd().length), end: comment.end };
  const lineBreak = /^[ \t]*(?:\r\n|\n|\r)?/.exec(text.slice(comment.end))?.[0].length ?? 0;
  return { start: line.start, end: comment.end + lineBreak };
}

function withComma(rules: readonly NamedRule[], rule: NamedRule): Span {
  const index = rules.indexOf(rule);
  const next = rules[index + 1];
  const previous = rules[index - 1];
  if (next) return { start: rule.span.start, end: next.span.start };
  return { start: previous?.span.end ?? rule.span.start, end: rule.span.end };
}

/** Entries of the baseline that stand for more than is found. */
export function* unusedEntries(
  aims: Aims,
  unused: readonly { readonly entry: BaselineEntry; readonly missing: number }[],
): Iterable<Report> {
  for (const { entry, missing } of unused) {
    if (!isJudged(aims, entry.rule)) continue;
    const found = entry.count - missing;
    yield {
      span: entry.place,
      message:
        found === 0
          ? `\`${entry.rule}\` is not found in \`${entry.file}\` any more: \`aims baseline --prune\` removes the entry.`
          : `\`${entry.rule}\` is found ${found === 1 ? 'once' : `${found} times`} in \`${entry.file}\`, and ${entry.count} are accepted: \`aims baseline --prune\` lowers the count.`,
    };
  }
}
