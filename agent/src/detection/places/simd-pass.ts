import { FILTER_FACTOR, FILTER_SHIFT } from "./keyword-index.ts";
import { AT_SIGN, CAPITAL, DIGIT_OR_AT, FIRST_DIGIT } from "./symbols.ts";
import {
  add,
  and,
  atLeast,
  atMost,
  below,
  type Code,
  equal,
  join,
  load,
  loadByte,
  loadUnit,
  loadVector,
  local,
  type Local,
  moduleOf,
  multiply,
  not,
  notEqual,
  num,
  or,
  repeat,
  shl,
  shr,
  simd,
  store,
  storeByte,
  storeVector,
  trailingZeros,
  when,
} from "./wasm-code.ts";

/** Where things lie in the module's memory, in bytes. Ahead of a block's `symbols` lie the last sixteen of the block before. */
export const PASS_MEMORY = {
  places: 0,
  filter: 0x2_0000,
  classes: 0x4_0000,
  beforeWords: 0x5_0000,
  hashes: 0x5_0080,
  carried: 0x5_0100,
  symbols: 0x5_0110,
  units: 0x5_4200,
  pages: 6,
} as const;
const LANES = 16;

const splatByte = (value: number) => simd(15, num(value));
const shiftedIn = (before: Code, now: Code, by: number): Code =>
  join(
    before,
    now,
    [0xfd, 13],
    Array.from({ length: LANES }, (_, lane) => LANES - by + lane),
  );

/** The function's one parameter, then numbers, then vectors. */
const NUMBERS = 9;
const [length, at, count, grams, capitals, others, left, step, lane, one] = Array.from(
  { length: 10 },
  (_, i) => local(i),
) as [Local, Local, Local, Local, Local, Local, Local, Local, Local, Local];
const VECTORS = 8;
const [kinds, symbols, before, second, third, low, high, digits] = Array.from({ length: VECTORS }, (_, i) =>
  local(1 + NUMBERS + i),
) as [Local, Local, Local, Local, Local, Local, Local, Local];

const { units: UNITS, symbols: SYMBOLS_AT, carried, filter, classes, beforeWords, hashes } = PASS_MEMORY;

/** 1 where the filter has a hash. A shift counts modulo 32. */
const inFilter = (hash: Code): Code => and(shr(load(shl(shr(hash, num(5)), num(2)), filter), hash), num(1));

const pair = (extend: number, first: Code, next: Code): Code =>
  simd(80, simd(extend, first), simd(139, simd(extend, next), num(6)));
const hashed = (extend: number, newer: Code, older: Code): Code =>
  simd(
    173,
    simd(
      181,
      simd(80, simd(extend, newer), simd(171, simd(extend, older), num(12))),
      simd(17, num(FILTER_FACTOR)),
    ),
    num(FILTER_SHIFT),
  );

/** Looks at sixteen ASCII characters. */
function sixteen(): Code {
  const bytes = low;
  const doubled = shl(at.get, num(1));
  const classOf = Array.from({ length: 8 }, (_, i) =>
    simd(14, loadVector(num(0), classes + LANES * i), simd(113, bytes.get, splatByte(LANES * i))),
  ).reduce((all, part) => simd(80, all, part));
  const isRunOn = simd(
    78,
    simd(44, before.get, splatByte(FIRST_DIGIT)),
    simd(36, before.get, splatByte(AT_SIGN)),
  );
  return join(
    bytes.set(simd(102, loadVector(doubled, UNITS), loadVector(doubled, UNITS + LANES))),
    kinds.set(classOf),
    symbols.set(simd(78, kinds.get, splatByte(0x3f))),
    storeVector(at.get, symbols.get, SYMBOLS_AT),
    digits.set(loadVector(at.get, carried)),
    before.set(shiftedIn(digits.get, symbols.get, 1)),
    second.set(shiftedIn(digits.get, symbols.get, 2)),
    third.set(shiftedIn(digits.get, symbols.get, 3)),
    capitals.set(simd(100, simd(107, kinds.get, num(1)))),
    // A digit begins a number where no digit is before it; `@` stands for itself.
    others.set(
      simd(100, simd(78, kinds.get, simd(80, simd(77, isRunOn), simd(35, symbols.get, splatByte(AT_SIGN))))),
    ),
    low.set(pair(137, symbols.get, before.get)),
    high.set(pair(137, second.get, third.get)),
    storeVector(num(0), hashed(169, low.get, high.get), hashes),
    storeVector(num(0), hashed(170, low.get, high.get), hashes + 16),
    low.set(pair(138, symbols.get, before.get)),
    high.set(pair(138, second.get, third.get)),
    storeVector(num(0), hashed(169, low.get, high.get), hashes + 32),
    storeVector(num(0), hashed(170, low.get, high.get), hashes + 48),
    grams.set(num(0)),
    ...Array.from({ length: LANES }, (_, i) =>
      join(one.set(load(num(0), hashes + 4 * i)), grams.set(or(grams.get, shl(inFilter(one.get), num(i))))),
    ),
    step.set(num(LANES)),
  );
}

