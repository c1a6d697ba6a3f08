import { SKIP_REASONS } from "../../sources/file-source.ts";
import { FileSpool } from "../file-spool.ts";
import type { Part } from "../part.ts";
import type { Scratch } from "../scratch.ts";

const MARK = ";base64,";
/** What stands between `data:` and the mark: a media type and its parameters. */
const MEDIA_TYPE = /data:([\w.+-]{1,60}\\?\/[\w.+-]{1,100})(?:;[\w=.+"-]{1,100}){0,4}$/i;
const MAX_HEAD_CHARS = 400;
const NO_BASE64 = /[^A-Za-z0-9+/=_\s\\-]/g;
/** Smaller ones are dots and spacers. */
const LEAST_BYTES = 200;
const MAX_CHARS = 88 * 1024 * 1024;

/** Files that are written into a text as `data:` URIs (RFC 2397): gathered while it is read, parts when it has been. */
export class DataUris {
  readonly #spool: FileSpool;
  #before = "";
  /** The base64 of the one that is being read, so far. */
  #current: { type: string; pieces: string[]; chars: number } | null = null;
  #tooLarge = 0;

  constructor(scratch: Scratch) {
    this.#spool = new FileSpool(scratch);
  }

  read(piece: string): void {
    // The mark may lie across the end of the last piece.
    const text = this.#before + piece;
    let at = Math.max(0, this.#before.length - MARK.length + 1);
    while (at < text.length) {
      if (this.#current) at = this.#goOn(this.#current, text, at);
      else {
        const mark = text.indexOf(MARK, at);
        if (mark < 0) break;
        at = mark + MARK.length;
        const type = MEDIA_TYPE.exec(text.slice(Math.max(0, mark - MAX_HEAD_CHARS), mark))?.[1];
        if (type !== undefined) this.#current = { type, pieces: [], chars: 0 };
      }
    }
    this.#before = this.#current ? "" : text.slice(-MAX_HEAD_CHARS);
  }

  async *parts(): AsyncGenerator<Part, void, undefined> {
    if (this.#current) this.#end(this.#current);
    for (let i = 0; i < this.#tooLarge; i++)
      yield { t: "skip", reason: SKIP_REASONS.tooLargeToHold, member: "data" };
    yield* this.#spool.parts();
  }

  close(): void {
    this.#spool.close();
  }

  #goOn(current: { pieces: string[]; chars: number; type: string }, text: string, at: number): number {
    NO_BASE64.lastIndex = at;
    const end = NO_BASE64.exec(text)?.index ?? text.length;
    current.chars += end - at;
    if (current.chars <= MAX_CHARS) current.pieces.push(text.slice(at, end));
    else current.pieces = [];
    if (end < text.length) this.#end(current);
    return end;
  }

  #end({ type, pieces, chars }: { type: string; pieces: string[]; chars: number }): void {
    this.#current = null;
    if (chars > MAX_CHARS) {
      this.#tooLarge++;
      return;
    }
    const base64 = pieces.join("").replace(/\\[nr/]?|\s/g, (found) => (found === "\\/" ? "/" : ""));
    const bytes = Buffer.from(base64, "base64");
    if (bytes.length < LEAST_BYTES) return;
    const extension = /\/([\w-]+)/.exec(type)?.[1] ?? "bin";
    this.#spool.put(`data-${this.#spool.count + 1}.${extension}`, bytes);
  }
}
