/** A part of a text and where it begins in the whole. */
export interface TextWindow {
  text: string;
  offset: number;
}

/** Turns rising offsets of a text into lines and columns, both from 1, reading each character once. */
export class LineCounter {
  #line = 1;
  #lineStart = 0;
  #readTo = 0;

  /**
   * `offset` counts from the start of the whole text and must not be lower than in the call before. The window must
   * reach back to the previous call's offset, or to the previous window's end.
   */
  at(offset: number, window: TextWindow): { line: number; column: number } {
    this.read(window, offset);
    return { line: this.#line, column: offset - this.#lineStart + 1 };
  }

  /** Counts the line ends of the window up to `end`. */
  read(window: TextWindow, end: number): void {
    let at = window.text.indexOf("\n", this.#readTo - window.offset);
    while (at >= 0 && at + window.offset < end) {
      this.#line++;
      this.#lineStart = at + window.offset + 1;
      at = window.text.indexOf("\n", at + 1);
    }
    this.#readTo = Math.max(this.#readTo, end);
  }
}