/** Looks at one character of any script. */
function single(): Code {
  const symbolAt = (back: number) => loadByte(at.get, SYMBOLS_AT - back);
  const gram = [1, 2, 3].reduce((all, back) => or(all, shl(symbolAt(back), num(6 * back))), symbolAt(0));
  const isRunOn = and(atLeast(symbolAt(1), num(FIRST_DIGIT)), notEqual(symbolAt(1), num(AT_SIGN)));
  return join(
    one.set(loadByte(loadUnit(shl(at.get, num(1)), UNITS), classes)),
    storeByte(at.get, and(one.get, num(0x3f)), SYMBOLS_AT),
    capitals.set(and(shr(one.get, num(6)), num(1))),
    others.set(and(atLeast(one.get, num(DIGIT_OR_AT)), or(not(isRunOn), equal(symbolAt(0), num(AT_SIGN))))),
    one.set(shr(multiply(gram, num(FILTER_FACTOR)), num(FILTER_SHIFT))),
    grams.set(inFilter(one.get)),
    step.set(num(1)),
  );
}

/** Writes down what the three sets of places hold, in order. */
function writeDown(): Code {
  const bitOf = (set: Local) => and(shr(set.get, lane.get), num(1));
  const place = add(at.get, lane.get);
  const write = (kind: Code) =>
    join(
      store(shl(count.get, num(2)), or(shl(place, num(2)), kind), PASS_MEMORY.places),
      count.set(add(count.get, num(1))),
    );
  const isAt = equal(loadByte(place, SYMBOLS_AT), num(AT_SIGN));
  return join(
    left.set(or(or(grams.get, capitals.get), others.get)),
    repeat(
      left.get,
      join(
        lane.set(trailingZeros(left.get)),
        left.set(and(left.get, add(left.get, num(-1)))),
        when(bitOf(grams), write(num(0))),
        when(bitOf(capitals), when(loadByte(loadByte(place, SYMBOLS_AT - 1), beforeWords), write(num(1)))),
        when(bitOf(others), write(or(num(2), isAt))),
      ),
    ),
  );
}

/** The pass for processors that look at sixteen characters at once: `read(length)` gives the number of places in a block. */
export function passModule(): Uint8Array<ArrayBuffer> {
  if (CAPITAL !== 0x40 || DIGIT_OR_AT !== 0x80)
    throw new Error("the pass reads these flags as the two highest bits");
  const doubled = shl(at.get, num(1));
  const beyondAscii = simd(
    83,
    simd(78, simd(80, loadVector(doubled, UNITS), loadVector(doubled, UNITS + LANES)), simd(16, num(0xff80))),
  );
  const body = join(
    repeat(
      below(at.get, length.get),
      join(
        step.set(num(0)),
        when(atMost(add(at.get, num(LANES)), length.get), when(not(beyondAscii), sixteen())),
        when(not(step.get), single()),
        writeDown(),
        at.set(add(at.get, step.get)),
      ),
    ),
    storeVector(num(0), loadVector(length.get, carried), carried),
    count.get,
  );
  return moduleOf(body, NUMBERS, VECTORS, PASS_MEMORY.pages);
}
