export interface SqliteColumns {
  names: string[];
  /** The column that is stored as the row's number. */
  rowid: number;
  /** The rows are in an index: the key's columns first. */
  withoutRowid: boolean;
}

const CONSTRAINT = /^(?:constraint|primary|unique|check|foreign)\b/i;
const NAME = /^\s*(?:"((?:[^"]|"")*)"|`((?:[^`]|``)*)`|\[([^\]]*)\]|'((?:[^']|'')*)'|([^\s,()]+))/;
const MAX_SQL_CHARS = 1_000_000;
const MAX_NAME_CHARS = 256;
/** As many as SQLite itself allows when it is built so. */
const MAX_COLUMNS = 32_767;

/**
 * The stored columns of a table, from the statement that made it. The statement is read for its names, and never run; where
 * it cannot be read, the columns have none.
 */
export function sqliteColumns(statement: string): SqliteColumns {
  const sql = statement.slice(0, MAX_SQL_CHARS).replace(/--[^\n]*/g, " ");
  const open = sql.indexOf("(");
  const { items, end } = open < 0 ? { items: [], end: 0 } : listItems(sql, open + 1);
  const withoutRowid = /\bwithout\s+rowid\b/i.test(sql.slice(end, end + 200));
  const names: string[] = [];
  let key: string[] = [];
  let rowid = -1;
  for (const item of items) {
    if (CONSTRAINT.test(item)) {
      const list = /^(?:constraint\s+\S+\s+)?primary\s+key\s*\(/i.exec(item);
      if (list) key = listItems(item, list[0].length).items.map(nameOf);
      continue;
    }
    // A generated column is reckoned when it is read, unless it is stored.
    if (/\bas\s*\(/i.test(item) && !/\bstored\b/i.test(item)) continue;
    const name = nameOf(item);
    if (/\bprimary\s+key\b/i.test(item)) key = [name];
    if (/\binteger\s+primary\s+key\b/i.test(item)) rowid = names.length;
    names.push(name);
  }
  if (!withoutRowid) {
    const only = key.length === 1 ? names.indexOf(key[0] ?? "") : -1;
    const typed = items.some((item) => nameOf(item) === key[0] && /^\S+\s+integer\b/i.test(item));
    return { names, rowid: rowid >= 0 ? rowid : typed ? only : -1, withoutRowid };
  }
  return { names: [...key, ...names.filter((name) => !key.includes(name))], rowid: -1, withoutRowid };
}

function nameOf(item: string): string {
  const [, double, back, bracket, single, plain] = NAME.exec(item) ?? [];
  const name = double?.replaceAll('""', '"') ?? back ?? bracket ?? single ?? plain ?? "";
  return name.slice(0, MAX_NAME_CHARS);
}

/** What stands between commas up to the closing bracket. */
function listItems(sql: string, from: number): { items: string[]; end: number } {
  const items: string[] = [];
  let depth = 0;
  let start = from;
  for (let i = from; i < sql.length; i++) {
    const character = sql[i] ?? "";
    if ("\"'`[".includes(character)) {
      const close = sql.indexOf(character === "[" ? "]" : character, i + 1);
      if (close < 0) break;
      i = close;
    } else if (character === "(") depth++;
    else if (character === ")" && depth > 0) depth--;
    else if (character === ")" || (character === "," && depth === 0)) {
      const item = sql.slice(start, i).trim();
      if (item !== "" && items.length < MAX_COLUMNS) items.push(item);
      if (character === ")") return { items, end: i + 1 };
      start = i + 1;
    }
  }
  return { items, end: sql.length };
}
