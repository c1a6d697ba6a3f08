import type { KeyStep } from "./field-index.ts";
import { type AddField, keyedLines } from "./keyed-lines.ts";

const SILENT = /^\s*(?:[#;!]|\/\/|$)/;
const SECTION = /^\s*(\[{1,2})([^[\]]{1,200})\]{1,2}\s*(?:[#;]|$)/;
const KEY =
  /^\s*(?:export\s+)?(?:"((?:[^"\\]|\\.){1,200})"|'([^']{1,200})'|([^\s"'[\]{},:=-][^\n:=]{0,199}?))\s{0,40}[:=]\s*/;

interface Settings {
  readonly section: KeyStep | null;
  readonly sectionName: string;
  /** How many `[[sections]]` of the same name came before it in a row. */
  readonly sectionCount: number;
  readonly name: string;
  readonly step: KeyStep | null;
}

/** Lines of `key = value` or `key: value` under `[sections]`: TOML, INI, Java's properties, settings of many programs. */
export const SETTINGS_SYNTAX = keyedLines<Settings>({
  start: { section: null, sectionName: "", sectionCount: 0, name: "", step: null },
  read: readLine,
});

function readLine(head: string, before: Settings, add: AddField): Settings {
  if (SILENT.test(head)) return before;
  const [, brackets, sectionName] = SECTION.exec(head) ?? [];
  if (brackets !== undefined && sectionName !== undefined)
    return inSection(sectionName.trim(), brackets, before);
  const key = KEY.exec(head);
  const name = key ? (key[1] ?? key[2] ?? key[3] ?? "") : before.name;
  // A line without a key goes on with the value of the one before: an array, a text of several lines.
  const step = key ? { parent: before.section, label: name } : before.step;
  add(key ? key[0].length : 0, name, step);
  return key ? { ...before, name, step } : before;
}

function inSection(sectionName: string, brackets: string, before: Settings): Settings {
  const again = brackets === "[[" && sectionName === before.sectionName;
  const sectionCount = again ? before.sectionCount + 1 : 0;
  const plain = { parent: null, label: sectionName };
  const section = brackets === "[[" ? { parent: plain, label: sectionCount } : plain;
  return { section, sectionName, sectionCount, name: "", step: section };
}
