import { byTarget, reachedFrom } from "@dataguardian/shared/data-map";
import type {
  DataMapLine,
  Edge,
  MappedCategory,
  MappedColumn,
  MappedTable,
} from "@dataguardian/shared/domain";
import type { Redactor } from "../../../pipeline/redact.ts";
import type { TableInfo } from "../../../sources/database/reader.ts";
import { isWeighty, type TableSeen } from "../column-findings.ts";
import { type ColumnFact, tellsPersonsApart } from "../column-facts.ts";
import { tableName } from "../name-patterns.ts";

/** What the map has room for: it is stored, sent and read by people. */
const MAX_TABLES = 5_000;
const MAX_KEYS = 20_000;
const MAX_COLUMNS = 200;
const MAX_CATEGORIES = 20;
const MAX_REFERENCES = 100;
const MAX_UNUSED = 1_000;
const MAX_PARTS = 32;
const MAX_PURPOSES = 20;
const MAX_PURPOSE = 200;
const MAX_TEXT = 2_000;
const MAX_TYPE = 64;

/** Draws the map while tables are scanned: of those in which nothing is found it keeps their foreign keys alone. */
export class DataMapBuilder {
  readonly #redactor: Redactor;
  #drawn: DataMapLine[] = [];
  #tables = 0;
  #leftOut = 0;
  readonly #edges: Edge[] = [];
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
        text: cut(
          `${this.#name(from)}.${this.#name(columns.join("+"))} → ${this.#name(target)}${this.#name(column)}`,
          MAX_TEXT,
        ),
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
      const categories = [...own.map((fact) => this.#category(fact)), ...inFiles].slice(0, MAX_CATEGORIES);
      if (categories.length === 0) return [];
      const purposes = (record?.purposes(table, column.name) ?? [])
        .slice(0, MAX_PURPOSES)
        .map((purpose) => this.#text(purpose));
      const { name, type } = column;
      return [
        {
          column: this.#name(name),
          type: typeOf(type),
          ...(purposes.length === 0 ? {} : { purposes }),
          categories,
        },
      ];
    });
    if (mapped.length === 0) return;
    if (this.#tables === MAX_TABLES) {
      this.#leftOut++;
      return;
    }
    this.#tables++;
    const columnsLeftOut = Math.max(0, mapped.length - MAX_COLUMNS);
    const drawn: MappedTable = {
      table: this.#name(tableName(table)),
      kind: table.kind,
      ...(table.comment === undefined ? {} : { comment: this.#redactor.text(table.comment) }),
      rows: rowsOfTable === null ? null : whole(rowsOfTable),
      rowsRead: Math.max(0, ...columns.map(({ read }) => read.all)),
      unseenBelow: unseenBelow(columns),
      persons: this.#persons(facts),
      columns: mapped.slice(0, MAX_COLUMNS),
      ...(columnsLeftOut === 0 ? {} : { columnsLeftOut }),
      refersTo: table.foreignKeys.slice(0, MAX_REFERENCES).map(({ columns: from, to }) => ({
        columns: from.slice(0, MAX_PARTS).map((one) => this.#name(one)),
        table: this.#name(
          tableName({ name: to.table, ...(to.schema === undefined ? {} : { schema: to.schema }) }),
        ),
        to: to.columns.slice(0, MAX_PARTS).map((one) => this.#name(one)),
      })),
    };
    this.#drawn.push({ t: "table", table: drawn });
  }

  /** The tables that have been drawn since the last call. */
  take(): DataMapLine[] {
    const drawn = this.#drawn;
    this.#drawn = [];
    return drawn;
  }

  /** The last lines. Every job lists all tables, so that one of them speaks for the keys of all. */
  finish({ madeAt, withKeys, unused }: MapEnd): DataMapLine[] {
    const keys = withKeys ? this.#edges.slice(0, MAX_KEYS) : [];
    const keysLeftOut = withKeys ? this.#edges.length - keys.length : 0;
    return [
      ...this.take(),
      ...keys.map((key): DataMapLine => ({ t: "key", key })),
      {
        t: "end",
        madeAt: madeAt.toISOString(),
        tablesSeen: this.#seen,
        leftOut: this.#leftOut + keysLeftOut,
        ...(unused === undefined
          ? {}
          : { recordWithoutColumns: unused.slice(0, MAX_UNUSED).map((entry) => this.#text(entry)) }),
      },
    ];
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
      rows: isByName ? 0 : whole(rows),
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

  #text(text: string): string {
    return cut(this.#redactor.text(text), MAX_PURPOSE);
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

interface MapEnd {
  madeAt: Date;
  withKeys: boolean;
  /** Entries of the record of processing that no column of this job fits; absent where that cannot be told. */
  unused: readonly string[] | undefined;
}

/** A server estimates in fractions, and below zero what it has never counted. */
const whole = (estimate: number) => Math.max(0, Math.round(estimate));

const cut = (text: string, atMost: number) =>
  text.length <= atMost ? text : `${text.slice(0, atMost - 1)}…`;

/** `varchar(40)`, but `enum` alone: what is between its brackets are values. */
const typeOf = (type: string) => cut(type.replace(/\((?!\d+(?:, ?\d+)?\)).*$/s, ""), MAX_TYPE);

/** Of what was in none of n rows drawn by chance, there is less than 3/n (the rule of three); null where none was drawn so. */
function unseenBelow(columns: TableSeen["columns"]): number | null {
  if (columns.every(({ isWhole }) => isWhole)) return 0;
  const drawn = Math.min(...columns.filter(({ isWhole }) => !isWhole).map(({ read }) => read.random));
  return drawn > 0 ? Math.min(1, 3 / drawn) : null;
}
