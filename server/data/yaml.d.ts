/** Data files are read at build time: a bundle holds them as plain values, so no YAML is parsed when the product starts. */
declare module '*.yaml' {
  const value: unknown;
  export default value;
}
