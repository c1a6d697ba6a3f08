const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** No entry of a vocabulary is so long. */
const MAX_CHARS = 64 * 1024;

/** The strings of a JSON text, keys and values alike, as its pieces come. One that is too long is left out. */
export class JsonStrings {
  #isIn = false;
  #isEscaped = false;
  #hasEscapes = false;
  #isTooLong = false;
  #begun = "";

  *push(text: string): Generator<string, void, undefined> {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (!this.#isIn) {
        if (code !== QUOTE) continue;
        this.#isIn = true;
        from = at + 1;
      } else if (this.#isEscaped) this.#isEscaped = false;
      else if (code === BACKSLASH) this.#isEscaped = this.#hasEscapes = true;
      else if (code === QUOTE) {
        const string = this.#begun + text.slice(from, at);
        if (!this.#isTooLong && string.length <= MAX_CHARS)
          yield this.#hasEscapes ? unescaped(string) : string;
        this.#isIn = this.#hasEscapes = this.#isTooLong = false;
        this.#begun = "";
      }
    }
    if (!this.#isIn) return;
    this.#isTooLong ||= this.#begun.length + text.length - from > MAX_CHARS;
    this.#begun = this.#isTooLong ? "" : this.#begun + text.slice(from);
  }

  /** Whether the text has ended within a string. */
  get isOpen(): boolean {
    return this.#isIn;
  }
}

function unescaped(string: string): string {
  try {
    return JSON.parse(`"${string}"`) as string;
  } catch {
    return string;
  }
}
