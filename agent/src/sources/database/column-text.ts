import type { ColumnText } from "./reader.ts";

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
