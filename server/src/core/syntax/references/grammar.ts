import type { RawReference } from '../../model/facts';
import { matchesOf } from '../../text/matches';
import type { Span } from '../../text/span';

/** An id found in a text, before anything around it is known. Offsets are those of the text given. */
export interface FoundId {
  readonly form: RawReference['form'];
  readonly id: string;
  readonly item?: string;
  readonly span: Span;
  /** First or last member of a range that names more than it lists (`clauses 4–10`, `A.2–A.10`). */
  readonly chapterRange?: boolean;
  /** Followed the word clause, or a section sign after a standard's name. */
  readonly named?: boolean;
}

/** What may not stand before an id is looked at after its letter, which is faster to find than nothing. */
const ANNEX = /([AB])(?<![\p{L}\p{N}_.].)\.(\d{1,2}(?:\.\d{1,2}){0,2})(?![\p{L}\p{N}_]|\.\d)/gu;
/** Without this no text holds a word for clauses. */
const CLAUSE_SIGN = /cl[.aá]|kla/i;
const CLAUSE_WORD = /(?<![\p{L}\p{N}_])(?:sub-?)?(?:clauses?|cl\.|klauseln?|cláusulas?|clausulas?)\s*(?=\d)/giu;
const NUMBER = /^(\d{1,2}(?:\.\d{1,2}){0,2})(?![\p{L}\p{N}_%]|\.\d)/u;
/** Nothing is numbered 0. */
const NO_PART = /(?:^|\.)0+(?=\.|$)/;
const ITEM = /^(?:\s?\(([a-z])\)|\s([a-k])\)|\s([b-k])(?![\p{L}\p{N}'’])|\s(a)(?=\s*(?:[,.;:|)]|$)))/u;
const RANGE = /^\s*(?:–|—|-{1,2}|to|through|until|bis|à|hasta)\s*/u;
const LIST = /^(?:\s*[,;/·&]\s*(?:and\s+|und\s+|et\s+|y\s+)?|\s+(?:and|or|und|oder|et|ou|y|o)\s+)/u;
const SHORT_LIST = /^(?:\/|\s*&\s*)/u;

/** Every id of the grammar in a text, in order. Lists and ranges are expanded, each member with a span of its own. */
export function findIds(text: string): readonly FoundId[] {
  const annex = annexIds(text);
  const clauses = clauseIds(text);
  if (clauses.length === 0) return annex;
  if (annex.length === 0) return clauses;
  return [...annex, ...clauses].sort((a, b) => a.span.start - b.span.start);
}

function annexIds(text: string): FoundId[] {
  if (!text.includes('A.') && !text.includes('B.')) return [];
  const found: FoundId[] = [];
  let covered = 0;
  for (const match of matchesOf(ANNEX, text)) {
    if (match.index < covered || !hasFreeStart(text, match.index)) continue;
    const first = annexId(match[1] ?? 'A', match[2] ?? '', match.index, match.index + match[0].length);
    if (!isPlausible(first)) continue;
    const members = expandAnnex(text, first);
    found.push(...members);
    covered = members.at(-1)?.span.end ?? covered;
  }
  return found;
}

/** A hyphen or slash may stand before an id after a digit (`ISO42001-A.7.5`, `A.7.3/A.7.4`), not within a word (`SEC-A.1`). */
const hasFreeStart = (text: string, at: number): boolean =>
  at === 0 ||
  text[at - 1] === ' ' ||
  !/[-–/]$/.test(text.slice(Math.max(0, at - 1), at)) ||
  /\d\s?[-–/]$/.test(text.slice(Math.max(0, at - 3), at));

/** `A.1` and `B.3` number the sections of many a document; of groups only A.2 to A.10 are ours, and no part is 0. */
function isPlausible({ form, id }: FoundId): boolean {
  if (/\.0+(?!\d)/.test(id)) return false;
  if (id.includes('.', 2)) return true;
  const group = Number(id.slice(2));
  return form === 'annex-a' && group >= 2 && group <= 10;
}

const annexId = (letter: string, number: string, start: number, end: number): FoundId => ({
  form: letter === 'B' ? 'annex-b' : 'annex-a',
  id: `${letter}.${number}`,
  span: { start, end },
});

/** `A.7.2–A.7.6`, `A.5.2-5`, `A.6.2.4/6`, `A.7.3/7.4`. */
function expandAnnex(text: string, first: FoundId): FoundId[] {
  const members = [first];
  for (let last = first; mayGoOn(text, last.span.end); ) {
    const rest = text.slice(last.span.end, last.span.end + 24);
    const next = annexRange(last, rest) ?? annexShort(last, rest);
    if (!next) return members;
    members.push(...next);
    last = next.at(-1) ?? last;
    if (next.length > 1) return members;
  }
  return members;
}

/** Most ids stand alone: only before one of these something is added to the last. */
const GOES_ON = /\s*[-–—/&tubàh]/y;

function mayGoOn(text: string, end: number): boolean {
  GOES_ON.lastIndex = end;
  return GOES_ON.test(text);
}

function annexRange(from: FoundId, rest: string): FoundId[] | undefined {
  const dash = RANGE.exec(rest);
  if (!dash) return undefined;
  const end = /^(?:([AB])\.)?(\d{1,2}(?:\.\d{1,2}){0,2})(?![\p{L}\p{N}_]|\.\d)/u.exec(rest.slice(dash[0].length));
  if (!end?.[2]) return undefined;
  const span = { start: from.span.end + dash[0].length, end: from.span.end + dash[0].length + end[0].length };
  const to = completeNumber(from.id.slice(2), end[2], end[1] !== undefined);
  return to === undefined ? undefined : rangeMembers(from, `${from.id.slice(0, 2)}${to}`, span);
}

function annexShort(from: FoundId, rest: string): FoundId[] | undefined {
  const separator = SHORT_LIST.exec(rest);
  if (!separator) return undefined;
  const number = /^(\d{1,2}(?:\.\d{1,2}){0,2})(?![\p{L}\p{N}_%]|\.\d)/u.exec(rest.slice(separator[0].length))?.[1];
  const full = number === undefined ? undefined : completeNumber(from.id.slice(2), number, false);
  if (number === undefined || full === undefined) return undefined;
  const start = from.span.end + separator[0].length;
  return [annexId(from.id.charAt(0), full, start, start + number.length)];
}

/** `6` after `6.2.4` is `6.2.6`, `7.4` after `7.3` is `7.4`; a number of another group is none of the list. */
function completeNumber(previous: string, number: string, complete: boolean): string | undefined {
  if (complete) return number;
  const before = previous.split('.');
  const given = number.split('.');
  if (given.length > before.length) return undefined;
  const full = [...before.slice(0, before.length - given.length), ...given];
  return full[0] === before[0] ? full.join('.') : undefined;
}

/** Members after `from` up to `to`. Between groups (`A.2–A.10`, `A.2.2–A.10.4`) only the ends are named. */
function rangeMembers(from: FoundId, to: string, span: Span): FoundId[] {
  const start = splitId(from.id);
  const end = splitId(to);
  const whole = { start: from.span.start, end: span.end };
  const isRun = start.group === end.group && start.last < end.last && end.last - start.last < 30 && start.depth > 1;
  if (!isRun) return [{ ...from, id: to, span, chapterRange: true }];
  const members: FoundId[] = [];
  for (let n = start.last + 1; n < end.last; n++) members.push({ ...from, id: `${start.group}.${n}`, span: whole });
  return [...members, { ...from, id: to, span }];
}

function splitId(id: string): { group: string; last: number; depth: number } {
  const parts = id.replace(/^([AB])\./, '$1_').split('.');
  return {
    group: parts.slice(0, -1).join('.').replace('_', '.'),
    last: Number(parts.at(-1)?.replace(/^[AB]_/, '')),
    depth: parts.length,
  };
}

function clauseIds(text: string): FoundId[] {
  const found: FoundId[] = [];
  if (!CLAUSE_SIGN.test(text)) return found;
  for (const word of matchesOf(CLAUSE_WORD, text)) found.push(...clauseList(text, word.index + word[0].length));
  return found;
}

/** Numbers after the word clause: `9.2, 9.3 and 10.2`, `4–10`, `6.1.3(f)`. */
export function clauseList(text: string, from: number): FoundId[] {
  const found: FoundId[] = [];
  for (let position = from; ; ) {
    const next = clauseAt(text, position);
    if (!next) return found;
    if (next.span.end === text.length) return [...found, next];
    const end = next.span.end + (next.item === undefined ? 0 : itemLength(text, next.span.end));
    const range = clauseRange(text, next, end);
    found.push(...(range ?? [next]));
    const last = range?.at(-1)?.span.end ?? end;
    const separator = LIST.exec(text.slice(last, last + 16));
    if (!separator) return found;
    position = last + separator[0].length;
  }
}

function clauseAt(text: string, start: number): FoundId | undefined {
  const number = NUMBER.exec(text.slice(start, start + 12))?.[1];
  if (number === undefined || NO_PART.test(number)) return undefined;
  const end = start + number.length;
  const span = { start, end };
  const item = end === text.length ? null : ITEM.exec(text.slice(end, end + 6));
  const letter = item?.slice(1).find((part) => part !== undefined);
  return letter === undefined
    ? { form: 'clause', id: number, span, named: true }
    : { form: 'clause', id: number, span, named: true, item: letter };
}

const itemLength = (text: string, from: number): number => ITEM.exec(text.slice(from, from + 6))?.[0].length ?? 0;

function clauseRange(text: string, from: FoundId, end: number): FoundId[] | undefined {
  const dash = RANGE.exec(text.slice(end, end + 12));
  if (!dash) return undefined;
  const to = clauseAt(text, end + dash[0].length);
  if (!to) return undefined;
  const sameDepth = from.id.split('.').length === to.id.split('.').length;
  if (!from.id.includes('.') || !sameDepth)
    return [
      { ...from, chapterRange: true },
      { ...to, chapterRange: true },
    ];
  const members = rangeMembers({ ...from }, to.id, to.span);
  const isRun = members.every((member) => member.chapterRange !== true);
  return isRun ? [from, ...members] : [{ ...from, chapterRange: true }, ...members];
}
