/** Where the page of a rule can be read. */
export const docsUrl = (rule: string): string =>
  `https://github.com/aims-docs/aims-docs/blob/main/docs/rules/${rule}.md`;
