import type { FieldIndex } from "./field-index.ts";
import { columnsOfDefinition, namesIn, nameOf } from "./sql-names.ts";
import type { Syntax } from "./structure-reader.ts";

/** Between statements, between the rows of an INSERT, in a value, in a quoted value, in the rows of a COPY. */
type Mode = "top" | "rows" | "value" | "quoted" | "copy";

interface SqlState {
  mode: Mode;
  /** Everything before this place in the whole has been read: a statement's head is read in one go. */
  at: number;
  columns: readonly string[];
  column: number;
  /** Where the value begins in the whole, without blanks and quotation mark. */
  start: number;
  /** Parentheses that are open within a value. */
  depth: number;
  /** Whether a backslash takes the next character along, as in MySQL. */
  hasBackslash: boolean;
  /** Columns of the tables that were defined so far, for an INSERT that names none. */
  tables: ReadonlyMap<string, readonly string[]>;
}

const NAME = String.raw`((?:[\w$]+|"[^"\n]{1,128}"|\x60[^\x60\n]{1,128}\x60|\[[^\]\n]{1,128}\])(?:\.(?:[\w$]+|"[^"\n]{1,128}"|\x60[^\x60\n]{1,128}\x60|\[[^\]\n]{1,128}\])){0,3})`;
const LIST = String.raw`(?:\(([^()]{1,16000})\)\s*)?`;
const INSERT = new RegExp(
  String.raw`(?:insert|replace)\s+(?:(?:ignore|low_priority|delayed|or\s+\w+)\s+)?into\s+${NAME}\s*${LIST}(?:overriding\s+\w+\s+value\s+)?values?\s*(?=\()`,
  "iy",
);
const COPY = new RegExp(String.raw`copy\s+${NAME}\s*${LIST}from\s+stdin\b[^;\n]*;?[^\S\n]*\n`, "iy");
const CREATE = new RegExp(
  String.raw`create\s+(?:temporary\s+|unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?${NAME}\s*\(`,
  "iy",
);
const HEAD_STARTS = /[iIrRcC]/;

const [TAB, LINE_FEED, QUOTE, OPEN, CLOSE, COMMA, BACKSLASH, SEMICOLON] = [..."\t\n'(),\\;"].map((c) =>
  c.charCodeAt(0),
);
const SPACE = 0x20;

/** The values of INSERT statements and of PostgreSQL's COPY blocks, each under the name of its column. */
export const SQL_SYNTAX: Syntax<SqlState> = {
  start: () => ({
    mode: "top",
    at: 0,
    columns: [],
    column: 0,
    start: 0,
    depth: 0,
    hasBackslash: false,
    tables: new Map(),
  }),
  copy: (state) => ({ ...state }),

  read(text, from, to, state, fields, base) {
    for (let i = Math.max(from, state.at - base); i < to;) {
      const unit = text.charCodeAt(i);
      i = STEPS[state.mode](text, i, unit, state, fields, base);
      state.at = base + i;
    }
  },

  end(text, state, fields, base) {
    const isOpen = state.mode === "value" || state.mode === "quoted" || state.mode === "copy";
    if (isOpen && state.start - base < text.length) add(text, state, text.length, fields, base);
  },
};

type Step = (
  text: string,
  i: number,
  unit: number,
  state: SqlState,
  fields: FieldIndex,
  base: number,
) => number;

/** Each reads what begins at `i` and says where to go on. */
const STEPS: Record<Mode, Step> = {
  top(text, i, _unit, state, _fields, base) {
    const end = HEAD_STARTS.test(text.charAt(i)) && isLineStart(text, i) ? headAt(text, i, state, base) : i;
    if (end > i) return end;
    // On to the next line; a statement that begins within one is not read.
    const next = text.indexOf("\n", i);
    return next < 0 ? text.length : next + 1 + blanksAt(text, next + 1);
  },

  rows(_text, i, unit, state, _fields, base) {
    if (unit === OPEN) {
      state.mode = "value";
      state.column = 0;
      state.depth = 0;
      state.start = base + i + 1;
    } else if (unit > SPACE && unit !== COMMA) state.mode = "top";
    return i + 1;
  },

  value(text, i, unit, state, fields, base) {
    if (unit === QUOTE) {
      state.mode = "quoted";
      if (state.depth === 0) state.start = base + i + 1;
    } else if (unit === OPEN) state.depth++;
    else if (unit === CLOSE && state.depth > 0) state.depth--;
    else if ((unit === COMMA && state.depth === 0) || unit === CLOSE) {
      add(text, state, i, fields, base);
      state.column++;
      state.start = base + i + 1;
      if (unit === CLOSE) state.mode = "rows";
    } else if (unit === SEMICOLON && state.depth === 0) state.mode = "top";
    return i + 1;
  },

  quoted(text, i, unit, state, fields, base) {
    if (unit === BACKSLASH && state.hasBackslash) return i + 2;
    if (unit !== QUOTE) return i + 1;
    if (text.charCodeAt(i + 1) === QUOTE) return i + 2;
    if (state.depth === 0) {
      add(text, state, i, fields, base);
      // What follows the quotation mark, such as a cast, is no value.
      state.start = Number.MAX_SAFE_INTEGER;
    }
    state.mode = "value";
    return i + 1;
  },

  copy(text, i, unit, state, fields, base) {
    if (state.column === 0 && base + i === state.start && text.startsWith("\\.", i)) {
      state.mode = "top";
      return i + 2;
    }
    if (unit === TAB || unit === LINE_FEED) {
      add(text, state, i, fields, base);
      state.column = unit === TAB ? state.column + 1 : 0;
      state.start = base + i + 1;
    }
    return i + 1;
  },
};

/** Reads the head of a statement; where it ends, or `i` when there is none. */
function headAt(text: string, i: number, state: SqlState, base: number): number {
  const at = (pattern: RegExp) => {
    pattern.lastIndex = i;
    return pattern.exec(text);
  };
  const insert = at(INSERT);
  const head = insert ?? at(COPY);
  if (head) {
    const [all, table = "", list] = head;
    state.columns = list === undefined ? (state.tables.get(nameOf(table)) ?? []) : namesIn(list);
    state.hasBackslash = all.includes("`");
    state.column = 0;
    state.mode = insert ? "rows" : "copy";
    state.start = base + i + all.length;
    return i + all.length;
  }
  const create = at(CREATE);
  if (!create) return i;
  const [all, table = ""] = create;
  const { columns, end } = columnsOfDefinition(text, i + all.length);
  state.tables = new Map(state.tables).set(nameOf(table), columns);
  return end;
}

function add(
  text: string,
  { start, column, columns }: SqlState,
  until: number,
  fields: FieldIndex,
  base: number,
): void {
  let [from, end] = [Math.max(0, start - base), until];
  while (from < end && text.charCodeAt(from) <= SPACE) from++;
  while (end > from && text.charCodeAt(end - 1) <= SPACE) end--;
  if (end > from) fields.add(from, end, fields.nameId(columns[column] ?? ""));
}

function isLineStart(text: string, i: number): boolean {
  const line = text.lastIndexOf("\n", i - 1) + 1;
  return text.slice(line, i).trim() === "";
}

function blanksAt(text: string, i: number): number {
  let to = i;
  while (text.charCodeAt(to) === SPACE || text.charCodeAt(to) === TAB) to++;
  return to - i;
}
