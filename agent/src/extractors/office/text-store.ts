import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";
import type { Scratch } from "../scratch.ts";

/** Up to here texts are kept as they are. */
const MAX_HELD_CHARS = 4 * 1024 * 1024;
const MAX_HELD_TEXTS = 128 * 1024;
/** Where a text begins in the scratch file takes eight bytes of memory. */
const MAX_TEXTS = 16 * 1024 * 1024;
const WRITE_BYTES = 1024 * 1024;
const PAGE_BYTES = 64 * 1024;
const MAX_PAGES = 512;

/** Texts by number, such as those that cells refer to. What is too much for memory lies in a scratch file. */
export class TextStore {
  readonly #scratch: Scratch;
  readonly #held: string[] = [];
  #heldChars = 0;
  #count = 0;
  #file: { descriptor: number; path: string } | null = null;
  #starts = new Float64Array(1_024);
  #written = 0;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  readonly #pages = new Map<number, Buffer>();

  constructor(scratch: Scratch) {
    this.#scratch = scratch;
  }

  get count(): number {
    return this.#count;
  }

  /** Throws `ExtractError` where there are more than memory has room to know the places of. */
  push(text: string): void {
    const isHeld = this.#file === null && this.#heldChars + text.length <= MAX_HELD_CHARS;
    if (isHeld && this.#held.length < MAX_HELD_TEXTS) {
      this.#held.push(text);
      this.#heldChars += text.length;
    } else this.#store(text);
    this.#count++;
  }

  /** Empty where there is no such text. */
  at(number: number): string {
    const held = this.#held[number];
    if (held !== undefined) return held;
    if (!(number >= 0 && number < this.#count) || !Number.isSafeInteger(number)) return "";
    const at = number - this.#held.length;
    return this.#read(this.#starts[at] ?? 0, this.#starts[at + 1] ?? 0);
  }

  close(): void {
    if (!this.#file) return;
    closeSync(this.#file.descriptor);
    rmSync(this.#file.path, { force: true });
    this.#file = null;
  }

  #store(text: string): void {
    const at = this.#count - this.#held.length;
    if (at + 2 > MAX_TEXTS) throw new ExtractError(SKIP_REASONS.tooLargeToHold);
    if (!this.#file) {
      const path = this.#scratch.file();
      this.#file = { path, descriptor: openSync(path, "wx+", 0o600) };
    }
    if (at + 2 > this.#starts.length) {
      const larger = new Float64Array(this.#starts.length * 2);
      larger.set(this.#starts);
      this.#starts = larger;
    }
    const bytes = Buffer.from(text);
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    this.#starts[at + 1] = this.#written + this.#waitingBytes;
    if (this.#waitingBytes >= WRITE_BYTES) this.#flush();
  }

  #flush(): void {
    if (!this.#file || this.#waitingBytes === 0) return;
    const bytes = Buffer.concat(this.#waiting);
    for (let at = 0; at < bytes.length;)
      at += writeSync(this.#file.descriptor, bytes, at, bytes.length - at, this.#written + at);
    this.#written += bytes.length;
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#pages.clear();
  }

  #read(start: number, end: number): string {
    this.#flush();
    const parts: Buffer[] = [];
    for (let at = start; at < end;) {
      const page = Math.floor(at / PAGE_BYTES);
      const from = at - page * PAGE_BYTES;
      const part = this.#page(page).subarray(from, Math.min(PAGE_BYTES, from + end - at));
      if (part.length === 0) break;
      parts.push(part);
      at += part.length;
    }
    const [only] = parts;
    return (only && parts.length === 1 ? only : Buffer.concat(parts)).toString();
  }

  #page(number: number): Buffer {
    const known = this.#pages.get(number);
    if (known) return known;
    const page = Buffer.allocUnsafe(PAGE_BYTES);
    const read = this.#file ? readSync(this.#file.descriptor, page, 0, PAGE_BYTES, number * PAGE_BYTES) : 0;
    // The page that has waited longest goes.
    const [oldest] = this.#pages.keys();
    if (this.#pages.size >= MAX_PAGES && oldest !== undefined) this.#pages.delete(oldest);
    const filled = page.subarray(0, read);
    this.#pages.set(number, filled);
    return filled;
  }
}
