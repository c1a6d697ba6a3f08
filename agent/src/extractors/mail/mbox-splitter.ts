import { PieceBuffer } from "./piece-buffer.ts";

const LF = 0x0a;
const QUOTE = 0x3e;
const FROM = "From ";
const MAX_ENVELOPE_BYTES = 1_024;
/** `Mon Jan  5 09:30:00 2026`, with or without seconds and a zone: hardly anything but an envelope ends so. */
const DATED = /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .*\d{1,2}:\d{2}.*\b\d{4}\b/;
const BEHIND_EMPTY_LINE = /\d{1,2}:\d{2}|^From - |^From \S+@\S+\s*$/;
/** The beginning of a line that may be an envelope, quoted or not. */
const MAYBE_ENVELOPE = /^>*(?:F|Fr|Fro|From)?$/;

/** Splits a mailbox into its messages as its bytes come, and undoes the quoting of lines that look like an envelope. */
export class MboxSplitter {
  readonly #read: PieceBuffer;
  #isInMessage = false;
  /** The last bytes before those that are left. */
  #before = "\n\n";
  /** The line that begins the message. */
  envelope = "";

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#read = new PieceBuffer(pieces);
  }

  /** Goes to the next message; false when there is none. */
  async enter(): Promise<boolean> {
    await this.leave();
    const end = await this.#lineEnd(0);
    if (end === this.#read.at) return false;
    this.envelope = this.#read.bytes
      .toString("latin1", this.#read.at, Math.min(end, this.#read.at + MAX_ENVELOPE_BYTES))
      .trimEnd();
    this.#take(end);
    this.#isInMessage = true;
    return true;
  }

  /** The bytes of the message that was entered. */
  async *message(): AsyncGenerator<Uint8Array, void, undefined> {
    /** Bytes of the buffer that hold no envelope, counted from those that are left. */
    let passed = 0;
    while (this.#isInMessage) {
      const from = this.#read.bytes.indexOf(FROM, this.#read.at + passed, "latin1");
      if (from < 0) {
        const end = this.#read.isEnd ? this.#read.bytes.length : this.#maybeEnvelope();
        if (end > this.#read.at) yield this.#take(end);
        passed = 0;
        if (!(await this.#read.more())) this.#isInMessage = this.#read.at < this.#read.bytes.length;
        continue;
      }
      const start = this.#unquoted(from);
      passed = from + FROM.length - this.#read.at;
      if (!this.#beforeOf(start).endsWith("\n")) continue;
      if (start < from) {
        if (start > this.#read.at) yield this.#take(start);
        this.#read.at++;
        passed = from + FROM.length - this.#read.at;
        continue;
      }
      const end = await this.#lineEnd(from - this.#read.at);
      const begin = this.#read.at + passed - FROM.length;
      if (!this.#isEnvelope(begin, end)) continue;
      this.#isInMessage = false;
      if (begin > this.#read.at) yield this.#take(begin);
    }
  }

  /** Passes over what is left of the message. */
  async leave(): Promise<void> {
    const rest = this.message();
    while ((await rest.next()).done !== true);
  }

  #isEnvelope(start: number, end: number): boolean {
    const line = this.#read.bytes.toString("latin1", start, Math.min(end, start + MAX_ENVELOPE_BYTES));
    return DATED.test(line) || (/\n\r?\n$/.test(this.#beforeOf(start)) && BEHIND_EMPTY_LINE.test(line));
  }

  /** Where the quotation marks before a place begin. */
  #unquoted(place: number): number {
    let start = place;
    while (start > this.#read.at && this.#read.bytes[start - 1] === QUOTE) start--;
    return start;
  }

  /** The last few bytes before a place. */
  #beforeOf(place: number): string {
    const own = this.#read.bytes.toString("latin1", Math.max(this.#read.at, place - 3), place);
    return own.length === 3 ? own : this.#before + own;
  }

  /** Where a line begins at the buffer's end that may yet become an envelope; the end where there is none. */
  #maybeEnvelope(): number {
    const { length } = this.#read.bytes;
    const line = Math.max(this.#read.at, this.#read.bytes.lastIndexOf(LF) + 1);
    if (length - line > MAX_ENVELOPE_BYTES) return length;
    return MAYBE_ENVELOPE.test(this.#read.bytes.toString("latin1", line)) ? line : length;
  }

  /** Where the line ends that begins so many bytes on; it is in the buffer then, unless it is longer than any envelope. */
  async #lineEnd(offset: number): Promise<number> {
    for (;;) {
      const start = this.#read.at + offset;
      const end = this.#read.bytes.indexOf(LF, start);
      if (end >= 0) return end + 1;
      if (this.#read.bytes.length - start > MAX_ENVELOPE_BYTES || !(await this.#read.more()))
        return this.#read.bytes.length;
    }
  }

  #take(end: number): Uint8Array {
    this.#before = this.#beforeOf(end).slice(-3);
    const taken = this.#read.bytes.subarray(this.#read.at, end);
    this.#read.at = end;
    return taken;
  }
}
