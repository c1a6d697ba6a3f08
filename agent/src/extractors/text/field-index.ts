import type { PartColumns, PartContext } from "../part.ts";

const FIRST_CAPACITY = 1_024;

/** A step on the way from a document's root to a value: a key's name or an item's number, and where it was stepped from. */
export interface KeyStep {
  readonly parent: KeyStep | null;
  readonly label: string | number;
}

/**
 * The fields of one window of a structured text, in order: the cells of a table, the values under keys. Offsets are those
 * of the window. Typed arrays, since a window of a megabyte may hold a field for every other character.
 */
export class FieldIndex {
  #starts = new Int32Array(FIRST_CAPACITY);
  #ends = new Int32Array(FIRST_CAPACITY);
  #nameIds = new Int32Array(FIRST_CAPACITY);
  readonly #steps: (KeyStep | null)[] = [];
  readonly #names: string[] = [];
  readonly #ids = new Map<string, number>();
  #count = 0;

  /** Gives a name its number: names that are written alike share one. */
  nameId(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    this.#ids.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  /** Gives each column a number of its own, in order, though two be named alike. */
  setColumns(names: readonly string[]): void {
    this.#names.push(...names);
  }

  add(start: number, end: number, nameId: number, step: KeyStep | null = null): void {
    if (this.#count === this.#starts.length) {
      this.#starts = grown(this.#starts);
      this.#ends = grown(this.#ends);
      this.#nameIds = grown(this.#nameIds);
    }
    const at = this.#count++;
    this.#starts[at] = Math.max(0, start);
    this.#ends[at] = end;
    this.#nameIds[at] = nameId;
    if (step) this.#steps[at] = step;
  }

  /** Name of the field that the character at `offset` is in; null where it is in none, or in one without a name. */
  nameAt(offset: number): string | null {
    const at = this.#at(offset);
    return at < 0 ? null : this.#names[this.#nameIds[at] ?? 0] || null;
  }

  stepAt(offset: number): KeyStep | null {
    const at = this.#at(offset);
    return at < 0 ? null : (this.#steps[at] ?? null);
  }

  /** What detection is told of the window. `counted` outlives it: a column goes on in the next. */
  context(counted: PartColumns["counted"], byColumn: boolean): PartContext {
    return {
      fieldAt: (offset) => this.nameAt(offset),
      fields: (wanted) => this.#fields(wanted),
      columns: {
        at: (offset) => this.#columnAt(offset, byColumn),
        cells: (column) => this.#cells(column, byColumn),
        counted,
      },
    };
  }

  #columnAt(offset: number, byColumn: boolean): string | null {
    const at = this.#at(offset);
    if (at < 0) return null;
    const id = this.#nameIds[at] ?? 0;
    return byColumn ? String(id) : this.#names[id] || null;
  }

  *#cells(column: string, byColumn: boolean): Generator<{ start: number; end: number }, void, undefined> {
    const id = byColumn ? Number(column) : this.#ids.get(column);
    for (let at = 0; at < this.#count; at++)
      if (this.#nameIds[at] === id) yield { start: this.#starts[at] ?? 0, end: this.#ends[at] ?? 0 };
  }

  *#fields(
    wanted: (name: string) => boolean,
  ): Generator<{ name: string; start: number; end: number }, void, undefined> {
    const wants = this.#names.map((name) => name !== "" && wanted(name));
    if (!wants.includes(true)) return;
    for (let at = 0; at < this.#count; at++) {
      const id = this.#nameIds[at] ?? 0;
      if (wants[id] !== true) continue;
      yield { name: this.#names[id] ?? "", start: this.#starts[at] ?? 0, end: this.#ends[at] ?? 0 };
    }
  }

  /** The field that holds the character, or -1. */
  #at(offset: number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const at = low - 1;
    return at >= 0 && offset < (this.#ends[at] ?? 0) ? at : -1;
  }
}

function grown(old: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(old.length * 2);
  larger.set(old);
  return larger;
}
