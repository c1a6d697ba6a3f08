import { readPicture } from "./picture.ts";

/** A row of the table: ASCII units by themselves, the few others that pictures hold behind them. */
const ROW = 256;
const UNKNOWN = -2;
const DEAD = -1;

const NOTHING: ReadonlySet<number> = new Set();

/** A place between the elements of one picture. */
interface Position {
  /** UTF-16 units that lead on to the next position. */
  units: ReadonlySet<number>;
  next: number;
  /** The next position can be had for nothing: the element is optional. */
  skip: boolean;
  /** Number of the owner whose picture ends here. */
  owner: number;
}

/**
 * All pictures of all identifiers as one deterministic automaton, which is built as far as texts need it: walking it from a
 * word's start tells in one go which identifiers the word and those after it look like.
 */
export class PictureAutomaton<Group> {
  readonly #positions: Position[] = [];
  readonly #columns = new Map<number, number>();
  readonly #states: (readonly number[])[] = [];
  /** By state: whose pictures are complete there. */
  readonly #owners: (Group | undefined)[] = [];
  readonly #groupOf: (owners: readonly number[]) => Group;
  readonly #stateByKey = new Map<string, number>();
  /** Of the walk at work: where pictures were complete, and whose. */
  readonly #ends: number[] = [];
  readonly #groups: Group[] = [];
  #table = new Int32Array(ROW * 256).fill(UNKNOWN);

  /** `groupOf` makes of the owners that are complete at one state what is reported of them. */
  constructor(
    pictures: readonly { picture: string; anyCase: boolean; owner: number }[],
    groupOf: (owners: readonly number[]) => Group,
  ) {
    this.#groupOf = groupOf;
    const starts = pictures.map(({ picture, anyCase, owner }) => this.#addPicture(picture, anyCase, owner));
    this.#state(starts);
  }

  /**
   * Walks from `start`, then reports the owners at each place where one of their pictures is complete: the longest first,
   * for one picture can be the beginning of another. `units` holds zeros behind the text.
   */
  walk(units: Uint16Array, start: number, found: (owners: Group, start: number, end: number) => void): void {
    let table = this.#table;
    let state = 0;
    let complete = 0;
    for (let i = start; ; i++) {
      const unit = units[i] as number;
      const column = unit < 0x80 ? unit : (this.#columns.get(unit) ?? 0);
      let next = table[state * ROW + column] as number;
      if (next === UNKNOWN) {
        next = this.#step(state, unit, column);
        table = this.#table;
      }
      if (next === DEAD) break;
      state = next;
      const owners = this.#owners[state];
      if (owners !== undefined) {
        this.#ends[complete] = i + 1;
        this.#groups[complete] = owners;
        complete++;
      }
    }
    while (complete-- > 0) found(this.#groups[complete] as Group, start, this.#ends[complete] as number);
  }

  #addPicture(picture: string, anyCase: boolean, owner: number): number {
    const start = this.#positions.length;
    for (const { units, optional } of readPicture(picture, anyCase)) {
      for (const unit of units) if (unit >= 0x80) this.#column(unit);
      this.#positions.push({
        units,
        next: this.#positions.length + 1,
        skip: optional,
        owner: -1,
      });
    }
    this.#positions.push({ units: NOTHING, next: -1, skip: false, owner });
    return start;
  }

  #column(unit: number): void {
    if (this.#columns.has(unit)) return;
    if (0x80 + this.#columns.size >= ROW) throw new Error("pictures hold too many letters beyond ASCII");
    this.#columns.set(unit, 0x80 + this.#columns.size);
  }

  #step(state: number, unit: number, column: number): number {
    const next: number[] = [];
    for (const position of this.#states[state] ?? []) {
      const at = this.#positions[position];
      if (at?.units.has(unit)) next.push(at.next);
    }
    const target = next.length === 0 ? DEAD : this.#state(next);
    this.#table[state * ROW + column] = target;
    return target;
  }

  /** The state of these positions and of those that optional elements lead on to. */
  #state(positions: readonly number[]): number {
    const closed = new Set<number>();
    for (let position of positions) {
      while (!closed.has(position)) {
        closed.add(position);
        if (!this.#positions[position]?.skip) break;
        position = this.#positions[position]?.next ?? position;
      }
    }
    const sorted = [...closed].sort((a, b) => a - b);
    const key = sorted.join();
    const known = this.#stateByKey.get(key);
    if (known !== undefined) return known;
    const owners = sorted.flatMap((position) => {
      const owner = this.#positions[position]?.owner ?? -1;
      return owner < 0 ? [] : [owner];
    });
    const id = this.#states.length;
    this.#states.push(sorted);
    this.#owners.push(owners.length > 0 ? this.#groupOf([...new Set(owners)]) : undefined);
    this.#stateByKey.set(key, id);
    if ((id + 1) * ROW > this.#table.length) {
      const larger = new Int32Array(this.#table.length * 2).fill(UNKNOWN);
      larger.set(this.#table);
      this.#table = larger;
    }
    return id;
  }
}
