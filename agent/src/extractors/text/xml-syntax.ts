import type { FieldIndex, KeyStep } from "./field-index.ts";
import type { Syntax } from "./structure-reader.ts";

const MAX_DEPTH = 1_000;
const MAX_NAME_CHARS = 128;
const MARKUP_CHARS = 9;
const CDATA = "<![CDATA[";
const COMMENT = "<!--";

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const SPACE = 0x20;

const TEXT = 0;
/** After `<`, until it is known what begins there. */
const MARKUP = 1;
const NAME = 2;
/** Inside a tag, between attributes, or in an attribute's name. */
const TAG = 3;
const VALUE = 4;
const CLOSING = 5;
/** A comment, CDATA section, processing instruction or declaration, up to its end. */
const UNTIL = 6;

interface Element {
  readonly outer: Element | null;
  readonly step: KeyStep | null;
  readonly name: string;
  /** Of the elements before it under the same parent, the last one's name and how many there were of it in a row. */
  readonly lastName: string;
  readonly lastCount: number;
}

interface XmlState {
  mode: number;
  depth: number;
  element: Element | null;
  lastName: string;
  lastCount: number;
  /** Where the text or attribute value that is being read begins in the whole. */
  start: number;
  /** Whether the text has more than blanks so far. */
  filled: boolean;
  /** The name, markup or end mark that is being read. */
  word: string;
  attribute: string;
  quote: number;
  /** What ends a stretch that is passed over, and how much of it has been seen. */
  until: string;
  seen: string;
  isEmpty: boolean;
}

/** XML: text and attributes under their elements. Declarations are passed over: no entity is ever expanded. */
export const XML_SYNTAX: Syntax<XmlState> = {
  start: () => ({
    mode: TEXT,
    depth: 0,
    element: null,
    lastName: "",
    lastCount: 0,
    start: 0,
    filled: false,
    word: "",
    attribute: "",
    quote: 0,
    until: "",
    seen: "",
    isEmpty: false,
  }),
  copy: (state) => ({ ...state }),

  read(text, from, to, state, fields, base) {
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i);
      if (state.mode === TEXT) {
        if (unit === LESS) {
          if (state.filled) addText(state, text, i, fields, base);
          state.mode = MARKUP;
          state.word = "<";
        } else if (unit > SPACE && !state.filled) {
          state.filled = true;
          state.start = base + i;
        }
      } else if (state.mode === UNTIL) {
        state.seen = (state.seen + (text[i] ?? "")).slice(-state.until.length);
        if (state.seen === state.until) {
          if (state.until === "]]>" && i - 2 > Math.max(0, state.start - base))
            addField(state, state.start - base, i - 2, fields);
          toText(state);
        }
      } else readMarkup(state, unit, i, text, fields, base);
    }
  },

  end(text, state, fields, base) {
    if (state.mode === TEXT && state.filled) addText(state, text, text.length, fields, base);
    else if (state.mode === VALUE || (state.mode === UNTIL && state.until === "]]>"))
      addField(state, state.start - base, text.length, fields);
  },
};

function readMarkup(
  state: XmlState,
  unit: number,
  i: number,
  text: string,
  fields: FieldIndex,
  base: number,
): void {
  const character = text[i] ?? "";
  switch (state.mode) {
    case MARKUP:
      state.word += character;
      if (state.word === COMMENT) skipTo(state, "-->");
      else if (state.word === CDATA) {
        skipTo(state, "]]>");
        state.start = base + i + 1;
      } else if (state.word === "<?") skipTo(state, "?>");
      else if (state.word === "</") {
        state.mode = CLOSING;
        state.word = "";
      } else if (COMMENT.startsWith(state.word) || CDATA.startsWith(state.word)) return;
      else if (state.word.startsWith("<!")) skipTo(state, ">");
      else if (/[\p{L}_:]/u.test(character)) {
        state.mode = NAME;
        state.word = character;
      } else toText(state);
      if (state.word.length > MARKUP_CHARS) toText(state);
      return;
    case NAME:
      if (unit > SPACE && unit !== GREATER && unit !== SLASH) {
        if (state.word.length < MAX_NAME_CHARS) state.word += character;
        return;
      }
      openElement(state);
      state.mode = TAG;
      state.attribute = "";
      state.isEmpty = false;
      return readMarkup(state, unit, i, text, fields, base);
    case TAG:
      if (unit === GREATER) {
        if (state.isEmpty) closeElement(state);
        toText(state);
      } else if (unit === SLASH) state.isEmpty = true;
      else if (unit === DOUBLE || unit === SINGLE) {
        state.mode = VALUE;
        state.quote = unit;
        state.start = base + i + 1;
      } else if (unit <= SPACE) {
        if (!state.attribute.endsWith(" ")) state.attribute += " ";
      } else if (unit !== EQUALS) {
        if (state.attribute.endsWith(" ")) state.attribute = "";
        if (state.attribute.length < MAX_NAME_CHARS) state.attribute += character;
        state.isEmpty = false;
      }
      return;
    case VALUE:
      if (unit !== state.quote) return;
      addField(state, state.start - base, i, fields);
      state.attribute = "";
      state.mode = TAG;
      return;
    default:
      if (unit !== GREATER) return;
      closeElement(state);
      toText(state);
  }
}

function skipTo(state: XmlState, until: string): void {
  state.mode = UNTIL;
  state.until = until;
  state.seen = "";
}

function toText(state: XmlState): void {
  state.mode = TEXT;
  state.filled = false;
  state.word = "";
}

function openElement(state: XmlState): void {
  state.depth++;
  if (state.depth > MAX_DEPTH) return;
  const name = local(state.word);
  // The first of several is not known to be one when it is read: it bears no number, the second is `[1]`.
  const lastCount = name === state.lastName ? state.lastCount + 1 : 0;
  const plain: KeyStep = { parent: state.element?.step ?? null, label: name };
  const step = lastCount > 0 ? { parent: plain, label: lastCount } : plain;
  state.element = { outer: state.element, step, name, lastName: name, lastCount };
  state.lastName = "";
  state.lastCount = 0;
}

function closeElement(state: XmlState): void {
  if (state.depth === 0) return;
  state.depth--;
  if (state.depth >= MAX_DEPTH || !state.element) return;
  state.lastName = state.element.lastName;
  state.lastCount = state.element.lastCount;
  state.element = state.element.outer;
}

function addText(state: XmlState, text: string, until: number, fields: FieldIndex, base: number): void {
  let end = until;
  const start = Math.max(0, state.start - base);
  while (end > start && text.charCodeAt(end - 1) <= SPACE) end--;
  if (end > start)
    fields.add(start, end, fields.nameId(state.element?.name ?? ""), state.element?.step ?? null);
}

/** The value of an attribute, or a CDATA section, which belongs to the element. */
function addField(state: XmlState, start: number, end: number, fields: FieldIndex): void {
  if (end <= Math.max(0, start)) return;
  if (state.mode !== VALUE) {
    fields.add(start, end, fields.nameId(state.element?.name ?? ""), state.element?.step ?? null);
    return;
  }
  const name = local(state.attribute.trim());
  fields.add(start, end, fields.nameId(name), { parent: state.element?.step ?? null, label: `@${name}` });
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
