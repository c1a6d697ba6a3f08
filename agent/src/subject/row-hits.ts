import { CellTexts } from "../scanners/database/cell-texts.ts";
import type { RowBatch } from "../sources/database/reader.ts";
import type { IdentifierKind } from "./identifier.ts";
import type { SubjectMatcher } from "./subject-matcher.ts";
import { unescaped } from "./unescaped.ts";

export interface RowHit {
  row: number;
  /** Which of the columns. */
  column: number;
  kind: IdentifierKind;
  certainty: "sure" | "possible";
}

/**
 * What of a person stands in the rows of a batch, each row, column and kind once. A name is looked for in columns beside each
 * other too, and is sure where the birth date stands in the same row; there the family name alone will do. A birth date alone is
 * nothing.
 */
export function rowHits({ columns }: Pick<RowBatch, "columns">, matcher: SubjectMatcher): RowHit[] {
  const cells = columns.map((values) => new CellTexts(unescaped(values)));
  const hits = new Map<string, RowHit>();
  const families: { row: number; column: number }[] = [];
  const add = (row: number, column: number, kind: IdentifierKind) => {
    const certainty = kind === "name" ? "possible" : "sure";
    if (row >= 0) hits.set(`${row} ${column} ${kind}`, { row, column, kind, certainty });
  };
  for (const [column, texts] of cells.entries()) {
    const valueAt = (at: number) => (texts.rowAt(at) < 0 ? "" : texts.value(texts.rowAt(at)));
    for (const { kind, at } of matcher.in(texts.text, valueAt)) add(texts.rowAt(at), column, kind);
    if (!matcher.hasName) continue;
    for (const { name, at } of matcher.familyNames(texts.text)) {
      const row = texts.rowAt(at);
      if (row < 0) continue;
      families.push({ row, column });
      if (cells.some((other, i) => i !== column && matcher.hasGivenName(name, other.value(row))))
        add(row, column, "name");
    }
  }
  const born = rowsWith(hits, "birthDate");
  for (const { row, column } of families) if (born.has(row)) add(row, column, "name");
  const named = rowsWith(hits, "name");
  return [...hits.values()].flatMap((hit) => {
    if (hit.kind === "birthDate") return named.has(hit.row) ? [hit] : [];
    return hit.kind === "name" && born.has(hit.row) ? [{ ...hit, certainty: "sure" as const }] : [hit];
  });
}

const rowsWith = (hits: ReadonlyMap<string, RowHit>, wanted: IdentifierKind): ReadonlySet<number> =>
  new Set([...hits.values()].filter(({ kind }) => kind === wanted).map(({ row }) => row));
