import { placesOf } from "../../sources/database/column-text.ts";
import type { ColumnText } from "../../sources/database/reader.ts";
import { CellTexts } from "./cell-texts.ts";
import { type PasswordForm, passwordForm } from "./password-column.ts";
import type { RowsRead } from "./sample-plan.ts";
import { countRows, noRows } from "./type-tally.ts";

/** Of the values of a password column, so many must be passwords: some columns only sound like one. */
const LEAST_PASSWORDS = 0.5;

/** How the passwords at one place are kept. */
export class PasswordTally {
  readonly #forms = new Map<PasswordForm, { rows: RowsRead; schemes: Set<string> }>();
  #withValue = 0;
  #passwords = 0;

  add(values: ColumnText, isRandom: boolean): void {
    const cells = new CellTexts(placesOf(values));
    for (const { row } of cells.all()) {
      this.#withValue++;
      const kept = passwordForm(cells.value(row));
      if (kept === null) continue;
      this.#passwords++;
      const known = this.#forms.get(kept.form) ?? { rows: noRows(), schemes: new Set<string>() };
      this.#forms.set(kept.form, known);
      countRows(known.rows, 1, isRandom);
      known.schemes.add(kept.scheme);
    }
  }

  /** The forms that there are, with the schemes they look like; none where these are no passwords after all. */
  get forms(): ReadonlyMap<PasswordForm, { rows: RowsRead; schemes: ReadonlySet<string> }> {
    return this.#passwords < this.#withValue * LEAST_PASSWORDS ? new Map() : this.#forms;
  }
}
