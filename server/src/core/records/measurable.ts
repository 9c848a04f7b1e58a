import words from '../../../data/synonyms/measurable.yaml';
import { normalize } from '../text/words';

/** The cast states the shape that the data test checks. */
const WORDS = words as Readonly<Record<'measurable' | 'numbers' | 'vague' | 'waived', readonly string[]>>;

interface Patterns {
  readonly measurable: RegExp;
  readonly waived: RegExp;
  readonly vague: ReadonlySet<string>;
}

let patterns: Patterns | undefined;

function patternsOf(): Patterns {
  patterns ??= {
    measurable: new RegExp(`(?<= )(?:${WORDS.measurable.join('|')}|(?:${WORDS.numbers.join('|')})(?= ))`),
    waived: new RegExp(`(?<= )(?:${WORDS.waived.join('|')})`),
    vague: new Set(WORDS.vague),
  };
  return patterns;
}

const padded = (text: string): string => ` ${normalize(text)} `;

/** Digits in names of standards, models, documents and controls say nothing about an amount. */
const NAMES =
  /\b(?:ISO|IEC|EU|NIST|SOC|EN|DIN|GPT|Art\.?|Article|Artikel|Clause|Annex|Section|§)[\s/:\d.()-]*\d[\d.:]*|\p{L}[\p{L}._-]*\d[\p{L}\d._-]*/giu;

/** Whether a text names an amount, a date or something that can be counted or measured. */
export const saysAmount = (text: string): boolean =>
  /[\d%‰]/.test(text.replace(NAMES, ' ')) || patternsOf().measurable.test(padded(text));

/** Whether a text says that measuring is not practicable. */
export const waivesMeasure = (text: string): boolean => patternsOf().waived.test(padded(text));

/** Whether a target is one that can never be missed: `better`, `as needed`. */
export const isVague = (text: string): boolean => patternsOf().vague.has(normalize(text));
