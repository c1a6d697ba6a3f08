import type { FieldIndex, KeyStep } from "./field-index.ts";
import type { Syntax } from "./structure-reader.ts";

/** What lies deeper has no path of its own: it belongs to the last container that has one. */
const MAX_DEPTH = 1_000;
const MAX_KEY_CHARS = 256;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const SPACE = 0x20;

const BETWEEN = 0;
const STRING = 1;
const ESCAPED = 2;
/** A number, `true`, `null`, or whatever stands there unquoted. */
const BARE = 3;

/** An object or array that is open: what goes on when it closes. Never changed, so that states can share it. */
interface Outer {
  readonly outer: Outer | null;
  readonly step: KeyStep | null;
  readonly isArray: boolean;
  readonly index: number;
  readonly name: string;
}

interface JsonState {
  mode: number;
  outer: Outer | null;
  depth: number;
  /** Of the container that is being read: the way to it, and whether it is an array. */
  step: KeyStep | null;
  isArray: boolean;
  index: number;
  /** The nearest key. */
  name: string;
  expectsKey: boolean;
  isKey: boolean;
  /** Where the scalar that is being read begins in the whole. */
  start: number;
  /** What has been read of a key. */
  key: string;
}

/** JSON, and one JSON text after another (NDJSON), as lenient as can be: what is no JSON is passed over. */
export const JSON_SYNTAX: Syntax<JsonState> = {
  start: () => ({
    mode: BETWEEN,
    outer: null,
    depth: 0,
    step: null,
    isArray: true,
    index: 0,
    name: "",
    expectsKey: false,
    isKey: false,
    start: 0,
    key: "",
  }),
  copy: (state) => ({ ...state }),

  read(text, from, to, state, fields, base) {
    let keyFrom = from;
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i);
      if (state.mode === STRING) {
        if (unit === QUOTE) {
          if (state.isKey) {
            state.key += text.slice(keyFrom, i);
            state.name = state.key.slice(0, MAX_KEY_CHARS);
          } else addScalar(state, state.start - base, i, fields);
          state.mode = BETWEEN;
        } else if (unit === BACKSLASH) state.mode = ESCAPED;
        // A string that does not end on its line never ends: better to lose it than all that follows.
        else if (unit === NEWLINE) state.mode = BETWEEN;
        continue;
      }
      if (state.mode === ESCAPED) {
        state.mode = STRING;
        continue;
      }
      if (state.mode === BARE) {
        if (unit > SPACE && unit !== COMMA && unit !== CLOSE_OBJECT && unit !== CLOSE_ARRAY && unit !== COLON)
          continue;
        addScalar(state, state.start - base, i, fields);
        state.mode = BETWEEN;
      }
      if (unit <= SPACE) continue;
      if (unit === QUOTE) {
        state.mode = STRING;
        state.start = base + i + 1;
        state.isKey = state.expectsKey;
        state.key = "";
        keyFrom = i + 1;
      } else if (unit === COLON) state.expectsKey = false;
      else if (unit === COMMA) {
        state.index++;
        state.expectsKey = !state.isArray;
      } else if (unit === OPEN_OBJECT || unit === OPEN_ARRAY) open(state, unit === OPEN_ARRAY);
      else if (unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) close(state);
      else {
        state.mode = BARE;
        state.start = base + i;
      }
    }
    if (state.isKey && (state.mode === STRING || state.mode === ESCAPED) && state.key.length < MAX_KEY_CHARS)
      state.key += text.slice(keyFrom, Math.min(to, keyFrom + MAX_KEY_CHARS));
  },

  end(text, state, fields, base) {
    if (state.mode !== BETWEEN && !state.isKey) addScalar(state, state.start - base, text.length, fields);
  },
};

function addScalar(state: JsonState, start: number, end: number, fields: FieldIndex): void {
  if (end <= start) return;
  fields.add(start, end, fields.nameId(state.name), childStep(state));
}

/** The way to the value that is being read; the top of the text is no array, however many values it has. */
function childStep({ step, isArray, outer, index, name, depth }: JsonState): KeyStep | null {
  if (depth > MAX_DEPTH || outer === null) return step;
  return { parent: step, label: isArray ? index : name };
}

function open(state: JsonState, isArray: boolean): void {
  state.depth++;
  if (state.depth > MAX_DEPTH) return;
  const step = childStep({ ...state, depth: state.depth - 1 });
  const { outer, index, name } = state;
  state.outer = { outer, step: state.step, isArray: state.isArray, index, name };
  state.step = step;
  state.isArray = isArray;
  state.index = 0;
  state.expectsKey = !isArray;
}

function close(state: JsonState): void {
  if (state.depth === 0) return;
  state.depth--;
  if (state.depth >= MAX_DEPTH || !state.outer) return;
  const { outer, step, isArray, index, name } = state.outer;
  state.outer = outer;
  state.step = step;
  state.isArray = isArray;
  state.index = index;
  state.name = name;
  state.expectsKey = false;
}
