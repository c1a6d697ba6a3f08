import type { Coverage, Location } from "@dataguardian/shared/domain";
import type { IdentifierKind } from "./identifier.ts";

/** Where identifiers of a person stand: a column, or a file. */
export interface FoundPlace {
  location: Location;
  kind: IdentifierKind;
  /** `possible`: a name alone, which others may have too. */
  certainty: "sure" | "possible";
  /** Rows that hold it; of a file, how many times it is in it. */
  rows: number;
  /** The primary keys of those rows, or the first of them; only where values may be shown. */
  keys?: (readonly string[])[];
}

/** Rows that belong to a person by a foreign key alone: no identifier stands in them. */
export interface ByKey {
  table: string;
  from: string;
  path: readonly string[];
}

/** The answer to "where is this person's data": schema `dataguardian.subject/1`. It holds no identifier. */
export interface SubjectReport {
  schema: "dataguardian.subject/1";
  target: string;
  searchedAt: string;
  /** How many identifiers of each kind were looked for. */
  identifiers: Partial<Record<IdentifierKind, number>>;
  places: FoundPlace[];
  byKey: ByKey[];
  coverage: Coverage;
}
