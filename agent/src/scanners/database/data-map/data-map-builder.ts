import type { Redactor } from "../../../pipeline/redact.ts";
import type { TableInfo } from "../../../sources/database/reader.ts";
import { isWeighty, type TableSeen } from "../column-findings.ts";
import { type ColumnFact, tellsPersonsApart } from "../column-facts.ts";
import { tableName } from "../name-patterns.ts";
import type { ProcessingRecord } from "../record/processing-record.ts";
import type { DataMap, MappedCategory, MappedColumn, MappedTable } from "./data-map.ts";
import { byTarget, type Edge, reachedFrom } from "./spread.ts";

/** Draws the map while tables are scanned: of those in which nothing is found it keeps their foreign keys alone. */
export class DataMapBuilder {
  readonly #redactor: Redactor;
  readonly #tables: MappedTable[] = [];
  readonly #edges: Edge[] = [];
  readonly #holders: string[] = [];
  /** Names as they may be shown, where they are not so themselves. */
  readonly #shown = new Map<string, string>();
  #seen = 0;

  constructor(redactor: Redactor) {
    this.#redactor = redactor;
  }

  /** Every table, scanned or not: a person's data spreads through all of them. */
  listed(table: TableInfo): void {
    this.#seen++;
    const from = tableName(table);
    for (const { columns, to } of table.foreignKeys) {
      const target = tableName({ name: to.table, ...(to.schema === undefined ? {} : { schema: to.schema }) });
      const column = to.columns.length === 0 ? "" : `.${to.columns.join("+")}`;
      this.#edges.push({
        from: this.#name(from),
        to: this.#name(target),
        text: `${this.#name(from)}.${this.#name(columns.join("+"))} → ${this.#name(target)}${this.#name(column)}`,
      });
    }
  }

  /** What was found in a table. */
  add({ table, columns, facts, rowsOfTable, documents, record }: TableSeen): void {
    const mapped = columns.flatMap(({ column, read }): MappedColumn[] => {
      const own = facts.filter((fact) => fact.scan.column === column && !fact.match.known);
      const inFiles = [...(documents.get(column.name)?.types ?? [])]
        .filter(([type]) => !own.some(({ match }) => match.detector.entityType === type))
        .map(([type, { best, files }]): MappedCategory => {
          const { category, confidence } = best.finding;
          const rows = { rows: files, rowsRead: read.all, rowsMatched: files, different: files };
          return { entityType: type, category, confidence, ...rows, files };
        });
      const categories = [...own.map((fact) => this.#category(fact)), ...inFiles];
      if (categories.length === 0) return [];
      const purposes = record?.purposes(table, column.name) ?? [];
      const { name, type } = column;
      return [{ column: this.#name(name), type, ...(purposes.length === 0 ? {} : { purposes }), categories }];
    });
    if (mapped.length === 0) return;
    const name = this.#name(tableName(table));
    const persons = this.#persons(facts);
    if (persons) this.#holders.push(name);
    this.#tables.push({
      table: name,
      kind: table.kind,
      ...(table.comment === undefined ? {} : { comment: this.#redactor.text(table.comment) }),
      rows: rowsOfTable,
      rowsRead: Math.max(0, ...columns.map(({ read }) => read.all)),
      unseenBelow: unseenBelow(columns),
      persons,
      columns: mapped,
      refersTo: table.foreignKeys.map(({ columns: from, to }) => ({
        columns: from.map((one) => this.#name(one)),
        table: this.#name(
          tableName({ name: to.table, ...(to.schema === undefined ? {} : { schema: to.schema }) }),
        ),
        to: to.columns.map((one) => this.#name(one)),
      })),
    });
  }

  finish(database: string, madeAt: Date, record?: ProcessingRecord): DataMap {
    const edges = byTarget(this.#edges);
    const spread = this.#holders.map((from) => ({ from, to: reachedFrom(from, edges) }));
    return {
      schema: "dataguardian.datamap/1",
      database: this.#redactor.text(database),
      madeAt: madeAt.toISOString(),
      tablesSeen: this.#seen,
      tables: this.#tables,
      spread: spread.filter(({ to }) => to.length > 0),
      ...(record === undefined ? {} : { recordWithoutColumns: record.unused }),
    };
  }

  /** Tables whose rows belong to those of these, and that are none of these. */
  belongingTo(holders: ReadonlySet<string>): { table: string; from: string; path: string[] }[] {
    const edges = byTarget(this.#edges);
    const shown = new Set([...holders].map((table) => this.#name(table)));
    const reached = new Map<string, { table: string; from: string; path: string[] }>();
    for (const from of shown)
      for (const { table, path } of reachedFrom(from, edges))
        if (!shown.has(table) && !reached.has(table)) reached.set(table, { table, from, path });
    return [...reached.values()];
  }

  #category({ match, rows, scan, matched, distinct, path, isByName }: ColumnFact): MappedCategory {
    return {
      entityType: match.detector.entityType,
      category: match.detector.category,
      confidence: match.confidence,
      rows: isByName ? 0 : rows,
      rowsRead: scan.read.all,
      rowsMatched: matched.all,
      different: isByName ? 0 : distinct,
      ...(path === "" ? {} : { key: this.#name(path) }),
      ...(isByName ? { byNameOnly: true as const } : {}),
    };
  }

  #persons(facts: readonly ColumnFact[]): MappedTable["persons"] {
    const [best] = facts
      .filter(
        (fact) =>
          isWeighty(fact) && (tellsPersonsApart(fact) || fact.match.detector.entityType === "PERSON_NAME"),
      )
      .toSorted((a, b) => b.distinct - a.distinct);
    return best ? { about: best.distinct, by: this.#name(best.scan.column.name) } : null;
  }

  /** Names of tables and columns can hold values, as paths can (P2). */
  #name(name: string): string {
    if (name === "") return "";
    const known = this.#shown.get(name);
    if (known !== undefined) return known;
    const shown = this.#redactor.place({ table: name }).table ?? "";
    this.#shown.set(name, shown);
    return shown;
  }
}

/** Of what was in none of n rows drawn by chance, there is less than 3/n (the rule of three); null where none was drawn so. */
function unseenBelow(columns: TableSeen["columns"]): number | null {
  if (columns.every(({ isWhole }) => isWhole)) return 0;
  const drawn = Math.min(...columns.filter(({ isWhole }) => !isWhole).map(({ read }) => read.random));
  return drawn > 0 ? Math.min(1, 3 / drawn) : null;
}
