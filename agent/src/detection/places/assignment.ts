/** Where the value of a setting, label or field begins, and the quotation mark before it, if any. */
export interface Assigned {
  start: number;
  quote: string;
}

const QUOTES = "\"'`";

/** `"key", "value": ` and `name="key" value=`: the name is itself a value, and the value has its own key. */
const VALUE_KEY = /[\s,;]{1,8}(?:\/?>\s{0,4}<value>|["']?value["']?\s{0,4}[:=]\s{0,4})/iy;
/** What stands between a name and its value, from the name's closing quote on. */
const SEPARATOR = /[ \t]{0,16}(?:===?|!==?|:=|=>|->|<-|\?=|\+=|\|\||::|[:=>|\t])[ \t]{0,40}/y;
const BEGINS_SEPARATOR = new Set(Array.from("=!:-<?+|>", (c) => c.charCodeAt(0)));
const IS_QUOTE = new Set(Array.from(QUOTES, (c) => c.charCodeAt(0)));
/** White space, a comma or a semicolon; beyond ASCII, all that may be one. */
const beginsValueKey = (unit: number) => unit <= 0x20 || unit === COMMA || unit === SEMICOLON || unit >= 0x80;
const TAB = 0x09;
const BACKSLASH = 0x5c;
const CLOSING_SQUARE = 0x5d;
const CLOSING_ROUND = 0x29;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const BRACKET = 0x28;
/** `: string = `, `: &str = `, `: Optional[str] = `: a type between the name and the value. */
const TYPE = /[A-Za-z&][\w&<>[\]., |?]{0,40}=[ \t]{0,8}(?=["'`]|[a-zA-Z]?["'`])/y;
/** `("name", "value")` and `name("value")`. */
const ARGUMENT = /[ \t]{0,4}[,(][ \t]{0,4}(?=["'`])/y;
/** String prefixes of Python, C#, Rust, SQL and Go, and a quotation mark that is escaped in a string. */
const PREFIX = /(?:[bBrRuUfFnN@$]{1,2}(?=["'`])|\\(?=["'])|<!\[CDATA\[)/y;

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/**
 * Finds the value that belongs to a name ending at `end`: in source code, configuration, markup, command lines and forms
 * on paper. `loose`: spaces, or a line end after a separator, are enough. Null: nothing is assigned. `units` are the text's.
 */
export function assignedValue(
  text: string,
  units: Uint16Array,
  end: number,
  loose: boolean,
): Assigned | null {
  let at = end;
  const closes = IS_QUOTE.has(units[at] as number);
  if (closes) at++;
  if (units[at] === BACKSLASH) at++;
  if (units[at] === CLOSING_SQUARE || units[at] === CLOSING_ROUND) at++;
  // Most names in source code assign nothing: a look at the next character spares them the patterns.
  const afterKey = closes && beginsValueKey(units[at] as number) ? skip(VALUE_KEY, text, at) : at;
  if (afterKey > at) return value(text, afterKey);
  const spaced = skipSpaces(text, units, at);
  const next = units[spaced] as number;
  const separated = BEGINS_SEPARATOR.has(next) || units[at] === TAB ? skip(SEPARATOR, text, at) : at;
  if (separated > at) {
    const typed = IS_QUOTE.has(units[separated] as number) ? separated : skip(TYPE, text, separated);
    return value(text, loose ? skipLineEnd(text, units, typed) : typed);
  }
  const argument = next === COMMA || next === BRACKET ? skip(ARGUMENT, text, at) : at;
  if (argument > at) return value(text, argument);
  return loose && !closes && spaced > at ? value(text, skipLineEnd(text, units, spaced)) : null;
}

function value(text: string, at: number): Assigned {
  const start = skip(PREFIX, text, at);
  const quote = text[start] ?? "";
  if (!QUOTES.includes(quote) || quote === "") return { start, quote: "" };
  const triple = text.startsWith(quote.repeat(3), start);
  return { start: start + (triple ? 3 : 1), quote };
}

const isBlank = (unit: number) => unit === 0x20 || unit === TAB || unit === 0xa0;

function skipSpaces(text: string, units: Uint16Array, at: number): number {
  const limit = Math.min(text.length, at + 40);
  let i = at;
  while (i < limit && isBlank(units[i] as number)) i++;
  return i;
}

function skipLineEnd(text: string, units: Uint16Array, at: number): number {
  const lineEnd = text.startsWith("\r\n", at) ? at + 2 : text[at] === "\n" ? at + 1 : at;
  return lineEnd > at ? skipSpaces(text, units, lineEnd) : at;
}
