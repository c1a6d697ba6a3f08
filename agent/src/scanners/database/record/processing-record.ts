import type { TableInfo } from "../../../sources/database/reader.ts";
import { columnFilter } from "../name-patterns.ts";
import { parsePeriod, type Period } from "../retention/period.ts";

/** One processing in the customer's record (GDPR 30), as far as it says where the data is. */
export interface RecordEntry {
  name: string;
  purpose: string;
  legalBasis?: string | undefined;
  /** Entity types such as `NL_BSN`, groups of them such as `contact`, or `*`. */
  categories: readonly string[];
  /** Patterns of tables and columns: `klanten.*`, `hr.medewerkers.bsn`. */
  columns: readonly string[];
  /** How long it is kept: `7y`. */
  retention?: string | undefined;
}

interface Compiled {
  entry: RecordEntry;
  fits: ReturnType<typeof columnFilter>;
  categories: ReadonlySet<string>;
  isUsed: boolean;
}

/** Asks the record of processing what it knows of a column. */
export class ProcessingRecord {
  readonly #entries: readonly Compiled[];

  constructor(entries: readonly RecordEntry[]) {
    this.#entries = entries.map((entry) => ({
      entry,
      fits: columnFilter({ include: entry.columns }),
      categories: new Set(entry.categories.map((category) => category.toLowerCase())),
      isUsed: false,
    }));
  }

  /** Why a column with such data is not in the record; null when it is. */
  gap(table: TableInfo, column: string, type: string, category: string): string | null {
    const fitting = this.#fitting(table, column);
    if (fitting.length === 0) return "no entry of the record names the column";
    const names = ["*", type.toLowerCase(), category];
    if (fitting.some(({ categories }) => names.some((name) => categories.has(name)))) return null;
    return "the record names the column, and not this kind of data in it";
  }

  /** What the column is for. */
  purposes(table: TableInfo, column: string): string[] {
    return [...new Set(this.#fitting(table, column).map(({ entry }) => entry.purpose))];
  }

  /** The longest that the record lets data of the table be kept; null when it says nothing of that. */
  retention(table: TableInfo): Period | null {
    const periods = table.columns
      .flatMap(({ name }) => this.#fitting(table, name))
      .flatMap(({ entry }) => (entry.retention === undefined ? [] : (parsePeriod(entry.retention) ?? [])));
    return periods.toSorted((a, b) => daysOf(b) - daysOf(a))[0] ?? null;
  }

  /** Entries of which no table or column was seen. */
  get unused(): string[] {
    return this.#entries.filter(({ isUsed }) => !isUsed).map(({ entry }) => entry.name);
  }

  #fitting(table: TableInfo, column: string): Compiled[] {
    const fitting = this.#entries.filter(({ fits }) => fits(table, column));
    for (const one of fitting) one.isUsed = true;
    return fitting;
  }
}

const daysOf = ({ count, unit }: Period) => count * { day: 1, week: 7, month: 30.4, year: 365.2 }[unit];
