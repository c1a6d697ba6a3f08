import { ExtractError } from "../extractor.ts";
import { decodeBytes } from "./charset.ts";

/** Types of properties ([MS-OXCDATA] 2.11.1). */
const TYPES = { int32: 0x03, object: 0x0d, string8: 0x1e, string: 0x1f, time: 0x40, binary: 0x102 } as const;
const MULTIPLE = 0x1000;

/** The properties that are asked for by name ([MS-OXPROPS]). */
export const TAGS = {
  subject: 0x0037,
  submitTime: 0x0039,
  senderOfName: 0x0042,
  senderOfAddress: 0x0065,
  transportHeaders: 0x007d,
  recipientType: 0x0c15,
  senderName: 0x0c1a,
  senderAddress: 0x0c1f,
  displayBcc: 0x0e02,
  displayCc: 0x0e03,
  displayTo: 0x0e04,
  deliveryTime: 0x0e06,
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  displayName: 0x3001,
  address: 0x3003,
  smtpAddress: 0x39fe,
  attachData: 0x3701,
  attachFileName: 0x3704,
  attachMethod: 0x3705,
  attachLongFileName: 0x3707,
  attachMimeType: 0x370e,
  birthday: 0x3a42,
  weddingAnniversary: 0x3a41,
  internetCodePage: 0x3fde,
  messageCodePage: 0x3ffd,
  senderSmtpAddress: 0x5d01,
  senderOfSmtpAddress: 0x5d02,
} as const;

/** One value; what is long is read when it is asked for. */
export interface MapiValue {
  type: number;
  /** Bytes. */
  size: number;
  pieces: () => Iterable<Uint8Array>;
}

/** A single string is kept up to here. */
const MAX_STRING_BYTES = 1024 * 1024;
/** 100 ns steps from 1601 to 1970. */
const FILETIME_EPOCH = 116_444_736_000_000_000n;

/** The properties of a message, a recipient or an attachment in Outlook's formats. */
export class MapiProperties {
  readonly #values = new Map<number, MapiValue[]>();
  #charset: string | undefined;
  #isDamaged = false;

  /** `charset` of 8-bit strings where the properties do not say it. */
  constructor(charset?: string) {
    this.#charset = charset;
  }

  add(id: number, value: MapiValue): void {
    const list = this.#values.get(id);
    if (list) list.push(value);
    else this.#values.set(id, [value]);
  }

  /** Whether a value that was asked for is not there, or not to its end. */
  get isDamaged(): boolean {
    return this.#isDamaged;
  }

  get charset(): string {
    this.#charset ??= charsetOf(
      this.number(TAGS.messageCodePage) ?? this.number(TAGS.internetCodePage) ?? 1252,
    );
    return this.#charset;
  }

  value(id: number): MapiValue | undefined {
    return this.#values.get(id)?.[0];
  }

  /** A string; undefined where there is none, or it is very long. */
  text(id: number): string | undefined {
    for (const text of this.#texts(this.#values.get(id) ?? [])) return text;
    return undefined;
  }

  number(id: number): number | undefined {
    const value = this.value(id);
    if (!value || (value.type !== TYPES.int32 && value.type !== 0x02)) return undefined;
    const bytes = this.#bytes(value);
    return bytes.length >= 4 ? bytes.readInt32LE(0) : undefined;
  }

  /** A date as ISO 8601 has it, such as `2026-01-05T09:30:00Z`. */
  time(id: number): string | undefined {
    const value = this.value(id);
    const bytes = value?.type === TYPES.time ? this.#bytes(value) : Buffer.alloc(0);
    if (bytes.length < 8) return undefined;
    const ms = Number((bytes.readBigUInt64LE(0) - FILETIME_EPOCH) / 10_000n);
    const date = new Date(ms);
    return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(".000Z", "Z");
  }

  /** All strings with the numbers of their properties. */
  *strings(): Generator<{ id: number; text: string }, void, undefined> {
    for (const [id, values] of this.#values) for (const text of this.#texts(values)) yield { id, text };
  }

  /** The characters of a string, however long it is; null where it is none. */
  textPieces(id: number): { charset: string; pieces: Iterable<Uint8Array> } | null {
    const value = this.value(id);
    if (!value || !isString(value.type)) return null;
    return { charset: this.#charsetOf(value.type), pieces: this.pieces(value) };
  }

  /** The bytes of a value, up to where it is damaged. */
  *pieces(value: MapiValue): Generator<Uint8Array, void, undefined> {
    try {
      yield* value.pieces();
    } catch (error) {
      if (!(error instanceof ExtractError)) throw error;
      this.#isDamaged = true;
    }
  }

  *#texts(values: readonly MapiValue[]): Generator<string, void, undefined> {
    for (const value of values) {
      if (!isString(value.type) || value.size > MAX_STRING_BYTES) continue;
      const text = decodeBytes(this.#bytes(value), this.#charsetOf(value.type)).replace(/\0+$/, "");
      if (text !== "") yield text;
    }
  }

  #bytes(value: MapiValue): Buffer {
    return Buffer.concat([...this.pieces(value)]);
  }

  #charsetOf(type: number): string {
    return (type & ~MULTIPLE) === TYPES.string ? "utf-16le" : this.charset;
  }
}

/** A value that is there whole. */
export function valueOf(type: number, bytes: Uint8Array): MapiValue {
  return { type, size: bytes.length, pieces: () => [bytes] };
}

export function isString(type: number): boolean {
  return (type & ~MULTIPLE) === TYPES.string || (type & ~MULTIPLE) === TYPES.string8;
}

/** How many bytes a value of a type takes; undefined where that is not fixed. */
export function fixedSize(type: number): number | undefined {
  return {
    0x02: 2,
    0x03: 4,
    0x04: 4,
    0x05: 8,
    0x06: 8,
    0x07: 8,
    0x0a: 4,
    0x0b: 2,
    0x14: 8,
    0x40: 8,
    0x48: 16,
  }[type];
}

/** The charset of a Windows code page. */
export function charsetOf(codePage: number): string {
  const named: Record<number, string> = {
    932: "shift_jis",
    936: "gbk",
    949: "euc-kr",
    950: "big5",
    20127: "us-ascii",
    20866: "koi8-r",
    21866: "koi8-u",
    50220: "iso-2022-jp",
    50221: "iso-2022-jp",
    51932: "euc-jp",
    51949: "euc-kr",
    54936: "gb18030",
    65000: "utf-7",
    65001: "utf-8",
    1200: "utf-16le",
  };
  if (codePage >= 28591 && codePage <= 28606) return `iso-8859-${codePage - 28590}`;
  return named[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : "windows-1252");
}
