import clauseColumns from '../../../data/synonyms/clause-columns.yaml';
import { remember } from '../query/remember';
import { normalize } from '../text/words';

const CLAUSE_COLUMNS = new Set(clauseColumns as readonly string[]);

const VALUES =
  /\b(?:version|rev|revision|value|weight|score|rating|level|amount|hours?|cost|result|target|threshold|metric|actual|date|percent|no|#|nr|number|wert|gewicht|punkte|valeur|note|peso|valor|puntuacion)\b|%/;

/** Whether numbers below this header are values. */
export const isValueColumn = remember((header) => /[%#]/.test(header) || VALUES.test(normalize(header)));

/** Whether a lone `6.1.2` below this header (or after this key) is a clause. */
export const isClauseColumn = remember((header) => CLAUSE_COLUMNS.has(normalize(header).replace(/\s+20\d\d\b/, '')));
