/** Ends a `switch` over a tagged union: the compiler complains where a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
