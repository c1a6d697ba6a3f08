import type { KeyStep } from "./field-index.ts";
import { type AddField, keyedLines } from "./keyed-lines.ts";

const MAX_DEPTH = 100;
const SILENT = /^\s*(?:#|$)|^(?:---|\.\.\.|%)/;
const ITEM = /^-(?:\s+|$)/;
/** A colon ends a key only before a blank: `http://` is none. */
const KEY =
  /^(?:"((?:[^"\\]|\\.){1,200})"|'([^']{1,200})'|([^\s#"'[\]{},|>@`%&*!-][^\n:]{0,199}|-[^\s:][^\n:]{0,198}))\s{0,20}:(?:\s+|$)/;

/** A key, or an item of a list, that later lines may belong to. */
export interface YamlLevel {
  readonly outer: YamlLevel | null;
  readonly indent: number;
  readonly step: KeyStep;
  readonly name: string;
  readonly depth: number;
  /** Its number, if it is an item. */
  readonly item: number | null;
}

/**
 * YAML, by its lines: what belongs under a key is indented, and a list may stand as far left as its key. Aliases are not
 * followed, and nothing is expanded.
 */
export const YAML_SYNTAX = keyedLines<YamlLevel | null>({ start: null, read: readYamlLine });

/** Reads one line; `before` is the key or item that it may belong to. */
export function readYamlLine(head: string, before: YamlLevel | null, add: AddField): YamlLevel | null {
  if (SILENT.test(head)) return before;
  let level = before;
  let column = blanksOf(head);
  for (;;) {
    const item = ITEM.exec(head.slice(column));
    if (!item) break;
    level = upTo(level, column);
    const previous = level?.indent === column ? level.item : null;
    const parent = previous === null ? level : (level?.outer ?? null);
    const number = previous === null ? 0 : previous + 1;
    level = under(parent, column, number, parent?.name ?? "", number);
    column += item[0].length;
  }
  const key = KEY.exec(head.slice(column));
  const name = key ? (key[1] ?? key[2] ?? key[3] ?? "") : "";
  while (level && level.indent >= column) level = level.outer;
  if (key) level = under(level, column, name, name, null);
  add(column + (key ? key[0].length : 0), level?.name ?? "", level?.step ?? null);
  return level;
}

/** The innermost level that does not stand farther right. */
function upTo(level: YamlLevel | null, column: number): YamlLevel | null {
  let at = level;
  while (at && at.indent > column) at = at.outer;
  return at;
}

/** What lies deeper than the limit belongs to the last level above it. */
function under(
  outer: YamlLevel | null,
  indent: number,
  label: string | number,
  name: string,
  item: number | null,
): YamlLevel | null {
  const depth = (outer?.depth ?? 0) + 1;
  if (depth > MAX_DEPTH) return outer;
  return { outer, indent, name, depth, item, step: { parent: outer?.step ?? null, label } };
}

function blanksOf(line: string): number {
  return line.length - line.trimStart().length;
}
