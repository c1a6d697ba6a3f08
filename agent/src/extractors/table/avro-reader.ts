import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";
import type { AvroLogical, AvroType } from "./avro-schema.ts";

const MAX_DEPTH = 200;
/** What takes no bytes, such as `null`, could be there any number of times. */
const MAX_EMPTY_ITEMS = 1_000;
const DAY_MS = 86_400_000;

/** Reads the values of Avro's binary encoding from a block. Throws where the bytes do not fit the type. */
export class AvroReader {
  at = 0;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  value(type: AvroType, depth = 0): unknown {
    if (depth > MAX_DEPTH) throw damaged();
    switch (type.kind) {
      case "null":
        return null;
      case "boolean":
        return this.#take(1)[0] !== 0;
      case "int":
      case "long":
        return dated(this.long(), type.logical);
      case "float":
        this.#take(4);
        return this.#view.getFloat32(this.at - 4, true);
      case "double":
        this.#take(8);
        return this.#view.getFloat64(this.at - 8, true);
      case "bytes":
        return scaled(this.bytes(), type.logical);
      case "fixed":
        return scaled(this.#take(type.size), type.logical);
      case "string":
        return this.string();
      case "enum":
        return type.symbols[this.#index()] ?? "";
      case "union": {
        const branch = type.branches[this.#index()];
        if (!branch) throw damaged();
        return this.value(branch, depth + 1);
      }
      case "array":
        return this.#items(() => this.value(type.items, depth + 1));
      case "map":
        return Object.fromEntries(
          this.#items(() => [this.string(), this.value(type.items, depth + 1)] as const),
        );
      case "record":
        return Object.fromEntries(
          type.fields.map((field) => [field.name, this.value(field.type, depth + 1)]),
        );
    }
  }

  /** A number of up to 64 bits, zigzag, the low ones first. */
  long(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.#take(1)[0] ?? 0;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return (value >> 1n) ^ -(value & 1n);
    }
    throw damaged();
  }

  bytes(): Uint8Array {
    const length = this.long();
    if (length < 0n || length > BigInt(this.#bytes.length)) throw damaged();
    return this.#take(Number(length));
  }

  string(): string {
    return Buffer.from(this.bytes()).toString("utf8");
  }

  #index(): number {
    const index = this.long();
    return index < 0n || index > 100_000n ? -1 : Number(index);
  }

  /** Items come in counted blocks; a negative count is followed by the block's size. */
  #items<T>(read: () => T): T[] {
    const items: T[] = [];
    for (;;) {
      let count = this.long();
      if (count === 0n) return items;
      if (count < 0n) {
        count = -count;
        this.long();
      }
      const start = this.at;
      for (let i = 0n; i < count; i++) {
        items.push(read());
        if (this.at === start && items.length > MAX_EMPTY_ITEMS) throw damaged();
      }
    }
  }

  #take(bytes: number): Uint8Array {
    const end = this.at + bytes;
    if (end > this.#bytes.length) throw damaged();
    const taken = this.#bytes.subarray(this.at, end);
    this.at = end;
    return taken;
  }
}

function dated(value: bigint, logical: AvroLogical | undefined): unknown {
  const number = Number(value);
  if (logical?.name === "date") return new Date(number * DAY_MS);
  if (logical?.name.endsWith("timestamp-millis")) return new Date(number);
  if (logical?.name.endsWith("timestamp-micros")) return new Date(number / 1_000);
  return value;
}

/** A decimal: a whole number, the high bytes first, and where its point stands. */
function scaled(bytes: Uint8Array, logical: AvroLogical | undefined): unknown {
  if (logical?.name !== "decimal" || bytes.length === 0 || bytes.length > 32) return bytes;
  const value = BigInt.asIntN(bytes.length * 8, BigInt(`0x${Buffer.from(bytes).toString("hex")}`));
  const digits = String(value < 0n ? -value : value).padStart(logical.scale + 1, "0");
  const point = digits.length - logical.scale;
  const text = logical.scale > 0 ? `${digits.slice(0, point)}.${digits.slice(point)}` : digits;
  return value < 0n ? `-${text}` : text;
}

function damaged(): ExtractError {
  return new ExtractError(SKIP_REASONS.damaged);
}
