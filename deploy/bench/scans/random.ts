/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A number that passes the 11-proef. */
export function bsn(random: () => number): string {
  for (;;) {
    const digits = Array.from(
      { length: 8 },
      (_, at) => Math.floor(random() * (at === 0 ? 9 : 10)) + (at === 0 ? 1 : 0),
    );
    const rest = digits.reduce((sum, digit, at) => sum + digit * (9 - at), 0) % 11;
    if (rest < 10) return [...digits, rest].join("");
  }
}
