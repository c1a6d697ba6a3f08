const NINE = 0x39;

/** By UTF-16 unit: itself, with a nine for each digit. Two values of one shape differ in their digits alone. */
const SHAPE_UNITS = (() => {
  const units = new Uint16Array(0x1_0000);
  for (let unit = 0; unit < units.length; unit++) units[unit] = unit;
  units.fill(NINE, 0x30, NINE + 1);
  return units;
})();

export const shapeOf = (value: string): string => value.replace(/\d/g, "9");

/** What is known of values, by shape. Values are looked up where they stand in a text: none is cut out for it. */
export class ShapeTable<T> {
  readonly #shapes: string[] = [];
  readonly #known: T[] = [];
  /** Numbers of shapes by hash, -1 where there is none; twice as many slots as shapes, or more. */
  #slots = new Int32Array(64).fill(-1);
  /** Most values have the shape of the one before. */
  #last = 0;

  get size(): number {
    return this.#shapes.length;
  }

  find(text: string, start: number, end: number): T | undefined {
    const shapes = this.#shapes;
    if (this.#last < shapes.length && hasShape(shapes[this.#last] as string, text, start, end))
      return this.#known[this.#last];
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(text, start, end) & mask; ; slot = (slot + 1) & mask) {
      const at = this.#slots[slot] as number;
      if (at < 0) return undefined;
      if (!hasShape(shapes[at] as string, text, start, end)) continue;
      this.#last = at;
      return this.#known[at];
    }
  }

  /** The shape must be new. */
  add(shape: string, known: T): void {
    this.#shapes.push(shape);
    this.#known.push(known);
    if (this.#shapes.length * 2 > this.#slots.length) {
      this.#slots = new Int32Array(this.#slots.length * 4).fill(-1);
      for (let at = 0; at < this.#shapes.length; at++) this.#enter(at);
    } else this.#enter(this.#shapes.length - 1);
  }

  #enter(at: number): void {
    const shape = this.#shapes[at] as string;
    const mask = this.#slots.length - 1;
    let slot = hashOf(shape, 0, shape.length) & mask;
    while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & mask;
    this.#slots[slot] = at;
  }
}

function hasShape(shape: string, text: string, start: number, end: number): boolean {
  if (shape.length !== end - start) return false;
  for (let i = start, at = 0; i < end; i++, at++)
    if (SHAPE_UNITS[text.charCodeAt(i)] !== shape.charCodeAt(at)) return false;
  return true;
}

/** FNV-1a, over units, with its high bits laid over the low ones. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c_9dc5;
  for (let i = start; i < end; i++)
    hash = Math.imul(hash ^ (SHAPE_UNITS[text.charCodeAt(i)] as number), 0x0100_0193);
  return hash ^ (hash >>> 15);
}
