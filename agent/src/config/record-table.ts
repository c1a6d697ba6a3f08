/** A record of processing as a spreadsheet saves it: RFC 4180, with commas or semicolons. */
import type { Fault } from "./faults.ts";

const COLUMNS: Readonly<Record<string, string>> = {
  name: "name",
  purpose: "purpose",
  legalbasis: "legalBasis",
  categories: "categories",
  columns: "columns",
  retention: "retention",
};
const LISTS: ReadonlySet<string> = new Set(["categories", "columns"]);
const NEEDED = ["name", "purpose", "categories", "columns"];

/** `{ processing: [...] }`, unchecked. Lists stand in one cell, with spaces, commas or `|` between. */
export function readTable(text: string): { value: unknown } | { faults: Fault[] } {
  const [head = [], ...rows] = recordsOf(text.replace(/^\u{FEFF}/u, ""));
  const keys = head.map((title) => COLUMNS[title.trim().toLowerCase().replace(/[ _-]/g, "")]);
  const missing = NEEDED.filter((key) => !keys.includes(key));
  if (missing.length > 0)
    return { faults: [{ path: "line 1", sentence: `must name the columns ${missing.join(", ")}.` }] };
  const unknown = head.filter((title, i) => title.trim() !== "" && keys[i] === undefined).length;
  if (unknown > 0)
    return {
      faults: [
        { path: "line 1", sentence: `may name ${Object.values(COLUMNS).join(", ")} and nothing else.` },
      ],
    };
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ""));
  return { value: { processing: filled.map((row) => entryOf(row, keys)) } };
}

function entryOf(row: readonly string[], keys: readonly (string | undefined)[]): Record<string, unknown> {
  const entry: Record<string, unknown> = {};
  for (const [i, key] of keys.entries()) {
    const cell = row[i]?.trim() ?? "";
    if (key === undefined || cell === "") continue;
    entry[key] = LISTS.has(key) ? cell.split(/[\s,|]+/).filter((part) => part !== "") : cell;
  }
  return entry;
}

function recordsOf(text: string): string[][] {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const separator = firstLine.split(";").length > firstLine.split(",").length ? ";" : ",";
  const records: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"|[^",;\r\n]+|[",;]|\r\n?|\n/g;
  let value = "";
  const endCell = () => {
    records.at(-1)?.push(value);
    value = "";
  };
  for (const [token, quoted] of text.matchAll(cell)) {
    if (quoted !== undefined) value += quoted.replaceAll('""', '"');
    else if (token === separator) endCell();
    else if (/^[\r\n]/.test(token)) {
      endCell();
      records.push([]);
    } else value += token;
  }
  endCell();
  return records;
}
