import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError, type Extractor } from "../extractor.ts";
import type { Part } from "../part.ts";
import { HeaderCursor } from "./header-cursor.ts";
import { templateSigns } from "./template-signs.ts";
import { TokenText } from "./token-text.ts";

const MAGIC = Buffer.from("GGUF");
/** The vocabularies of the largest models take some 10 MB. */
const MAX_HEADER_BYTES = 512 * 1024 * 1024;
const MAX_STRING_BYTES = 16 * 1024 * 1024;
const MAX_ENTRIES = 1_000_000;
const MAX_ITEMS = 10_000_000;
const MAX_DIMENSIONS = 8;
const MAX_DEPTH = 4;
const STRING = 8;
const ARRAY = 9;
/** Bytes of a value by its type; strings and arrays tell their own length. */
const WIDTHS: Readonly<Record<number, number>> = {
  0: 1,
  1: 1,
  2: 2,
  3: 2,
  4: 4,
  5: 4,
  6: 4,
  7: 1,
  10: 8,
  11: 8,
  12: 8,
};
const TEMPLATE = /^tokenizer\.chat_template(?:s|\.|$)/;

/** GGUF, versions 1 to 3, of either byte order (github.com/ggml-org/ggml, docs/gguf.md): what it says of itself, not the weights. */
export const ggufExtractor: Extractor = {
  format: "GGUF",
  matches: (head) => MAGIC.equals(head.subarray(0, MAGIC.length)),
  async *extract(input, { scratch, beat }) {
    yield* new GgufHeader(new HeaderCursor(await input.random(scratch), MAX_HEADER_BYTES), beat).parts();
  },
};

class GgufHeader {
  readonly #cursor: HeaderCursor;
  readonly #beat: () => void;
  /** The first version has counts and lengths of four bytes. */
  #isShort = false;

  constructor(cursor: HeaderCursor, beat: () => void) {
    this.#cursor = cursor;
    this.#beat = beat;
  }

  *parts(): Generator<Part, void, undefined> {
    const cursor = this.#cursor;
    cursor.skip(MAGIC.length);
    const version = cursor.take(4);
    // The version is a small number in the byte order of the file.
    cursor.isBig = version.readUInt32LE() > 0xffff;
    const number = cursor.isBig ? version.readUInt32BE() : version.readUInt32LE();
    if (number < 1 || number > 3) throw new ExtractError(SKIP_REASONS.unsupported);
    this.#isShort = number === 1;
    const tensors = bounded(this.#length(), MAX_ENTRIES);
    const entries = bounded(this.#length(), MAX_ENTRIES);
    for (let i = 0; i < entries; i++) {
      this.#beat();
      const key = this.#string();
      yield* this.#value(key, cursor.u32(), 0);
    }
    const names: string[] = [];
    for (let i = 0; i < tensors; i++) {
      names.push(this.#string());
      const dimensions = bounded(cursor.u32(), MAX_DIMENSIONS);
      // The sizes, then the type and the place.
      cursor.skip(dimensions * (this.#isShort ? 4 : 8) + 4 + 8);
    }
    if (names.length > 0) yield { t: "text", text: names.join("\n"), place: { key: "tensors" } };
  }

  *#value(key: string, type: number, depth: number): Generator<Part, void, undefined> {
    if (type === ARRAY) return yield* this.#array(key, depth + 1);
    if (type !== STRING) return this.#cursor.skip(widthOf(type));
    const text = this.#string();
    if (TEMPLATE.test(key)) yield* templateSigns(text, key);
    if (text !== "") yield { t: "text", text, place: { key }, context: () => ({ fieldAt: () => key }) };
  }

  *#array(key: string, depth: number): Generator<Part, void, undefined> {
    if (depth > MAX_DEPTH) throw new ExtractError(SKIP_REASONS.tooDeep);
    const type = this.#cursor.u32();
    const length = bounded(this.#length(), MAX_ITEMS);
    if (type === STRING) {
      const tokens = new TokenText();
      for (const token of this.#strings(length)) tokens.add(token);
      yield* tokens.parts(key);
    } else if (type !== ARRAY) this.#cursor.skip(length * widthOf(type));
    else for (let i = 0; i < length; i++) yield* this.#array(`${key}[${i}]`, depth + 1);
  }

  *#strings(count: number): Generator<string, void, undefined> {
    for (let i = 0; i < count; i++) {
      if (i % 65_536 === 0) this.#beat();
      yield this.#string();
    }
  }

  #string(): string {
    return this.#cursor.take(bounded(this.#length(), MAX_STRING_BYTES)).toString("utf8");
  }

  #length(): number {
    return this.#isShort ? this.#cursor.u32() : this.#cursor.u64();
  }
}

function widthOf(type: number): number {
  const width = WIDTHS[type];
  if (width === undefined) throw new ExtractError(SKIP_REASONS.damaged);
  return width;
}

function bounded(count: number, atMost: number): number {
  if (count > atMost) throw new ExtractError(SKIP_REASONS.damaged);
  return count;
}
