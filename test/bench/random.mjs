/** mulberry32: small, fast and the same on every machine, which is all a corpus needs. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The questions a generator asks of chance. */
export function diceFrom(seed) {
  const next = randomFrom(seed);
  const between = (low, high) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    pick: (list) => list[between(0, list.length - 1)],
    chance: (probability) => next() < probability,
  };
}
