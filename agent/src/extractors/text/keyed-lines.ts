import type { FieldIndex } from "./field-index.ts";
import type { Syntax } from "./structure-reader.ts";

/** A key stands at the beginning of its line. */
const MAX_HEAD_CHARS = 512;

/** What reads the lines of one syntax: `Own` is what it keeps from line to line, and never changes. */
export interface LineSyntax<Own> {
  start: Own;
  /** The first characters of a line; its fields go to `add`, from a character of the line on. Returns what it keeps. */
  read(head: string, own: Own, add: AddField): Own;
}

/** `step`: the way to the value. */
export type AddField = (from: number, name: string, step: Parameters<FieldIndex["add"]>[3]) => void;

export interface LineState<Own> {
  own: Own;
  /** The beginning of the line that is being read, and where that is in the whole. */
  head: string;
  lineStart: number;
}

/** A syntax whose lines each hold a field, or go on with one: from where its value begins to the end of the line. */
export function keyedLines<Own>({ start, read: readLine }: LineSyntax<Own>): Syntax<LineState<Own>> {
  const take = (state: LineState<Own>, end: number, fields: FieldIndex, base: number) => {
    state.own = readLine(state.head, state.own, (from, name, step = null) => {
      const valueStart = state.lineStart - base + from;
      if (end > Math.max(0, valueStart)) fields.add(valueStart, end, fields.nameId(name), step);
    });
  };
  return {
    start: () => ({ own: start, head: "", lineStart: 0 }),
    copy: (state) => ({ ...state }),
    read(text, from, to, state, fields, base) {
      for (let at = from; at < to; at++) {
        const lineEnd = text.indexOf("\n", at);
        const isEnd = lineEnd >= 0 && lineEnd < to;
        const end = isEnd ? lineEnd : to;
        const room = MAX_HEAD_CHARS - state.head.length;
        if (room > 0) state.head += text.slice(at, Math.min(end, at + room));
        if (isEnd) {
          take(state, end, fields, base);
          state.head = "";
          state.lineStart = base + end + 1;
        }
        at = end;
      }
    },
    end(text, state, fields, base) {
      if (state.lineStart - base < text.length) take({ ...state }, text.length, fields, base);
    },
  };
}
