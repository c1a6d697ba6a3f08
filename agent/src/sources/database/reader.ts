/** What a scan needs of a database, whichever product it is. Nothing here writes: a reader opens read-only sessions. */

export type TableKind = "table" | "view" | "materialised view" | "foreign table" | "collection";

/** How the values of a column are looked at. `binary` may hold documents and pictures, `document` JSON or XML. */
export type ColumnNature = "text" | "number" | "time" | "document" | "binary" | "other";

export interface ColumnInfo {
  name: string;
  /** As the database names it: `varchar(40)`, `timestamptz`, `jsonb`. */
  type: string;
  nature: ColumnNature;
  comment?: string;
}

export interface ForeignKey {
  columns: readonly string[];
  to: { schema?: string; table: string; columns: readonly string[] };
}

export interface TableInfo {
  /** Absent where the product has none. */
  schema?: string;
  name: string;
  kind: TableKind;
  /** Its rows are those of its partitions. */
  isPartitioned?: true;
  columns: readonly ColumnInfo[];
  /** Columns that the login may not read, where it may read others. */
  denied?: readonly string[];
  comment?: string;
  /** The database's own estimate; null where it has none. */
  rowEstimate: number | null;
  bytes: number | null;
  /** Columns of the primary key, or of another unique key that is never null. */
  key: readonly string[];
  foreignKeys: readonly ForeignKey[];
}

/** Values of one column, one under the other: `text` has a line break between two, and `ends[i]` is where value i ends. */
export interface ColumnText {
  text: string;
  /** UTF-16 offsets; value i begins one after `ends[i - 1]`. Values may hold line breaks themselves. */
  ends: Int32Array;
  /** 1 where the value is null; its stretch of text is empty. */
  nulls: Uint8Array;
  /** Instead of text, for columns of nature `binary`. */
  blobs?: readonly (Uint8Array | null)[];
  /** The same values where they came from: reading them there saves laying them under each other. */
  within?: CellPlaces;
}

/** Value i stands from `starts[i]` to `ends[i]`, in UTF-16 units; a null's place is empty. */
export interface CellPlaces {
  text: string;
  starts: Int32Array;
  ends: Int32Array;
}

/** Some rows, by column, in the order of `ReadPlan.columns`. About a megabyte of text. */
export interface RowBatch {
  rows: number;
  /** As they came over the wire. */
  bytes: number;
  columns: readonly ColumnText[];
  /** Where to go on after these rows, for a `ReadPlan.after`; null where the rows have no order. */
  position: readonly string[] | null;
}

export interface ReadPlan {
  table: TableInfo;
  /** Names, in the order wanted. */
  columns: readonly string[];
  /**
   * `all` streams the table by its key where it has one; `oldest` and `newest` follow the key (or the time column that is
   * named); `random` spreads over the whole table. Rows are about so many.
   */
  part:
    | { rows: "all"; after?: readonly string[] }
    | { rows: number; from: "oldest" | "newest"; by?: string }
    | { rows: number; from: "random"; seed: number };
  /** Longer values are cut, and the cut is counted. */
  maxValueChars: number;
  signal: AbortSignal;
}

/** What is known of the connection and the rights of the login. Null: cannot be told. */
export interface SessionFacts {
  product: string;
  version: string;
  /** Whether the connection is encrypted; null for a file. */
  tls: boolean | null;
  isSuperuser: boolean | null;
  canWrite: boolean | null;
  isReplica: boolean | null;
  /** How many tables there are, and how many of them the login may read. Absent: cannot be told. */
  tables?: { readable: number; all: number };
  /** Whether the login sees what others do on the server, which `busySessions` counts. Absent: cannot be told. */
  seesLoad?: boolean;
}

/** Why a table or the database as a whole could not be read. The driver's message stays here: it may carry values (P5). */
export type DatabaseFault =
  | "unreachable"
  | "tls"
  | "login"
  | "no such database"
  | "permission"
  | "too many connections"
  /** The agent's own bound, not the server's. */
  | "pool exhausted"
  | "server busy"
  | "connection lost"
  | "timeout"
  | "locked"
  | "gone"
  | "encoding"
  | "damaged"
  /** The package that talks to such a server is optional, and not installed. */
  | "no driver"
  | "failed";

export class DatabaseError extends Error {
  readonly fault: DatabaseFault;

  constructor(fault: DatabaseFault) {
    super(fault);
    this.fault = fault;
  }
}

export interface DatabaseReader {
  facts(): Promise<SessionFacts>;
  /** Tables one by one, so that ten thousand of them need no memory; partitions are their parent's. */
  tables(signal: AbortSignal): AsyncIterable<TableInfo>;
  /** Throws `DatabaseError`; what was yielded before counts. */
  read(plan: ReadPlan): AsyncIterable<RowBatch>;
  /** The number of values `read` had to cut so far. */
  readonly cut: number;
  /** Connections of the source that share what it may take; 1 when absent. */
  readonly sharers?: number;
  close(): Promise<void>;
}
