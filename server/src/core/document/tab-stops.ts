const INSERT = /\[Insert [^\]\n]*\]/g;

/**
 * A text as a snippet of LSP and VS Code: each `[Insert …]` becomes a tab stop, in order. What is left alone still says
 * what belongs there, so that the document counts as a form until it is filled in. Only the name of the organization is one
 * tab stop wherever it stands: two places that ask for a role may mean two.
 */
export function withTabStops(text: string): string {
  let next = 1;
  let organization: number | undefined;
  const numberOf = (mark: string): number => {
    if (mark !== '[Insert organization]') return next++;
    organization ??= next++;
    return organization;
  };
  let snippet = '';
  let from = 0;
  for (const match of text.matchAll(INSERT)) {
    snippet += escaped(text.slice(from, match.index), /[\\$]/g);
    snippet += tabStop(numberOf(match[0]), match[0]);
    from = match.index + match[0].length;
  }
  return `${snippet}${escaped(text.slice(from), /[\\$]/g)}`;
}

/** `[Insert Yes or No]` offers both. */
function tabStop(number: number, mark: string): string {
  const choice = /^\[Insert (\w+) or (\w+)\]$/.exec(mark);
  return choice ? `\${${number}|${mark},${choice[1]},${choice[2]}|}` : `\${${number}:${escaped(mark, /[\\$}]/g)}}`;
}

const escaped = (text: string, signs: RegExp): string => text.replace(signs, '\\$&');
