import { BLOCK_BYTES, tarNumber } from "./tar-header.ts";

/** Where the stored bytes of a file with holes belong, in order. */
export type SparseMap = { offset: number; length: number }[];

const ZEROS = new Uint8Array(256 * 1024);
export const MAX_MAP_ENTRIES = 1_000_000;

/** The map entries of an old GNU header or of its extension block, and whether another block follows. */
export function gnuSparse(block: Uint8Array, isExtension: boolean): { map: SparseMap; more: boolean } {
  const [from, count, flag] = isExtension ? [0, 21, 504] : [386, 4, 482];
  const map: SparseMap = [];
  for (let i = 0; i < count; i++) {
    const at = from + 24 * i;
    const offset = tarNumber(block.subarray(at, at + 12));
    const length = tarNumber(block.subarray(at + 12, at + 24));
    if (offset >= 0 && length > 0) map.push({ offset, length });
  }
  return { map, more: (block[flag] ?? 0) !== 0 };
}

/** The map of the pax form 0.1: offset and length by turns, with commas. */
export function paxSparseMap(text: string): SparseMap {
  const numbers = text.split(",", 2 * MAX_MAP_ENTRIES).map(Number);
  return pairsOf(numbers);
}

/** The pax form 1.0: the data begin with the map, a number a line, filled up to a block. */
export async function* withMapBefore(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const source = pieces[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array();
  const numbers: number[] = [];
  let read = 0;
  let digits = "";
  for (let wanted = 1; numbers.length < wanted;) {
    if (rest.length === 0) {
      const next = await source.next();
      if (next.done === true) throw new Error("cut off");
      rest = next.value;
      continue;
    }
    const byte = rest[0] ?? 0;
    rest = rest.subarray(1);
    read++;
    if (byte !== 0x0a) {
      digits += String.fromCharCode(byte);
      if (digits.length > 20) throw new Error("no map");
      continue;
    }
    numbers.push(Number(digits));
    digits = "";
    if (numbers.length === 1) wanted = 1 + 2 * Math.min(numbers[0] ?? 0, MAX_MAP_ENTRIES);
  }
  const padding = (BLOCK_BYTES - (read % BLOCK_BYTES)) % BLOCK_BYTES;
  yield* withHoles(dataOf(source, rest, padding), pairsOf(numbers.slice(1)));
}

async function* dataOf(
  source: AsyncIterator<Uint8Array>,
  first: Uint8Array,
  padding: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let left = padding;
  for (let piece = first; ;) {
    const skipped = Math.min(left, piece.length);
    left -= skipped;
    if (piece.length > skipped) yield piece.subarray(skipped);
    const next = await source.next();
    if (next.done === true) return;
    piece = next.value;
  }
}

/** The file as it was: its stored bytes with the zeros between them. */
export async function* withHoles(
  pieces: AsyncIterable<Uint8Array>,
  map: SparseMap,
): AsyncGenerator<Uint8Array, void, undefined> {
  const stretches = map.values();
  let left = 0;
  let at = 0;
  for await (let piece of pieces) {
    while (piece.length > 0) {
      if (left === 0) {
        const next = stretches.next();
        // More data than the map knows of: rather too much is read than too little.
        if (next.done === true) left = Number.POSITIVE_INFINITY;
        else {
          for (let hole = next.value.offset - at; hole > 0; hole -= ZEROS.length)
            yield ZEROS.subarray(0, Math.min(hole, ZEROS.length));
          at = Math.max(at, next.value.offset);
          left = next.value.length;
        }
        continue;
      }
      const taken = piece.subarray(0, left);
      yield taken;
      piece = piece.subarray(taken.length);
      left -= taken.length;
      at += taken.length;
    }
  }
}

function pairsOf(numbers: readonly number[]): SparseMap {
  const map: SparseMap = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const [offset = 0, length = 0] = [numbers[i], numbers[i + 1]];
    if (Number.isSafeInteger(offset) && offset >= 0 && Number.isSafeInteger(length) && length > 0)
      map.push({ offset, length });
  }
  return map;
}
