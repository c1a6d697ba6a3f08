/** A content line as it is written, put together from the lines it was folded into. */
export interface ContentLine {
  text: string;
  /** From which character of `text` on it stands where in the file: offset in UTF-16 units, line and column from 1. */
  pieces: readonly { at: number; offset: number; line: number; column: number }[];
  /** It was longer than can be held, and has been cut. */
  isCut: boolean;
}

const MAX_CHARS = 24 * 1024 * 1024;
/** Quoted-printable, as vCard 2.1 has it, goes on behind a soft line break. */
const QUOTED_PRINTABLE = /^[^:]{0,200};(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i;

/** Unfolds the lines of a text that comes in pieces (RFC 5545 3.1, RFC 6350 3.2, RFC 2849); an empty line stays one. */
export async function* contentLines(
  pieces: AsyncIterable<string>,
): AsyncGenerator<ContentLine, void, undefined> {
  let open = new OpenLine();
  for await (const line of textLines(pieces)) {
    const isFolded = !line.isRest && /^[ \t]/.test(line.text) && !open.isEmpty;
    if (isFolded) open.add(line, 1);
    else if (line.isRest || open.goesOn) open.add(line, 0);
    else {
      if (!open.isNew) yield open.done();
      open = new OpenLine();
      open.add(line, 0);
    }
  }
  if (!open.isNew) yield open.done();
}

interface TextLine {
  text: string;
  offset: number;
  line: number;
  /** It goes on with the one before: they are one line of the file. */
  isRest: boolean;
}

class OpenLine {
  readonly #texts: string[] = [];
  readonly #pieces: ContentLine["pieces"][number][] = [];
  #chars = 0;
  #isCut = false;
  #goesOn = false;

  get isNew(): boolean {
    return this.#pieces.length === 0;
  }

  get isEmpty(): boolean {
    return this.#chars === 0;
  }

  /** The line ends in a soft line break. */
  get goesOn(): boolean {
    return this.#goesOn;
  }

  add({ text, offset, line }: TextLine, skip: number): void {
    if (this.#goesOn) this.#dropBreak();
    const own = text.slice(skip, skip + MAX_CHARS - this.#chars);
    this.#isCut ||= own.length < text.length - skip;
    if (own === "" && !this.isNew) return;
    this.#pieces.push({ at: this.#chars, offset: offset + skip, line, column: skip + 1 });
    this.#texts.push(own);
    this.#chars += own.length;
    this.#goesOn = own.endsWith("=") && QUOTED_PRINTABLE.test(this.#texts[0] ?? "");
  }

  done(): ContentLine {
    return { text: this.#texts.join(""), pieces: this.#pieces, isCut: this.#isCut };
  }

  #dropBreak(): void {
    const last = this.#texts.pop() ?? "";
    this.#texts.push(last.slice(0, -1));
    this.#chars--;
  }
}

/** Lines without their ends. One that is longer than can be held comes in parts. */
async function* textLines(pieces: AsyncIterable<string>): AsyncGenerator<TextLine, void, undefined> {
  let held: string[] = [];
  let heldChars = 0;
  let offset = 0;
  let line = 1;
  let isRest = false;
  for await (const piece of pieces) {
    let at = 0;
    for (let end = piece.indexOf("\n"); end >= 0; end = piece.indexOf("\n", at)) {
      const text = held.length > 0 ? held.join("") + piece.slice(at, end) : piece.slice(at, end);
      yield { text: text.endsWith("\r") ? text.slice(0, -1) : text, offset, line: line++, isRest };
      isRest = false;
      offset += text.length + 1;
      held = [];
      heldChars = 0;
      at = end + 1;
    }
    if (at === piece.length) continue;
    held.push(piece.slice(at));
    heldChars += piece.length - at;
    if (heldChars <= MAX_CHARS) continue;
    yield { text: held.join(""), offset, line, isRest };
    isRest = true;
    offset += heldChars;
    held = [];
    heldChars = 0;
  }
  if (held.length > 0) yield { text: held.join(""), offset, line, isRest };
}
