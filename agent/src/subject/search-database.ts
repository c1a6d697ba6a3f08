import type { CoverageCounter } from "../pipeline/coverage.ts";
import type { ProgressMeter } from "../pipeline/progress.ts";
import type { Redactor } from "../pipeline/redact.ts";
import { DataMapBuilder } from "../scanners/database/data-map/data-map-builder.ts";
import { tableReason } from "../scanners/database/database-faults.ts";
import { columnFilter, type NamePatterns, tableName } from "../scanners/database/name-patterns.ts";
import { DatabaseError, type DatabaseReader, type TableInfo } from "../sources/database/reader.ts";
import type { DocumentRun } from "../scanners/database/cells/cell-documents.ts";
import type { ByKey, FoundPlace } from "./found-places.ts";
import { rowHits, type RowHit } from "./row-hits.ts";
import { searchCellFiles } from "./search-cell-files.ts";
import type { SubjectMatcher } from "./subject-matcher.ts";

const MAX_VALUE_CHARS = 1024 * 1024;
/** Keys that are shown of one column. */
const MAX_KEYS = 100;

export interface Search extends NamePatterns {
  matcher: SubjectMatcher;
  redactor: Redactor;
  coverage: CoverageCounter;
  progress: ProgressMeter;
  signal: AbortSignal;
  withKeys: boolean;
  /** Reads the files in columns of bytes; absent where that is not asked for. */
  files: DocumentRun | undefined;
}

/** Reads every row of a database. Throws `DatabaseError` where it cannot be read at all; a table that cannot be is counted. */
export async function searchDatabase(
  reader: DatabaseReader,
  search: Search,
): Promise<{ places: FoundPlace[]; byKey: ByKey[] }> {
  const places: FoundPlace[] = [];
  const map = new DataMapBuilder(search.redactor);
  const holders = new Set<string>();
  const isWanted = columnFilter(search);
  for await (const listed of reader.tables(search.signal)) {
    map.listed(listed);
    const columns = listed.columns.filter(({ name }) => isWanted(listed, name));
    if (columns.length === 0 && listed.columns.length > 0) continue;
    const found = await searchTable(
      reader,
      listed,
      columns.map(({ name }) => name),
      search,
    );
    if (found.length > 0) holders.add(tableName(listed));
    places.push(...found);
    search.progress.unitDone();
  }
  search.signal.throwIfAborted();
  return { places, byKey: map.belongingTo(holders) };
}

async function searchTable(
  reader: DatabaseReader,
  table: TableInfo,
  wanted: readonly string[],
  search: Search,
): Promise<FoundPlace[]> {
  const { coverage } = search;
  const name = tableName(table);
  // What a view shows is in its tables.
  if (table.kind === "view" || table.kind === "foreign table") {
    coverage.skipped(`${table.kind} not searched`, name);
    return [];
  }
  const binary = new Set(
    table.columns.filter(({ nature }) => nature === "binary").map((column) => column.name),
  );
  const columns = wanted.filter((column) => !binary.has(column));
  const ofBytes = wanted.filter((column) => binary.has(column));
  const places = new TablePlaces(table, search.redactor);
  const cutBefore = reader.cut;
  let bytes = 0;
  let fault: string | null = null;
  try {
    const keys = search.withKeys ? table.key.filter((key) => !binary.has(key)) : [];
    if (columns.length > 0) bytes += await searchRows(reader, table, columns, keys, places, search);
    for (const column of ofBytes) {
      if (search.files) await searchBytes(reader, table, column, search.files, places, search);
      else coverage.skipped("files in a column of bytes were not asked for (--files)", `${name}.${column}`);
    }
  } catch (error) {
    fault = error instanceof DatabaseError ? tableReason(error.fault) : null;
    if (fault === null) throw error;
  }
  if (reader.cut > cutBefore) coverage.skipped("rest of long values not searched", name);
  if (fault === null) coverage.scanned(bytes);
  else coverage.skipped(fault, name);
  return places.all;
}

/** How many bytes were read. */
async function searchRows(
  reader: DatabaseReader,
  table: TableInfo,
  columns: readonly string[],
  keys: readonly string[],
  places: TablePlaces,
  { matcher, progress, signal }: Search,
): Promise<number> {
  const names = [...columns, ...keys.filter((key) => !columns.includes(key))];
  const plan = { table, columns: names, part: { rows: "all" as const }, maxValueChars: MAX_VALUE_CHARS };
  let bytes = 0;
  for await (const batch of reader.read({ ...plan, signal })) {
    bytes += batch.bytes;
    progress.bytes(batch.bytes);
    const keyColumns = keys.map((key) => batch.columns[names.indexOf(key)]);
    for (const hit of rowHits({ columns: batch.columns.slice(0, columns.length) }, matcher)) {
      const key = keyColumns.map((values) => valueOf(values, hit.row));
      places.add(columns[hit.column] ?? "", hit, 1, key);
    }
  }
  return bytes;
}

async function searchBytes(
  reader: DatabaseReader,
  table: TableInfo,
  column: string,
  run: DocumentRun,
  places: TablePlaces,
  { matcher }: Search,
): Promise<void> {
  const inFiles = await searchCellFiles(reader, table, column, run, (values) => {
    for (const hit of rowHits({ columns: [values] }, matcher)) places.add(column, hit, 1);
  });
  for (const [kind, rows] of inFiles)
    places.add(column, { kind, certainty: kind === "name" ? "possible" : "sure" }, rows);
}

function valueOf(values: { text: string; ends: Int32Array } | undefined, row: number): string {
  if (!values) return "";
  return values.text.slice(row === 0 ? 0 : (values.ends[row - 1] ?? 0) + 1, values.ends[row] ?? 0);
}

/** Adds up the rows of one table by column, kind and certainty. */
class TablePlaces {
  readonly #places = new Map<string, FoundPlace>();
  readonly #table: TableInfo;
  readonly #redactor: Redactor;

  constructor(table: TableInfo, redactor: Redactor) {
    this.#table = table;
    this.#redactor = redactor;
  }

  add(
    column: string,
    { kind, certainty }: Pick<RowHit, "kind" | "certainty">,
    rows: number,
    key: readonly string[] = [],
  ): void {
    const { schema, name: table } = this.#table;
    const id = `${column}\0${kind} ${certainty}`;
    const place = this.#places.get(id) ?? {
      location: this.#redactor.place({ ...(schema === undefined ? {} : { schema }), table, column }),
      kind,
      certainty,
      rows: 0,
      ...(key.length === 0 ? {} : { keys: [] }),
    };
    this.#places.set(id, place);
    place.rows += rows;
    if (place.keys && place.keys.length < MAX_KEYS) place.keys.push(key);
  }

  get all(): FoundPlace[] {
    return [...this.#places.values()];
  }
}
