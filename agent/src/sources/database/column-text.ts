import type { CellPlaces, ColumnText } from "./reader.ts";

/** Takes the values of one column, one after the other, and lays them under each other. */
export class ColumnTextBuilder {
  readonly #values: string[] = [];
  readonly #nulls: number[] = [];
  #blobs: (Uint8Array | null)[] | undefined;

  add(value: string): void {
    this.#push(value, 0);
  }

  addNull(): void {
    this.#push("", 1);
  }

  /** Bytes that are no text. */
  addBytes(value: Uint8Array): void {
    this.#blobs ??= this.#values.map(() => null);
    this.#push("", 0, value);
  }

  finish(): ColumnText {
    const ends = new Int32Array(this.#values.length);
    let end = -1;
    for (const [i, { length }] of this.#values.entries()) ends[i] = end += length + 1;
    return {
      text: this.#values.join("\n"),
      ends,
      nulls: Uint8Array.from(this.#nulls),
      ...(this.#blobs ? { blobs: this.#blobs } : {}),
    };
  }

  #push(value: string, isNull: 0 | 1, blob: Uint8Array | null = null): void {
    this.#values.push(value);
    this.#nulls.push(isNull);
    this.#blobs?.push(blob);
  }
}

/** Values that stand apart from each other in a larger text. They are laid under each other only where somebody asks for that. */
export class PlacedColumn implements ColumnText {
  readonly within: CellPlaces;
  readonly nulls: Uint8Array;
  #laid: Pick<ColumnText, "text" | "ends"> | undefined;

  constructor(within: CellPlaces, nulls: Uint8Array) {
    this.within = within;
    this.nulls = nulls;
  }

  get text(): string {
    return (this.#laid ??= this.#layOut()).text;
  }

  get ends(): Int32Array {
    return (this.#laid ??= this.#layOut()).ends;
  }

  #layOut(): ColumnText {
    const { text, starts, ends } = this.within;
    const builder = new ColumnTextBuilder();
    for (let row = 0; row < starts.length; row++) builder.add(text.slice(starts[row], ends[row]));
    return builder.finish();
  }
}

/** Where the values of a column stand, in whichever text that is. */
export const placesOf = (values: ColumnText): CellPlaces => values.within ?? laidOut(values);

/** The same for values that lie under each other. */
export function laidOut({ text, ends }: ColumnText): CellPlaces {
  const starts = new Int32Array(ends.length);
  for (let row = 1; row < ends.length; row++) starts[row] = (ends[row - 1] as number) + 1;
  return { text, starts, ends };
}
