import type { ImportLog } from "./import-log.ts";
import { PickleMachine } from "./machine.ts";
import { ARG, ARGS, OP } from "./opcodes.ts";
import { unescaped } from "./escapes.ts";
import { numberSymbol, PickleSymbol, PLAIN } from "./symbol.ts";

/** Strings up to here are held whole; longer ones go by in pieces. */
const HELD_BYTES = 64 * 1024;
const HEAD_BYTES = 4 * 1024;
const MAX_LINE_BYTES = 4 * 1024 * 1024;
/** A number of fewer digits tells nothing about anybody. */
const LEAST_NUMBER = 10_000;
/** Names that are longer are no module of anybody's. */
const MAX_NAME_BYTES = 1024;
/** Numbers drawn by chance, one for each tree of a forest: among thousands some pass any check. */
const SEEDS = /^(?:\w*_)?(?:random_state|seed)_?$/;
const NEWLINE = 0x0a;
const FEW_LETTERS = 12;
const HIGHEST_PROTOCOL = 5;

/** Takes the bytes of a long string as they go by. */
export interface PayloadTaker {
  take(bytes: Buffer): void;
  end(): void;
}

/** What a walk meets besides imports. Offsets are bytes of the file. */
export interface PickleEvents {
  text(text: string, offset: number): void;
  /** The number by which PyTorch knows a block of numbers. It may come again, and is nobody's. */
  storage(key: string): void;
  /** The bytes of a string that is not text by its opcode, held whole. */
  bytes(bytes: Buffer, offset: number): void;
  /** A string too long to hold; null when nobody wants its bytes. */
  long(head: Buffer, length: number, offset: number, isText: boolean): PayloadTaker | null;
}

/**
 * Walks over the opcodes of one pickle, whose bytes may come in pieces. Nothing is ever built or called: strings are told to
 * `events`, imports to the log.
 */
export class PickleWalker {
  state: "running" | "ended" | "broken" = "running";
  readonly machine: PickleMachine;
  opcodes = 0;
  readonly #events: PickleEvents;
  #payload: { left: number; taker: PayloadTaker | null } | null = null;
  /** The last value was a text, as the key before its value is. */
  #isAfterText = false;

  constructor(log: ImportLog, events: PickleEvents, found: string | null) {
    this.machine = new PickleMachine(log, found);
    this.#events = events;
  }

  /**
   * Walks on from `bytes[from]`, which is byte `base + from` of the file. Returns where it stopped: at the end of the
   * pickle, at an array of joblib's, or before an opcode that needs more bytes than there are.
   */
  walk(bytes: Buffer, from: number, base: number): number {
    const { machine } = this;
    let at = from;
    while (at < bytes.length && this.state === "running" && machine.arrayBehind === null) {
      if (this.#payload) {
        at = this.#takePayload(this.#payload, bytes, at);
        continue;
      }
      const op = bytes[at] ?? 0;
      const arg = ARGS[op] ?? ARG.unknown;
      if (arg === ARG.none) {
        at++;
        this.opcodes++;
        if (op === OP.STOP) {
          this.state = machine.depth > 0 ? "ended" : "broken";
          return at;
        }
        machine.step(op, base + at - 1);
        if (op !== OP.MEMOIZE) this.#isAfterText = false;
        continue;
      }
      if (arg === ARG.unknown) {
        this.state = "broken";
        return at;
      }
      const next =
        arg < ARG.line
          ? this.#fixed(op, arg, bytes, at, base)
          : arg < ARG.count1
            ? this.#lines(op, arg, bytes, at, base)
            : this.#counted(op, arg, bytes, at, base);
      if (next < 0) return at;
      this.opcodes++;
      at = next;
    }
    return at;
  }

  /** No more bytes come. */
  end(): void {
    if (this.state !== "running") return;
    this.#payload?.taker?.end();
    this.#payload = null;
    this.state = "broken";
  }

