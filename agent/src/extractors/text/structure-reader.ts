import { FieldIndex } from "./field-index.ts";

/** A part of a text and where it begins in the whole. */
export interface Window {
  text: string;
  offset: number;
}

/** Reads one syntax character by character: it can stop anywhere and go on from there, in another window. */
export interface Syntax<State> {
  start(): State;
  copy(state: State): State;
  /**
   * Reads `text[from..to)`, changes `state` and adds the fields that end there. `base` is the offset of the text's first
   * character in the whole: what a state keeps of places counts from the whole's start.
   */
  read(text: string, from: number, to: number, state: State, fields: FieldIndex, base: number): void;
  /** Adds the field that is still open where the window ends. */
  end(text: string, state: State, fields: FieldIndex, base: number): void;
  /** The names of a table's columns. */
  columns?: readonly string[];
}

/** How far apart the places are from which a window can be read again. */
const STRIDE = 4_096;

/**
 * Follows a structure through the windows of a text. Windows overlap by an amount that is not known ahead, so states are
 * kept along the way, and the next window is entered from the last of them that lies before it.
 */
export class StructureReader<State> {
  readonly #syntax: Syntax<State>;
  #window: Window = { text: "", offset: 0 };
  #states: { at: number; state: State }[];

  constructor(syntax: Syntax<State>) {
    this.#syntax = syntax;
    this.#states = [{ at: 0, state: syntax.start() }];
  }

  /** The fields of the next window; it begins inside the one before, or at its end. */
  read(window: Window): FieldIndex {
    const { text, offset: base } = window;
    const state = this.#stateAt(base);
    const fields = new FieldIndex();
    if (this.#syntax.columns) fields.setColumns(this.#syntax.columns);
    this.#window = window;
    this.#states = [];
    for (let from = 0; from < text.length; from += STRIDE) {
      this.#states.push({ at: base + from, state: this.#syntax.copy(state) });
      this.#syntax.read(text, from, Math.min(text.length, from + STRIDE), state, fields, base);
    }
    this.#states.push({ at: base + text.length, state: this.#syntax.copy(state) });
    this.#syntax.end(text, state, fields, base);
    return fields;
  }

  #stateAt(offset: number): State {
    const { text, offset: base } = this.#window;
    const last = this.#states.findLast(({ at }) => at <= offset);
    if (!last) return this.#syntax.start();
    const state = this.#syntax.copy(last.state);
    const to = Math.min(text.length, offset - base);
    if (last.at - base < to) this.#syntax.read(text, last.at - base, to, state, new FieldIndex(), base);
    return state;
  }
}
