import type { ColumnInfo, RowBatch } from "../../../sources/database/reader.ts";
import { CellTexts } from "../cell-texts.ts";
import type { RowsRead } from "../sample-plan.ts";
import { countRows, noRows } from "../type-tally.ts";
import { eventDate, isEventDate } from "./event-date.ts";

/** Counts rows whose last date lies before a moment. The last of all its dates: a customer of long ago may have ordered today. */
export class RetentionTally {
  /** The columns that are looked at. */
  readonly columns: readonly string[];
  readonly read: RowsRead = noRows();
  readonly old: RowsRead = noRows();
  /** Rows that have a date. */
  dated = 0;
  oldest = Infinity;
  readonly #at: readonly number[];
  readonly #limit: number;

  /** `limit`: in milliseconds since 1970; `columns` in the order in which batches have them. */
  constructor(columns: readonly ColumnInfo[], limit: number) {
    this.#limit = limit;
    this.#at = columns.flatMap((column, i) => (isEventDate(column) ? [i] : []));
    this.columns = this.#at.flatMap((i) => columns[i]?.name ?? []);
  }

  add({ rows, columns }: RowBatch, isRandom: boolean): void {
    countRows(this.read, rows, isRandom);
    if (this.#at.length === 0) return;
    const last = new Float64Array(rows).fill(-Infinity);
    for (const i of this.#at) {
      const values = columns[i];
      if (!values) continue;
      const cells = new CellTexts(values);
      for (const { row } of cells.all()) {
        const date = eventDate(cells.value(row));
        if (date !== null && date > (last[row] ?? 0)) last[row] = date;
      }
    }
    for (const date of last) {
      if (date === -Infinity) continue;
      this.dated++;
      if (date < this.oldest) this.oldest = date;
      if (date < this.#limit) countRows(this.old, 1, isRandom);
    }
  }
}
