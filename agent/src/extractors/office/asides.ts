import { SKIP_REASONS } from "../../sources/file-source.ts";
import type { Part, PartPlace } from "../part.ts";

const MAX_CHARS = 16 * 1024 * 1024;
const PART_CHARS = 1024 * 1024;

interface Aside {
  place: PartPlace;
  hidden: string | null;
  texts: string[];
  chars: number;
  endsLine: boolean;
}

/**
 * What a document says beside its text: deleted, hidden, in a comment. It turns up while the text is being passed on, and
 * waits until that has ended.
 */
export class Asides {
  readonly #asides = new Map<string, Aside>();
  #chars = 0;
  #isFull = false;

  /** `hidden`: the phrase for why it is not seen; null where it is, such as what fields offer. */
  add(text: string, hidden: string | null, place: PartPlace = {}): void {
    if (text === "") return;
    this.#chars += text.length;
    if (this.#chars > MAX_CHARS) {
      this.#isFull = true;
      return;
    }
    const key = `${hidden}\0${place.page}\0${place.member}`;
    const aside = this.#asides.get(key) ?? { place, hidden, texts: [], chars: 0, endsLine: true };
    this.#asides.set(key, aside);
    aside.texts.push(text);
    aside.chars += text.length;
    aside.endsLine = text.endsWith("\n");
  }

  /** A paragraph ends: what follows is another line. */
  endLine(): void {
    for (const aside of this.#asides.values())
      if (!aside.endsLine) {
        aside.texts.push("\n");
        aside.endsLine = true;
      }
  }

  /** What was collected, as parts; once. */
  *take(): Generator<Part, void, undefined> {
    const asides = [...this.#asides.values()];
    this.#asides.clear();
    this.#chars = 0;
    for (const { place, hidden, texts } of asides) {
      const text = texts.join("");
      if (text.trim() === "") continue;
      for (let at = 0; at < text.length;) {
        const end = lineEnd(text, at + PART_CHARS);
        const about = { place, ...(hidden === null ? {} : { hidden }) };
        yield { t: "text", text: text.slice(at, end), ...about };
        at = end;
      }
    }
    if (this.#isFull) yield { t: "skip", reason: SKIP_REASONS.tooLargeToHold, member: "hidden content" };
    this.#isFull = false;
  }
}

/** Behind the last line end up to `at`, where there is one near. */
function lineEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const end = text.lastIndexOf("\n", at) + 1;
  return end > at - PART_CHARS / 2 ? end : at;
}
