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

/** What came of one second input. */
interface Derived<B, R> {
  readonly second: B;
  readonly value: R;
}

/** A file outlives many configurations, of which those of today are asked for. */
const MOST = 4;

/**
 * As `memo`, for a value that depends on two inputs. Of the second ones there are few for each first one, mostly one: a
 * list of them is found through faster than a map, of which there would be very many.
 */
export function memo2<A extends object, B extends object, R>(derive: (a: A, b: B) => R): (a: A, b: B) => R {
  const known = new WeakMap<A, Derived<B, R>[]>();
  return (a, b) => {
    const derived = known.get(a);
    if (derived) for (const one of derived) if (one.second === b) return one.value;
    const value = derive(a, b);
    const others = (known.get(a) ?? []).slice(0, MOST - 1);
    known.set(a, [{ second: b, value }, ...others]);
    return value;
  };
}
