import type { SourceFile } from '../model/aims';
import type { CheckComment } from '../model/facts';
import { memo } from '../query/memo';
import { type CivilDate, parseDate } from '../text/civil-date';
import { lineSpanAt } from '../text/line-index';
import type { Span } from '../text/span';

/** Which findings a comment answers: `start` and `end` enclose a block. */
export const DIRECTIVE_FORMS = ['line', 'next-line', 'start', 'end', 'file'] as const;
export type DirectiveForm = (typeof DIRECTIVE_FORMS)[number];

/** Why a finding is accepted, by whom and for how long. */
export interface Acceptance {
  readonly reason: string;
  readonly owner?: string;
  readonly expires?: CivilDate;
}

/** A rule named in a comment; `[A.7.4]` after it narrows it to findings about that subject. */
export interface NamedRule {
  readonly name: string;
  readonly subject?: string;
  readonly span: Span;
}

/** `<!-- aims-ignore-next-line dead-reference: The wiki is not in git. (owner: Head of AI, expires: 2027-01-31) -->` */
export interface Directive {
  readonly form: DirectiveForm;
  readonly rules: readonly NamedRule[];
  readonly acceptance: Acceptance;
  /** Findings that start in here are answered. */
  readonly scope: Span;
  readonly comment: CheckComment;
  /** The comment that ends a block. */
  readonly closing?: CheckComment;
}

export interface DirectiveFault {
  readonly message: string;
  readonly span: Span;
}

export interface Directives {
  readonly directives: readonly Directive[];
  readonly faults: readonly DirectiveFault[];
}

/** The comments of a file that suppress findings, and what is wrong with those that cannot be honoured. */
export const directivesOf = memo((file: SourceFile): Directives => {
  const faults: DirectiveFault[] = [];
  const written: Written[] = [];
  for (const comment of file.facts.directives) {
    const read = readDirective(comment);
    if (typeof read === 'string') faults.push({ message: read, span: comment.whole });
    else written.push(read);
  }
  return { directives: withScopes(written, file.text, faults), faults };
});

type Written = Omit<Directive, 'scope'>;

const RULE = /([\w-]+)(?:\[([^\]]*)\])?/;
const RULES = new RegExp(`^\\s*(${RULE.source}(?:\\s*,\\s*${RULE.source})*)?\\s*(?::\\s*(.*))?$`, 's');

/** Reads a comment, or says in a sentence why it cannot be honoured. */
function readDirective(comment: CheckComment): Written | string {
  const head = /^aims-ignore(?:-([\w-]+))?/.exec(comment.text);
  const form = DIRECTIVE_FORMS.find((known) => known === head?.[1]);
  if (!head || !form)
    return `\`${head?.[0] ?? comment.text}\` is not understood. There are ${DIRECTIVE_FORMS.map((one) => `\`aims-ignore-${one}\``).join(', ')}.`;
  if (form === 'end') return { form, rules: [], acceptance: { reason: '' }, comment };
  const rest = comment.text.slice(head[0].length);
  const list = RULES.exec(rest);
  if (!list?.[1])
    return `This comment names no rule and suppresses nothing. Write \`aims-ignore-${form} RULE: reason\`, with the name that stands beside the finding.`;
  const acceptance = readAcceptance(list[6] ?? '');
  if (typeof acceptance === 'string') return acceptance;
  const start = comment.span.start + head[0].length + rest.indexOf(list[1]);
  return { form, rules: namedRules(list[1], start), acceptance, comment };
}

const namedRules = (list: string, base: number): readonly NamedRule[] =>
  [...list.matchAll(new RegExp(RULE, 'g'))].map((match) => {
    const start = base + match.index;
    const subject = match[2]?.trim();
    return { name: match[1] ?? '', span: { start, end: start + match[0].length }, ...(subject ? { subject } : {}) };
  });

/** Words somebody left to be replaced are no reason. */
const NO_REASON = /^(?:todo|tbd|tba|reason|why|n\/?a|none|xxx|\.+|-+|\?+)?\.?$/i;

/** `The wiki is not in git. (owner: Head of AI, expires: 2027-01-31)`, or a sentence saying what is wrong with it. */
export function readAcceptance(text: string): Acceptance | string {
  const details = /\s*\(((?:owner|expires)\s*:[^()]*)\)\s*$/i.exec(text);
  const reason = (details ? text.slice(0, details.index) : text).trim();
  if (isNoReason(reason)) return 'Say after a colon why this finding is accepted: without a reason it stays.';
  const owner = /\bowner\s*:\s*([^,]+)/i.exec(details?.[1] ?? '')?.[1]?.trim();
  const stated = /\bexpires\s*:\s*([^,]+)/i.exec(details?.[1] ?? '')?.[1]?.trim();
  const expires = stated === undefined ? undefined : parseDate(stated);
  if (stated !== undefined && expires === undefined)
    return `\`${stated}\` is no date: write \`expires: YYYY-MM-DD\`. Until then the finding stays.`;
  return { reason, ...(owner ? { owner } : {}), ...(expires === undefined ? {} : { expires }) };
}

export const isNoReason = (reason: string): boolean => NO_REASON.test(reason.trim());

/** Joins each `start` with its `end`, and gives every comment the place it speaks about. */
function withScopes(written: readonly Written[], text: string, faults: DirectiveFault[]): readonly Directive[] {
  const open: Written[] = [];
  const found: Directive[] = [];
  for (const one of written) {
    if (one.form === 'start') open.push(one);
    else if (one.form !== 'end') found.push({ ...one, scope: scopeOf(one, text) });
    else {
      const start = open.pop();
      const { whole } = one.comment;
      if (start)
        found.push({ ...start, closing: one.comment, scope: { start: start.comment.whole.end, end: whole.start } });
      else faults.push({ message: 'No `aims-ignore-start` stands before this end. Remove it.', span: whole });
    }
  }
  for (const one of open)
    faults.push({
      message: 'This block is never ended and suppresses nothing: write `aims-ignore-end` after it.',
      span: one.comment.whole,
    });
  return found;
}

function scopeOf({ form, comment }: Written, text: string): Span {
  if (form === 'file') return { start: 0, end: text.length + 1 };
  if (form === 'line') return upToBreak(lineSpanAt(text, comment.whole.start));
  return upToBreak(lineSpanAt(text, nextLine(text, lineSpanAt(text, comment.whole.end).end)));
}

/** The next line that says something; comments to the checks may stand above each other. */
function nextLine(text: string, from: number): number {
  const between = /^(?:\s*(?:<!--\s*aims-ignore[^>]*-->|#[ \t]*aims-ignore[^\n\r]*))*\s*/.exec(text.slice(from));
  return from + (between?.[0].length ?? 0);
}

/** A finding at the very end of a line still starts in it. */
const upToBreak = ({ start, end }: Span): Span => ({ start, end: end + 1 });
