import { writtenDate } from "./number-format.ts";
import type { SheetRow } from "./sheet-text.ts";

type Attributes = Readonly<Record<string, string>>;

/** A filled cell may say that it stands a million times; this often it is believed. */
const MAX_REPEATS = 64;
const MAX_COLUMN = 16_384;
const MAX_ROW = 0xffff_ffff;
/** How a number looks that its column has no room for, or that is shown rounded. */
const UNSHOWN = /^#+$|^-?\d+(?:[.,]\d+)?E[+-]?\d+$/i;
const LITERAL = /"((?:[^"]|"")*)"/g;
const MAX_FORMULA_CHARS = 16_384;

interface Cell {
  text: string[];
  /** What it holds, where that may be more than what it shows. */
  said: string | undefined;
  number: string | undefined;
  formula: string;
  repeats: number;
}

/** Takes the cells of a sheet's row in OpenDocument (ISO/IEC 26300-1, 9.1). */
export class OdfRow {
  readonly #take: (chars: number) => void;
  #number = 0;
  #repeats = 1;
  #isHidden = false;
  #column = 0;
  #columns: number[] = [];
  #texts: string[] = [];
  #cell: Cell | null = null;

  /** `take` is told how long the texts are that a cell has more than once. */
  constructor(take: (chars: number) => void) {
    this.#take = take;
  }

  /** Another sheet begins. */
  restart(): void {
    this.#number = 0;
    this.#repeats = 1;
  }

  open(attributes: Attributes): void {
    this.#number = Math.min(MAX_ROW, this.#number + this.#repeats);
    this.#repeats = repeatsOf(attributes["number-rows-repeated"]);
    const { visibility } = attributes;
    this.#isHidden = visibility === "collapse" || visibility === "filter";
    this.#column = 0;
    this.#columns = [];
    this.#texts = [];
  }

  openCell(attributes: Attributes): void {
    const date = attributes["date-value"];
    this.#cell = {
      text: [],
      said: date === undefined ? attributes["string-value"] : writtenDate(date),
      number: attributes["value-type"] === "float" ? attributes["value"] : undefined,
      formula: literals(attributes["formula"]),
      repeats: repeatsOf(attributes["number-columns-repeated"]),
    };
  }

  add(text: string): void {
    this.#cell?.text.push(text);
  }

  closeCell(): void {
    if (!this.#cell) return;
    const { text, said, number, formula, repeats } = this.#cell;
    this.#cell = null;
    let shown = said ?? text.join("").trim();
    if (number !== undefined && (shown === "" || UNSHOWN.test(shown))) shown = number;
    shown = `${shown} ${formula}`.trim();
    const times = shown === "" ? 0 : Math.min(repeats, MAX_REPEATS);
    if (times > 1) this.#take(shown.length * times);
    for (let i = 1; i <= times && this.#column + i <= MAX_COLUMN; i++) {
      this.#columns.push(this.#column + i);
      this.#texts.push(shown);
    }
    this.#column = Math.min(MAX_COLUMN, this.#column + repeats);
  }

  /** Null where it holds nothing. A row that is repeated is given once. */
  close(): SheetRow | null {
    if (this.#texts.length === 0) return null;
    return { number: this.#number, columns: this.#columns, texts: this.#texts, isHidden: this.#isHidden };
  }
}

function repeatsOf(said: string | undefined): number {
  const number = Number(said ?? 1);
  return Number.isSafeInteger(number) && number > 0 ? number : 1;
}

/** The texts in a formula. */
function literals(formula: string | undefined): string {
  if (formula === undefined || !formula.includes('"')) return "";
  const found = formula.slice(0, MAX_FORMULA_CHARS).matchAll(LITERAL);
  return Array.from(found, ([, text = ""]) => text.replaceAll('""', '"'))
    .filter((text) => text.length > 2)
    .join(" ");
}
