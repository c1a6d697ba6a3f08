import { SKIP_REASONS } from "../../sources/file-source.ts";
import { type ExtractContext, ExtractError, type Extractor } from "../extractor.ts";
import { FileSpool } from "../file-spool.ts";
import type { Part } from "../part.ts";
import { cellValue } from "./cell-value.ts";
import { SqlitePages } from "./sqlite-pages.ts";
import { recordValues } from "./sqlite-record.ts";
import { type SqliteColumns, sqliteColumns } from "./sqlite-schema.ts";
import { tablePart } from "./table-part.ts";

const MAGIC = Buffer.from("SQLite format 3\0");
const MAX_TABLES = 10_000;
const MAX_NAME_CHARS = 256;
const BEAT_EVERY_ROWS = 1_000;

/** SQLite databases: the rows of every table. Views and virtual tables have none of their own. */
export const sqliteExtractor: Extractor = {
  format: "SQLite",
  matches: (head) => head[0] === 0x53 && MAGIC.equals(head.subarray(0, MAGIC.length)),
  async *extract(input, context) {
    const pages = new SqlitePages(await input.random(context.scratch));
    const tables: StoredTable[] = [];
    let failure: unknown;
    try {
      for (const table of tablesOf(pages))
        if (tables.push(table) > MAX_TABLES) throw new ExtractError(SKIP_REASONS.tooManyEntries);
    } catch (error) {
      // The tables that the schema told of before it broke off are read.
      failure = error;
    }
    for (const table of tables) yield* readTable(pages, table, context);
    if (failure) throw failure;
  },
};

interface StoredTable {
  name: string;
  root: number;
  columns: SqliteColumns;
}

/** The schema is a table too, on the first page: type, name, tbl_name, rootpage, sql. */
function* tablesOf(pages: SqlitePages): Generator<StoredTable, void, undefined> {
  const decoder = new TextDecoder(pages.encoding);
  for (const { payload } of pages.cells(1)) {
    const [type, name, , root, sql] = recordValues(payload, decoder);
    if (type !== "table" || typeof root !== "number" || root < 2) continue;
    yield { name: String(name).slice(0, MAX_NAME_CHARS), root, columns: sqliteColumns(String(sql)) };
  }
}

async function* readTable(
  pages: SqlitePages,
  { name, root, columns }: StoredTable,
  { scratch, beat }: ExtractContext,
): AsyncGenerator<Part, void, undefined> {
  const files = new FileSpool(scratch);
  const decoder = new TextDecoder(pages.encoding);
  let failure: unknown;
  let cutRows = 0;
  function* rows(): Generator<string[], void, undefined> {
    let row = 0;
    try {
      for (const { rowid, payload, isCut } of pages.cells(root)) {
        if (++row % BEAT_EVERY_ROWS === 0) beat();
        if (isCut) cutRows++;
        const values = recordValues(payload, decoder);
        if (columns.rowid >= 0 && rowid !== null) values[columns.rowid] ??= rowid;
        yield values.map((value, i) =>
          cellValue(value, files, () => `${name}/${columns.names[i] ?? i + 1}-${rowid ?? row}`),
        );
      }
    } catch (error) {
      // What was read of the table counts, and the tables after it are read too.
      failure = error;
    }
  }
  try {
    yield await tablePart({ name, columns: columns.names, rows: rows() });
    yield* files.parts();
  } finally {
    files.close();
  }
  if (failure) yield { t: "skip", reason: SKIP_REASONS.damaged, member: name };
  if (cutRows > 0) yield { t: "skip", reason: SKIP_REASONS.tooLargeToHold, member: name };
}
