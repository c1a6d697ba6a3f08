/** A definition that goes on for longer is not read to its end. */
const MAX_DEFINITION_CHARS = 64 * 1024;
const CONSTRAINTS =
  /^(?:constraint|primary|foreign|unique|key|index|check|exclude|like|fulltext|spatial|period)\b/i;
const IDENTIFIER = /^\s*(?:"([^"]+)"|`([^`]+)`|\[([^\]]+)\]|([\w$]+))/;

/** A table's name without its schema, and without quotation marks. */
export function nameOf(qualified: string): string {
  const last = /(?:^|\.)("[^"]+"|`[^`]+`|\[[^\]]+\]|[\w$]+)$/.exec(qualified)?.[1] ?? qualified;
  return bare(last).toLowerCase();
}

/** The names in a list such as `id, "e-mail", [bsn]`. */
export function namesIn(list: string): string[] {
  return list.split(",").map(bare);
}

function bare(name: string): string {
  return name.trim().replace(/^["`[]|["`\]]$/g, "");
}

/** The columns of a CREATE TABLE from behind its parenthesis on, and where that closes. */
export function columnsOfDefinition(text: string, from: number): { columns: string[]; end: number } {
  const columns: string[] = [];
  const limit = Math.min(text.length, from + MAX_DEFINITION_CHARS);
  let [depth, start, i] = [0, from, from];
  const take = (end: number) => {
    const part = text.slice(start, end).replace(/^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)+/, "");
    const [, ...names] = CONSTRAINTS.test(part) ? [] : (IDENTIFIER.exec(part) ?? []);
    const name = names.find((one) => one !== undefined);
    if (name !== undefined) columns.push(name);
    start = end + 1;
  };
  for (; i < limit; i++) {
    const character = text.charAt(i);
    if (character === "'") i = closing(text, i + 1, limit, "'");
    else if (character === "-" && text.startsWith("--", i)) i = closing(text, i, limit, "\n");
    else if (character === "(") depth++;
    else if (character === "," && depth === 0) take(i);
    else if (character === ")" && depth-- === 0) {
      take(i);
      return { columns, end: i + 1 };
    }
  }
  return { columns, end: i };
}

function closing(text: string, from: number, limit: number, end: string): number {
  const at = text.indexOf(end, from);
  return at < 0 ? limit : Math.min(at, limit);
}
