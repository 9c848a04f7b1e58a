/** A Markdown table; a row that could not be measured says why in its second cell. */
export function table(headers, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = headers.map((_, at) => (at === 0 ? '---' : '---:'));
  return [line(headers), line(rule), ...rows.map(line)].join('\n');
}

export function notMeasured(name, why, columns) {
  return [name, `not measured: ${why}`, ...Array.from({ length: columns - 2 }, () => '')];
}
