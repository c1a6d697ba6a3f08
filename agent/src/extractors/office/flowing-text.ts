/** Collects the text of paragraphs and tables as lines: a paragraph one, a row of a table one, its cells between tabs. */
export class FlowingText {
  #text = "";
  #cells = 0;

  add(text: string): void {
    this.#text += text;
  }

  tab(): void {
    this.#text += "\t";
  }

  breakLine(): void {
    this.#text += this.#cells > 0 ? " " : "\n";
  }

  openCell(): void {
    this.#cells++;
  }

  endParagraph(): void {
    this.breakLine();
  }

  endCell(): void {
    this.#cells = Math.max(0, this.#cells - 1);
    this.#text = `${this.#text.trimEnd()}\t`;
  }

  endRow(): void {
    this.#text = `${this.#text.trimEnd()}\n`;
  }

  /** What has been collected so far; it is not given twice. */
  take(): string {
    const text = this.#text;
    this.#text = "";
    return text;
  }
}
