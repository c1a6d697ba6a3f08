import { isText } from "../../text/plain-text.ts";
import type { ImportLog } from "./import-log.ts";
import { isPickle } from "./sniff.ts";
import type { TextQueue } from "./text-queue.ts";
import { Trial } from "./trial.ts";
import { type PayloadTaker, type PickleEvents, PickleWalker } from "./walker.ts";
import { fromBase64, hasPickleHead, isKnownFile, isReadable } from "./within.ts";

const MAX_DEPTH = 8;
const MAX_TRIALS = 4;
const MAX_FILE_BYTES = 32 * 1024 * 1024;
const MAX_FILES = 1_000;
const MAX_FILES_BYTES = 64 * 1024 * 1024;
const MAX_ARRAYS_WITHIN = 64;
/** Opcodes that pickles without a head begin with, of those that are more than a number. */
const OLD_STARTS = new Set(Array.from("ci(]}l", (letter) => letter.charCodeAt(0)));

/** What all pickles of a file put together: imports, strings, and files among the strings. */
export interface Gathered {
  log: ImportLog;
  texts: TextQueue;
  files: { bytes: Buffer; offset: number }[];
  /** There were more files than are looked into. */
  isCut: boolean;
}

/** The pickles of a file one after the other, with what stands between and behind them. */
export class PickleStream implements PickleEvents {
  /** The first pickle does not reach its end. */
  isBroken = false;
  /** What stands behind the pickles, where it is a file of a format of its own: its first bytes. */
  tail: Buffer | null = null;
  readonly #into: Gathered;
  readonly #depth: number;
  readonly #found: string | null;
  /** The walk, and those that wait while a pickle within theirs is walked. */
  #walkers: PickleWalker[] = [];
  #mode: "pickle" | "align" | "skip" | "between" | "sweep" = "pickle";
  #skip = 0;
  #pickles = 0;
  #rest: Buffer | null = null;
  /** The byte of the file that the next piece begins with. */
  #at: number;
  #trials: Trial[] = [];

  constructor(into: Gathered, start = 0, depth = 0, found: string | null = null) {
    this.#into = into;
    this.#at = start;
    this.#depth = depth;
    this.#found = found;
    this.#walkers.push(this.#walker());
  }

  /** From here on, what comes is not taken for a pickle, and pickles are looked for in it. */
  sweep(): void {
    this.#mode = "sweep";
  }

  push(piece: Uint8Array): void {
    const fresh = Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    this.#trials = this.#trials.filter((trial) => this.#goesOn(trial, fresh, 0, this.#at));
    const bytes = this.#rest ? Buffer.concat([this.#rest, fresh]) : fresh;
    const base = this.#at - (this.#rest?.length ?? 0);
    this.#at += fresh.length;
    let at = 0;
    for (let before = -1; at < bytes.length && before !== at && this.tail === null;) {
      const mode = this.#mode;
      const next = this.#step(bytes, at, base);
      before = next === at && mode === this.#mode ? at : -1;
      at = next;
    }
    this.#rest = at < bytes.length ? Buffer.from(bytes.subarray(at)) : null;
  }

