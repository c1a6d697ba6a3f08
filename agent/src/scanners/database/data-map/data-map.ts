/** What personal data is where in a database, and along which keys it spreads: schema `dataguardian.datamap/1`. */
export interface DataMap {
  schema: "dataguardian.datamap/1";
  database: string;
  madeAt: string;
  /** Tables that were listed, with personal data or without. */
  tablesSeen: number;
  /** Those in which something was found. */
  tables: MappedTable[];
  spread: Spread[];
  /** Entries of the record of processing of which no table or column was seen; absent where no record was given. */
  recordWithoutColumns?: string[];
}

export interface MappedTable {
  table: string;
  kind: string;
  comment?: string;
  /** Null: cannot be told. */
  rows: number | null;
  rowsRead: number;
  /** What is in a smaller share of the rows than this may not have been seen (with 95 % certainty); 0 where all were read. */
  unseenBelow: number | null;
  /** How many different persons there are, by the column that tells them apart best; null where none does. */
  persons: { about: number; by: string } | null;
  columns: MappedColumn[];
  refersTo: { columns: readonly string[]; table: string; to: readonly string[] }[];
}

export interface MappedColumn {
  column: string;
  type: string;
  purposes?: string[];
  categories: MappedCategory[];
}

export interface MappedCategory {
  entityType: string;
  category: string;
  confidence: number;
  /** Rows of the table, as far as can be told, and how many of those read. */
  rows: number;
  rowsRead: number;
  rowsMatched: number;
  different: number;
  /** The keys within the cells that lead to it. */
  key?: string;
  /** Only the column's name says so. */
  byNameOnly?: true;
  /** Only in files in the cells. */
  files?: number;
}

/** From a table that holds persons to those that refer to it, at once or by way of others. */
export interface Spread {
  from: string;
  to: { table: string; path: string[] }[];
}
