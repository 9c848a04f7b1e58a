import clauseColumns from '../../../data/synonyms/clause-columns.yaml';
import { normalize } from '../text/words';

const CLAUSE_COLUMNS = new Set(clauseColumns as readonly string[]);

/** Whether a lone `6.1.2` below this header (or after this key) is a clause. */
export const isClauseColumn = (header: string): boolean => CLAUSE_COLUMNS.has(normalize(header).replace(/\s+20\d\d\b/, ''));
