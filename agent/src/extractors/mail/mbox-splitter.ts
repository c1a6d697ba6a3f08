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
  readonly #pieces: AsyncIterator<Uint8Array>;
  #buffer: Buffer = Buffer.alloc(0);
  #at = 0;
  #isEnd = false;
  #isInMessage = false;
  /** The last bytes before those that are left. */
  #before = "\n\n";
  /** The line that begins the message. */
  envelope = "";

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** Goes to the next message; false when there is none. */
  async enter(): Promise<boolean> {
    await this.leave();
    const end = await this.#lineEnd(0);
    if (end === this.#at) return false;
    this.envelope = this.#buffer
      .toString("latin1", this.#at, Math.min(end, this.#at + MAX_ENVELOPE_BYTES))
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
      const from = this.#buffer.indexOf(FROM, this.#at + passed, "latin1");
      if (from < 0) {
        const end = this.#isEnd ? this.#buffer.length : this.#maybeEnvelope();
        if (end > this.#at) yield this.#take(end);
        passed = 0;
        if (!(await this.#more())) this.#isInMessage = this.#at < this.#buffer.length;
        continue;
      }
      const start = this.#unquoted(from);
      passed = from + FROM.length - this.#at;
      if (!this.#beforeOf(start).endsWith("\n")) continue;
      if (start < from) {
        if (start > this.#at) yield this.#take(start);
        this.#at++;
        passed = from + FROM.length - this.#at;
        continue;
      }
      const end = await this.#lineEnd(from - this.#at);
      const begin = this.#at + passed - FROM.length;
      if (!this.#isEnvelope(begin, end)) continue;
      this.#isInMessage = false;
      if (begin > this.#at) yield this.#take(begin);
    }
  }

  /** Passes over what is left of the message. */
  async leave(): Promise<void> {
    const rest = this.message();
    while ((await rest.next()).done !== true);
  }

  #isEnvelope(start: number, end: number): boolean {
    const line = this.#buffer.toString("latin1", start, Math.min(end, start + MAX_ENVELOPE_BYTES));
    return DATED.test(line) || (/\n\r?\n$/.test(this.#beforeOf(start)) && BEHIND_EMPTY_LINE.test(line));
  }

  /** Where the quotation marks before a place begin. */
  #unquoted(place: number): number {
    let start = place;
    while (start > this.#at && this.#buffer[start - 1] === QUOTE) start--;
    return start;
  }

  /** The last few bytes before a place. */
  #beforeOf(place: number): string {
    const own = this.#buffer.toString("latin1", Math.max(this.#at, place - 3), place);
    return own.length === 3 ? own : this.#before + own;
  }

  /** Where a line begins at the buffer's end that may yet become an envelope; the end where there is none. */
  #maybeEnvelope(): number {
    const { length } = this.#buffer;
    const line = Math.max(this.#at, this.#buffer.lastIndexOf(LF) + 1);
    if (length - line > MAX_ENVELOPE_BYTES) return length;
    return MAYBE_ENVELOPE.test(this.#buffer.toString("latin1", line)) ? line : length;
  }

  /** Where the line ends that begins so many bytes on; it is in the buffer then, unless it is longer than any envelope. */
  async #lineEnd(offset: number): Promise<number> {
    for (;;) {
      const start = this.#at + offset;
      const end = this.#buffer.indexOf(LF, start);
      if (end >= 0) return end + 1;
      if (this.#buffer.length - start > MAX_ENVELOPE_BYTES || !(await this.#more()))
        return this.#buffer.length;
    }
  }

  #take(end: number): Uint8Array {
    this.#before = this.#beforeOf(end).slice(-3);
    const taken = this.#buffer.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  async #more(): Promise<boolean> {
    if (this.#isEnd) return false;
    const next = await this.#pieces.next();
    if (next.done === true) {
      this.#isEnd = true;
      return false;
    }
    const rest = this.#buffer.subarray(this.#at);
    const { value } = next;
    this.#buffer =
      rest.length > 0
        ? Buffer.concat([rest, value])
        : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    this.#at = 0;
    return true;
  }
}
