/**
 * Derives a value once per identity of its inputs. Inputs are immutable, so a new input means a new value and an old
 * one is dropped with its input: nothing is ever invalidated, hence nothing can be forgotten.
 */
export function memo<A extends object, R>(derive: (a: A) => R): (a: A) => R {
  const known = new WeakMap<A, { readonly value: R }>();
  return (a) => {
    const hit = known.get(a);
    if (hit) return hit.value;
    const value = derive(a);
    known.set(a, { value });
    return value;
  };
}

/** As `memo`, for a value that depends on two inputs. */
export function memo2<A extends object, B extends object, R>(derive: (a: A, b: B) => R): (a: A, b: B) => R {
  const byFirst = memo((a: A) => memo((b: B) => derive(a, b)));
  return (a, b) => byFirst(a)(b);
}
