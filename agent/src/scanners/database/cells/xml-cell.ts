import { type Leaf, under } from "./leaf.ts";

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
/** A tag, whole: attributes may hold `>` between quotes. Sticky, and each part ends where the next can begin. */
const TAG = /<(\/?)([\p{L}_:][^\s<>/="']{0,127})((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>/uy;
const ATTRIBUTE = /([^\s=<>"'/]{1,127})\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** What a page or a formatted note begins with. Their text runs through their tags, and is not taken apart. */
const OF_PAGES =
  /^<(?:!doctype|html|head|body|p|div|span|b|i|u|a|br|hr|ul|ol|li|table|tr|td|h[1-6]|img|strong|em|font|section|article|pre|code|blockquote|style|script)[\s/>]/i;

export const looksLikeXml = (text: string): boolean =>
  text.startsWith("<?xml") || (/^<[\p{L}_:]/u.test(text) && text.endsWith(">") && !OF_PAGES.test(text));

/** Elements within elements that are told apart. */
const MAX_OPEN = 64;

/** Texts and attributes of XML by their elements; null where it is none. No entity is expanded but the five of XML itself. */
export function xmlLeaves(text: string): Leaf[] | null {
  const leaves: Leaf[] = [];
  const open: { name: string; path: string }[] = [];
  /** Elements that are open beyond those. */
  let deeper = 0;
  let hasTag = false;
  const path = () => open.at(-1)?.path ?? "";
  for (let at = 0; at < text.length;) {
    const less = text.indexOf("<", at);
    add(leaves, path(), unescaped(text.slice(at, less < 0 ? text.length : less)));
    if (less < 0) break;
    const after = afterMarkup(text, less, (inner) => add(leaves, path(), inner));
    if (after > 0) {
      at = after;
      continue;
    }
    TAG.lastIndex = less;
    const tag = TAG.exec(text);
    if (!tag) break;
    const [whole, closing, name = "", attributes = "", isEmpty] = tag;
    at = less + whole.length;
    hasTag = true;
    if (closing) {
      if (deeper > 0) deeper--;
      else
        open.length = Math.max(
          0,
          open.findLastIndex((one) => one.name === name),
        );
      continue;
    }
    const own = under(path(), name, open.length);
    for (const [, key = "", double, single] of attributes.matchAll(ATTRIBUTE))
      if (!key.startsWith("xmlns"))
        add(leaves, under(own, key, open.length + 1), unescaped(double ?? single ?? ""));
    if (isEmpty) continue;
    if (open.length < MAX_OPEN) open.push({ name, path: own });
    else deeper++;
  }
  return hasTag ? leaves : null;
}

const MAX_DOCTYPE = 512;
/** With declarations of its own between brackets. */
const DOCTYPE = /^<!DOCTYPE[^[>]*\[/i;

/** Where a comment, instruction or CDATA section that begins at `at` is over; 0 where none begins. */
function afterMarkup(text: string, at: number, take: (inner: string) => void): number {
  for (const [from, to, isText] of [
    ["<!--", "-->", true],
    ["<![CDATA[", "]]>", true],
    ["<?", "?>", false],
    [DOCTYPE.test(text.slice(at, at + MAX_DOCTYPE)) ? "<!" : "<![", "]>", false],
    ["<!", ">", false],
  ] as const) {
    if (!text.startsWith(from, at)) continue;
    const found = text.indexOf(to, at + from.length);
    const end = found < 0 ? text.length : found;
    if (isText) take(text.slice(at + from.length, end));
    return end + to.length;
  }
  return 0;
}

function add(leaves: Leaf[], path: string, text: string): void {
  const value = text.trim();
  if (value !== "") leaves.push({ path, value });
}

function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (whole, dec, hex, name) => {
      if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
      const code = dec === undefined ? Number.parseInt(String(hex), 16) : Number(dec);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : String(whole);
    },
  );
}