  end(): void {
    for (const trial of this.#trials) this.#take(trial);
    if (this.#mode === "between" || this.#mode === "sweep") return;
    for (const walker of this.#walkers) walker.end();
    this.isBroken ||= this.#pickles === 0 || this.#mode !== "pickle" || this.#walkers.length > 1;
  }

  text(text: string, offset: number): void {
    // Bytes are written as text by the older protocols.
    const isOld = text.length >= 12 && OLD_STARTS.has(text.charCodeAt(0)) && text.includes("\n");
    if (text.charCodeAt(0) === 0x80 || (isOld && isPickle(Buffer.from(text, "latin1"))))
      this.bytes(Buffer.from(text, "latin1"), offset);
    else if (isReadable(text)) {
      this.#into.texts.add(text, offset);
      const decoded = fromBase64(text);
      if (decoded) this.bytes(decoded, offset);
    }
  }

  storage(key: string): void {
    this.#into.texts.mute(key);
  }

  bytes(bytes: Buffer, offset: number): void {
    if (this.#isNested(bytes)) {
      const nested = this.#nested(offset);
      nested.take(bytes);
      nested.end();
    } else if (isKnownFile(bytes)) this.#file(Buffer.from(bytes), offset);
    else if (bytes.length >= 4 && isText(bytes)) {
      const text = bytes.toString("utf8");
      if (isReadable(text)) this.text(text, offset);
    }
  }

  long(head: Buffer, _length: number, offset: number, isUnicode: boolean): PayloadTaker | null {
    const start = head.toString("utf8", 0, 512);
    if (isUnicode || isText(head)) {
      if (!isReadable(start.slice(0, -4))) return null;
      const decoded = fromBase64(head.toString("latin1", 0, head.length & ~3).replace(/=+$/, ""));
      if (decoded && hasPickleHead(decoded)) this.bytes(decoded, offset);
      return textTaker(this.#into.texts, offset);
    }
    if (this.#isNested(head)) return this.#nested(offset);
    if (!isKnownFile(head)) return null;
    const pieces: Buffer[] = [];
    let held = 0;
    return {
      take: (bytes) => {
        held += bytes.length;
        if (held <= MAX_FILE_BYTES) pieces.push(Buffer.from(bytes));
      },
      end: () => this.#file(Buffer.concat(pieces), offset),
    };
  }

  #step(bytes: Buffer, at: number, base: number): number {
    const walker = this.#walkers.at(-1);
    switch (this.#mode) {
      case "pickle": {
        if (!walker) return bytes.length;
        const next = walker.walk(bytes, at, base);
        const { arrayBehind } = walker.machine;
        if (arrayBehind !== null) this.#enterArray(walker, bytes, next, base);
        else if (walker.state === "ended") {
          this.#walkers.pop();
          if (this.#walkers.length > 0) return next;
          this.#pickles++;
          this.#mode = "between";
        } else if (walker.state === "broken") {
          this.isBroken ||= this.#pickles === 0;
          this.#mode = "sweep";
        }
        return next;
      }
      case "align":
        this.#skip += bytes[at] ?? 0;
        this.#mode = "skip";
        return at + 1;
      case "skip": {
        const length = Math.min(this.#skip, bytes.length - at);
        this.#skip -= length;
        if (this.#skip === 0) this.#mode = "pickle";
        return at + length;
      }
      case "between":
        return this.#between(bytes, at);
      case "sweep":
        return this.#sweep(bytes, at, base);
    }
  }

  /** An array of joblib's: what loads the file without joblib takes its bytes for opcodes, so they are tried as such too. */
  #enterArray(walker: PickleWalker, bytes: Buffer, at: number, base: number): void {
    const behind = walker.machine.arrayBehind;
    walker.machine.arrayBehind = null;
    if (behind === null) return;
    this.#try(new Trial(true), bytes, at, base);
    if (behind === "pickle") {
      if (this.#walkers.length < MAX_ARRAYS_WITHIN) this.#walkers.push(this.#walker());
      return;
    }
    this.#skip = behind.bytes;
    this.#mode = behind.isAligned ? "align" : behind.bytes > 0 ? "skip" : "pickle";
  }

  #between(bytes: Buffer, at: number): number {
    const follows = bytes.subarray(at);
    if (isKnownFile(follows) && this.#depth === 0) {
      this.tail = Buffer.from(follows);
      return bytes.length;
    }
    // Frameworks put several pickles into a file, one behind the other.
    if (follows.length >= 2 && (hasPickleHead(follows) || isPickle(follows))) {
      this.#walkers = [this.#walker()];
      this.#mode = "pickle";
      return at;
    }
    if (follows.length < 2) return at;
    this.#mode = "sweep";
    return at;
  }

  /** Looks for pickles among other bytes: a program may be told to begin reading anywhere. */
  #sweep(bytes: Buffer, from: number, base: number): number {
    for (
      let at = bytes.indexOf(0x80, from);
      at >= 0 && at + 2 < bytes.length;
      at = bytes.indexOf(0x80, at + 1)
    )
      if (hasPickleHead(bytes.subarray(at, at + 2))) this.#try(new Trial(false), bytes, at, base);
    return bytes.length - Math.min(2, bytes.length - from);
  }

  #try(trial: Trial, bytes: Buffer, at: number, base: number): void {
    if (this.#goesOn(trial, bytes, at, base) && this.#trials.length < MAX_TRIALS) this.#trials.push(trial);
  }

  #goesOn(trial: Trial, bytes: Buffer, at: number, base: number): boolean {
    const goesOn = trial.feed(bytes, at, base);
    if (!goesOn) this.#take(trial);
    return goesOn;
  }

  #take(trial: Trial): void {
    if (trial.isConvincing)
      this.#into.log.merge(trial.log, this.#found ?? "among bytes that are not the file's own pickle");
  }

  #isNested(bytes: Buffer): boolean {
    if (this.#depth >= MAX_DEPTH || bytes.length < 4) return false;
    return (hasPickleHead(bytes) || (bytes.length >= 12 && OLD_STARTS.has(bytes[0] ?? 0))) && isPickle(bytes);
  }

  #nested(offset: number): PayloadTaker {
    const stream = new PickleStream(
      this.#into,
      offset,
      this.#depth + 1,
      "in a pickle within a string of another",
    );
    return { take: (bytes) => stream.push(bytes), end: () => stream.end() };
  }

  #file(bytes: Buffer, offset: number): void {
    const { files } = this.#into;
    const held = files.reduce((sum, file) => sum + file.bytes.length, 0);
    if (files.length < MAX_FILES && held + bytes.length <= MAX_FILES_BYTES) files.push({ bytes, offset });
    else this.#into.isCut = true;
  }

  #walker(): PickleWalker {
    return new PickleWalker(this.#into.log, this, this.#found);
  }
}

function textTaker(texts: TextQueue, start: number): PayloadTaker {
  const decoder = new TextDecoder();
  let at = start;
  return {
    take: (bytes) => {
      const text = decoder.decode(bytes, { stream: true });
      if (text !== "") texts.add(text, at);
      at += bytes.length;
    },
    end: () => {},
  };
}
