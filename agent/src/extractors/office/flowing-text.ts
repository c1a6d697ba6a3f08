/** Collects the text of paragraphs and tables as lines: a paragraph one, a row of a table one, its cells between tabs. */
export class FlowingText {
  #pieces: string[] = [];
  #length = 0;
  #cells = 0;

  /** UTF-16 units that wait to be taken. */
  get length(): number {
    return this.#length;
  }

  add(text: string): void {
    if (text === "") return;
    this.#pieces.push(text);
    this.#length += text.length;
  }

  tab(): void {
    this.add("\t");
  }

  breakLine(): void {
    this.add(this.#cells > 0 ? " " : "\n");
  }

  openCell(): void {
    this.#cells++;
  }

  endParagraph(): void {
    this.breakLine();
  }

  endCell(): void {
    this.#cells = Math.max(0, this.#cells - 1);
    this.#trim();
    this.add("\t");
  }

  endRow(): void {
    this.#trim();
    this.breakLine();
  }

  /** What has been collected so far; it is not given twice. */
  take(): string {
    const text = this.#pieces.join("");
    this.#pieces = [];
    this.#length = 0;
    return text;
  }

  /** Takes off the blanks at the end, however many pieces they are. */
  #trim(): void {
    for (let last = this.#pieces.pop(); last !== undefined; last = this.#pieces.pop()) {
      const kept = last.trimEnd();
      this.#length -= last.length - kept.length;
      if (kept === "") continue;
      this.#pieces.push(kept);
      return;
    }
  }
}
