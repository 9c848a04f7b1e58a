/** Data files are read at build time: a bundle holds them as plain values, so no YAML is parsed when the product starts. */
declare module '*.yaml' {
  const value: unknown;
  export default value;
}

/** All files of a folder as text, by name, when they are asked for. */
declare module '*?texts' {
  const read: () => unknown;
  export default read;
}
