/** PostgreSQL's own ways to write several values in one (PostgreSQL documentation, 8.15 Arrays and F.17 hstore). */
import { inList, isName, type Leaf, under } from "./leaf.ts";

/** The elements of `{a,"b c",{d,NULL}}`, at whatever depth; null where the text is no array. */
export function arrayElements(text: string): string[] | null {
  // An array whose first element is not the first has its bounds before it: `[0:1]={a,b}`.
  const start = text.startsWith("[") ? text.indexOf("=") + 1 : 0;
  if (text[start] !== "{" || !text.endsWith("}")) return null;
  const elements: string[] = [];
  const token = /"((?:[^"\\]|\\.)*)"|([^{},"]+)|[{},]/gsy;
  token.lastIndex = start;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [, quoted, bare] = found;
    if (quoted !== undefined) elements.push(unquoted(quoted));
    else if (bare !== undefined && bare !== "NULL") elements.push(bare);
    if (token.lastIndex === text.length) return elements;
  }
  return null;
}

export function arrayLeaves(text: string): Leaf[] | null {
  return arrayElements(text)?.map((value) => ({ path: inList(""), value })) ?? null;
}

/** `"a"=>"1", "b"=>NULL`; null where the text is no hstore. */
export function hstoreLeaves(text: string): Leaf[] | null {
  const leaves: Leaf[] = [];
  const pair = /\s*"((?:[^"\\]|\\.)*)"\s*=>\s*(?:"((?:[^"\\]|\\.)*)"|NULL)\s*(?:,|$)/gsy;
  for (let at = 0; at < text.length; at = pair.lastIndex) {
    const found = pair.exec(text);
    if (!found) return null;
    const [, rawKey = "", value] = found;
    const key = unquoted(rawKey);
    const path = under("", key, 0);
    if (!isName(key)) leaves.push({ path, value: key });
    if (value !== undefined) leaves.push({ path, value: unquoted(value) });
  }
  return leaves;
}

const unquoted = (text: string) => (text.includes("\\") ? text.replace(/\\(.)/gs, "$1") : text);
