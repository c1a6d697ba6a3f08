/**
 * As much of an assembler for WebAssembly as the pass over a text needs: each function gives the bytes that push a value,
 * or do something. Numbers are 32 bits wide. See the WebAssembly core specification, section 5 (binary format).
 */
export type Code = readonly number[];

/** LEB128, unsigned or signed. */
function leb(value: number, signed = false): number[] {
  const bytes: number[] = [];
  for (let rest = value; ;) {
    const byte = rest & 0x7f;
    rest = signed ? rest >> 7 : rest >>> 7;
    const isLast = signed
      ? (rest === 0 && (byte & 0x40) === 0) || (rest === -1 && (byte & 0x40) !== 0)
      : rest === 0;
    bytes.push(isLast ? byte : byte | 0x80);
    if (isLast) return bytes;
  }
}

/** One after the other. */
export const join = (...parts: readonly Code[]): Code => parts.flat();
/** An instruction on vectors of 128 bits, or one that makes them of numbers. */
export const simd = (opcode: number, ...parts: readonly Code[]): Code =>
  join(...parts, [0xfd, ...leb(opcode)]);
const unary = (opcode: number) => (a: Code) => join(a, [opcode]);
const binary = (opcode: number) => (a: Code, b: Code) => join(a, b, [opcode]);

export const num = (value: number): Code => [0x41, ...leb(value | 0, true)];
export const not = unary(0x45);
export const equal = binary(0x46);
export const notEqual = binary(0x47);
export const below = binary(0x49);
export const atMost = binary(0x4d);
export const atLeast = binary(0x4f);
export const trailingZeros = unary(0x68);
export const add = binary(0x6a);
export const multiply = binary(0x6c);
export const and = binary(0x71);
export const or = binary(0x72);
export const shl = binary(0x74);
export const shr = binary(0x76);

// Memory: the address is a number plus a constant offset.
export const load = (at: Code, offset: number): Code => [...at, 0x28, 0, ...leb(offset)];
export const loadByte = (at: Code, offset: number): Code => [...at, 0x2d, 0, ...leb(offset)];
export const loadUnit = (at: Code, offset: number): Code => [...at, 0x2f, 0, ...leb(offset)];
export const store = (at: Code, value: Code, offset: number): Code => [
  ...at,
  ...value,
  0x36,
  0,
  ...leb(offset),
];
export const storeByte = (at: Code, value: Code, offset: number): Code => [
  ...at,
  ...value,
  0x3a,
  0,
  ...leb(offset),
];
export const loadVector = (at: Code, offset: number): Code => [...at, 0xfd, 0, 0, ...leb(offset)];
export const storeVector = (at: Code, value: Code, offset: number): Code => [
  ...at,
  ...value,
  0xfd,
  11,
  0,
  ...leb(offset),
];
export const when = (condition: Code, then: Code): Code => join(condition, [0x04, 0x40], then, [0x0b]);
/** Does `body` while `condition` holds. */
export const repeat = (condition: Code, body: Code): Code =>
  join([0x02, 0x40, 0x03, 0x40], condition, [0x45, 0x0d, 1], body, [0x0c, 0, 0x0b, 0x0b]);

/** A variable of the function. */
export interface Local {
  get: Code;
  set: (value: Code) => Code;
}
export const local = (index: number): Local => ({
  get: [0x20, ...leb(index)],
  set: (value) => [...value, 0x21, ...leb(index)],
});

/** A module of one function, `read`, of a number to a number, and a memory of so many pages, `memory`. */
export function moduleOf(
  body: Code,
  numbers: number,
  vectors: number,
  pages: number,
): Uint8Array<ArrayBuffer> {
  const code = [2, numbers, 0x7f, vectors, 0x7b, ...body, 0x0b];
  const section = (id: number, content: Code): Code => [id, ...leb(content.length), ...content];
  const name = (text: string): Code => [text.length, ...Array.from(text, (c) => c.charCodeAt(0))];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 1, 0x7f, 1, 0x7f]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, pages]),
    ...section(7, [2, ...name("read"), 0, 0, ...name("memory"), 2, 0]),
    ...section(10, [1, ...leb(code.length), ...code]),
  ]);
}
