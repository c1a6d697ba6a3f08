import type { CompoundEntry, CompoundFile } from "./compound-file.ts";

/** What an OLE compound file is: nothing but its directory tells. */
export type OleKind = "message" | "word" | "excel" | "powerpoint" | "protected-office" | "other";

/** By the names of the streams that a format cannot do without. */
const STREAMS: readonly [name: string, kind: OleKind][] = [
  ["EncryptedPackage", "protected-office"],
  ["\u0006DataSpaces", "protected-office"],
  ["__properties_version1.0", "message"],
  ["WordDocument", "word"],
  ["Workbook", "excel"],
  ["Book", "excel"],
  ["PowerPoint Document", "powerpoint"],
  ["PP97_DUALSTORAGE", "powerpoint"],
];

export function oleKind(file: CompoundFile): OleKind {
  const names = new Set(file.children(file.root).map(({ name }: CompoundEntry) => name));
  return STREAMS.find(([name]) => names.has(name))?.[1] ?? "other";
}
