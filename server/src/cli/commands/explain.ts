import { explain } from '../../core/features/explain';
import { shippedFrameworks } from '../../core/framework/frameworks';
import { RULES } from '../../core/rules/rules';
import { EXIT, Failure } from '../failure';
import { nearest } from '../nearest';
import { output } from '../output';

/** `aims explain WORD`: a rule, control, objective, clause or kind of document in our words. */
export function explainCommand(word: string | undefined, list: boolean): number {
  if (list)
    output.out(
      RULES.map(({ meta }) => `${meta.name.padEnd(26)} ${meta.severity.padEnd(8)} ${meta.summary}\n`).join(''),
    );
  else output.out(`${textFor(word)}\n`);
  return EXIT.clean;
}

function textFor(word: string | undefined): string {
  if (word === undefined)
    throw new Failure(
      'Say what to explain: `aims explain A.7.4`, `aims explain 9.3`, `aims explain title-mismatch`, or `aims explain --list` for all rules.',
    );
  const text = explain(shippedFrameworks(), word);
  if (text === undefined)
    throw new Failure(`\`${word}\` is no rule, clause, control or kind of document.${suggestion(word)}`);
  return text;
}

function suggestion(word: string): string {
  const near = nearest(
    word,
    RULES.map(({ meta }) => meta.name),
  );
  return near !== undefined ? ` Did you mean \`${near}\`?` : ' `aims explain --list` shows the rules.';
}