  #fixed(op: number, width: number, bytes: Buffer, at: number, base: number): number {
    const next = at + 1 + width;
    if (next > bytes.length) return -1;
    const { machine } = this;
    switch (op) {
      case OP.BININT:
        this.#number(bytes.readInt32LE(at + 1), base + at);
        break;
      case OP.BININT1:
        this.#number(bytes[at + 1] ?? 0, base + at);
        break;
      case OP.BININT2:
        this.#number(bytes.readUInt16LE(at + 1), base + at);
        break;
      case OP.BINFLOAT:
        machine.push(PLAIN.number);
        this.#isAfterText = false;
        break;
      case OP.BINGET:
        machine.get(bytes[at + 1] ?? 0);
        this.#isAfterText = true;
        break;
      case OP.LONG_BINGET:
        machine.get(bytes.readUInt32LE(at + 1));
        this.#isAfterText = true;
        break;
      case OP.BINPUT:
        machine.put(bytes[at + 1] ?? 0);
        break;
      case OP.LONG_BINPUT:
        machine.put(bytes.readUInt32LE(at + 1));
        break;
      case OP.EXT1:
      case OP.EXT2:
      case OP.EXT4:
        machine.extension(bytes.readUIntLE(at + 1, width), base + at);
        break;
      case OP.PROTO:
        if ((bytes[at + 1] ?? 0) > HIGHEST_PROTOCOL) this.state = "broken";
        break;
    }
    return next;
  }

  #number(value: number, offset: number): void {
    // What stands behind its name in a dict is somebody's number; one of many in a list is a measurement.
    const name = this.#isAfterText && value >= LEAST_NUMBER ? this.machine.topText : null;
    const isTold = name !== null && !SEEDS.test(name);
    this.machine.push(numberSymbol(value));
    if (isTold) this.#events.text(String(value), offset);
    this.#isAfterText = false;
  }

  #lines(op: number, arg: number, bytes: Buffer, at: number, base: number): number {
    const end = bytes.indexOf(NEWLINE, at + 1);
    const second = arg === ARG.twoLines && end >= 0 ? bytes.indexOf(NEWLINE, end + 1) : end;
    if (end < 0 || second < 0) {
      if (bytes.length - at > MAX_LINE_BYTES) this.state = "broken";
      return -1;
    }
    const { machine } = this;
    const isImport = arg === ARG.twoLines;
    const line = bytes.toString("utf8", at + 1, isImport ? Math.min(end, at + 1 + MAX_NAME_BYTES) : end);
    const name = isImport ? bytes.toString("utf8", end + 1, Math.min(second, end + 1 + MAX_NAME_BYTES)) : "";
    const offset = base + at;
    if (op === OP.GLOBAL) machine.global(line, name, offset);
    else if (op === OP.INST) machine.inst(line, name, offset);
    else if (op === OP.STRING) this.#stringLine(line, bytes.subarray(at + 1, end), offset + 1);
    else if (op === OP.UNICODE) this.#text(unescaped(line, false), offset + 1);
    else if (op === OP.PERSID) machine.push(PLAIN.object);
    else if (op === OP.GET || op === OP.PUT) {
      const index = /^\d{1,15}$/.test(line.trim()) ? Number(line) : -1;
      if (index < 0) this.state = "broken";
      else if (op === OP.GET) machine.get(index);
      else machine.put(index);
    } else {
      const digits = line.replace(/L$/, "").trim();
      if (!/^[+-]?(?:[\d_.]+(?:e[+-]?\d+)?|inf|nan)$/i.test(digits)) this.state = "broken";
      else if (op === OP.FLOAT) machine.push(PLAIN.number);
      else this.#number(Number(digits), offset);
    }
    return second + 1;
  }

  /** A string as Python 2 wrote it: in quotes, with escapes. */
  #stringLine(line: string, raw: Buffer, offset: number): void {
    const quoted = /^(['"])(.*)\1\s*$/s.exec(line);
    if (!quoted) {
      this.state = "broken";
      return;
    }
    const bytes = Buffer.from(unescaped(raw.toString("latin1").trim().slice(1, -1), true), "latin1");
    this.#string(bytes, offset + 1, true);
  }

  #counted(op: number, arg: number, bytes: Buffer, at: number, base: number): number {
    const width = arg - 30;
    const start = at + 1 + width;
    if (start > bytes.length) return -1;
    const length =
      width === 1
        ? (bytes[at + 1] ?? 0)
        : width === 8
          ? Number(bytes.readBigUInt64LE(at + 1))
          : bytes.readUIntLE(at + 1, width);
    // Signed, and negative in a pickle that cannot be loaded.
    if (width === 4 && length > 0x7fffffff && (op === OP.BINSTRING || op === OP.LONG4)) this.state = "broken";
    const end = start + length;
    const isText = op === OP.SHORT_BINUNICODE || op === OP.BINUNICODE || op === OP.BINUNICODE8;
    if (length <= HELD_BYTES) {
      if (end > bytes.length) return -1;
      if (isText) {
        this.#text(textAt(bytes, start, end), base + start);
        return end;
      }
      const content = bytes.subarray(start, end);
      if (op === OP.LONG1 || op === OP.LONG4)
        this.#number(length > 0 && length <= 6 ? content.readIntLE(0, length) : NaN, base + at);
      else this.#string(content, base + start, op === OP.BINSTRING || op === OP.SHORT_BINSTRING);
      return end;
    }
    if (bytes.length - start < HEAD_BYTES) return -1;
    const isNumber = op === OP.LONG4;
    const head = bytes.subarray(start, Math.min(end, bytes.length));
    const taker = isNumber ? null : this.#events.long(head, length, base + start, isText);
    this.#payload = { left: length, taker };
    this.machine.push(isNumber ? PLAIN.number : isText ? PLAIN.text : PLAIN.bytes);
    this.#isAfterText = false;
    return start;
  }

  #text(text: string, offset: number): void {
    const ofTorch = this.machine.torchTextAt(text);
    if (ofTorch === "storage") this.#events.storage(text);
    this.machine.push(new PickleSymbol("text", text.length <= 256 ? text : null));
    this.#isAfterText = true;
    if (text !== "" && ofTorch === null) this.#events.text(text, offset);
  }

  /** Python 2 had one type for text and bytes, by which it also named what it imported. */
  #string(content: Buffer, offset: number, isName: boolean): void {
    const text = isName && content.length <= 256 ? content.toString("utf8") : null;
    this.machine.push(text === null ? PLAIN.bytes : new PickleSymbol("text", text));
    this.#isAfterText = isName;
    if (content.length > 0) this.#events.bytes(content, offset);
  }

  #takePayload(payload: { left: number; taker: PayloadTaker | null }, bytes: Buffer, at: number): number {
    const length = Math.min(payload.left, bytes.length - at);
    payload.taker?.take(bytes.subarray(at, at + length));
    payload.left -= length;
    if (payload.left === 0) {
      payload.taker?.end();
      this.#payload = null;
    }
    return at + length;
  }
}

/** Most strings of a pickle are some letters, for which a call into the runtime costs more than the letters. */
function textAt(bytes: Buffer, start: number, end: number): string {
  if (end - start > FEW_LETTERS) return bytes.toString("utf8", start, end);
  let text = "";
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) return bytes.toString("utf8", start, end);
    text += String.fromCharCode(byte);
  }
  return text;
}
