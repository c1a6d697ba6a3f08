import type { EscapeStyle } from "./in-place-decoder.ts";

const JSON_ESCAPE = /\\(?:u([\dA-Fa-f]{4})|([^\n]))?/y;
const YAML_ESCAPE = /\\(?:u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|x([\dA-Fa-f]{2})|[^\n])?/y;
const ENTITY = /&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|(amp|apos|quot|nbsp));/y;
const LOOK_BACK = 4_096;
/** As long as the escapes are, so that what follows keeps its place; a line end that does not count as one of the file's. */
const BLANKS: Record<string, string> = { n: "\r ", r: "\r ", t: "\t ", b: "  ", f: "  " };
const IN_QUOTES = { pattern: /["\n]/g, isBehind: (found: string) => found === '"' };

/** Strings of JSON (RFC 8259). Escaped quotation marks and backslashes stay, so that a string ends where it ended. */
export const JSON_ESCAPES: EscapeStyle = {
  lead: "\\",
  maxLength: 6,
  read(text, at) {
    const [whole, code, letter] = matchAt(JSON_ESCAPE, text, at);
    if (code !== undefined) return { length: 6, decoded: character(Number.parseInt(code, 16)) };
    return { length: whole.length, decoded: letter === "/" ? "/" : (BLANKS[letter ?? ""] ?? null) };
  },
  gap: IN_QUOTES,
};

/** Strings of YAML and TOML, and values of Java's properties. Outside strings a backslash is one: paths stay what they are. */
export const CODE_POINT_ESCAPES: EscapeStyle = {
  lead: "\\",
  maxLength: 10,
  read(text, at) {
    const [whole, four, eight, two] = matchAt(YAML_ESCAPE, text, at);
    const code = four ?? eight ?? two;
    const decoded = code === undefined ? null : character(Number.parseInt(code, 16));
    return { length: whole.length, decoded };
  },
  gap: IN_QUOTES,
};

/** Character references of XML. `<` and `>` stay as they are, and inside a tag quotation marks too. */
export const XML_ESCAPES: EscapeStyle = {
  lead: "&",
  maxLength: 10,
  read(text, at) {
    const found = matchAt(ENTITY, text, at);
    const [whole, decimal, hexadecimal, name] = found;
    if (whole === "") return { length: 1, decoded: null };
    const decoded =
      decimal !== undefined || hexadecimal !== undefined
        ? character(Number.parseInt(decimal ?? hexadecimal ?? "", decimal === undefined ? 16 : 10))
        : named(name ?? "");
    const isSyntax = decoded === "<" || decoded === ">" || (/["']/.test(decoded ?? "") && isInTag(text, at));
    return { length: whole.length, decoded: isSyntax ? null : decoded };
  },
  gap: { pattern: /[<\n]/g, isBehind: () => false },
};

function matchAt(pattern: RegExp, text: string, at: number): readonly (string | undefined)[] & { 0: string } {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? [""];
}

/** Control characters and what would end a string stay as they are written. */
function character(code: number): string | null {
  if (code < 0x20 || code === 0x22 || code === 0x5c || code > 0x10_ffff || (code >= 0x7f && code < 0xa0))
    return null;
  return String.fromCodePoint(code);
}

function named(name: string): string {
  return { amp: "&", apos: "'", quot: '"', nbsp: "\u00a0" }[name] ?? "";
}

function isInTag(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LOOK_BACK), at);
  return before.lastIndexOf("<") > before.lastIndexOf(">");
}
