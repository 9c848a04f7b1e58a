/** Extensions of files that people cite as evidence or link to. */
const EXTENSION =
  /\.(?:md|markdown|mdx|ya?ml|json|jsonl|csv|tsv|xlsx?|docx?|pptx?|pdf|txt|html?|png|jpe?g|svg|py|ipynb|ts|tsx|js|mjs|go|rs|java|kt|rb|sh|sql|tf|toml|ini|cfg|log|xml|zip|parquet|rego|feature|cs|cpp|c|h|swift|scala|r)$/i;

/**
 * Whether a piece of code or a plain value is a path of the repository: has a folder or a known extension, no blanks,
 * and none of what makes it a pattern, a command, a URL or a package name.
 */
export function looksLikePath(value: string): boolean {
  if (value.length < 3 || value.length > 300) return false;
  if (/[\s*?<>{}|"'`$()=,;\\[\]]/.test(value) || /^(?:[a-z][a-z+.-]*:|[/~@#-]|\.\.?$)/i.test(value)) return false;
  const path = value.replace(/#.*$/, '');
  if (EXTENSION.test(path)) return !/^\.[^/]+$/.test(path);
  return /^[\w.-]+(?:\/[\w.-]+)*\/$/.test(path);
}
