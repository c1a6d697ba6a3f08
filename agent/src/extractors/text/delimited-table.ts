import type { PartColumns, TextPart } from "../part.ts";
import { DelimitedCells, type Dialect } from "./delimited-cells.ts";
import { delimitedDialect } from "./delimited-dialect.ts";
import { holdsStatements, statementContext } from "./sql-statements.ts";
import { StructureReader } from "./structure-reader.ts";

/**
 * Reads the heading of a delimited table, so that a value in a column named `bsn` is known to be one wherever its row
 * stands, and tells columns apart even without a heading; the same of what SQL puts into tables. The text's first window says
 * whether it is a table at all.
 */
export function tableContext(name: string): NonNullable<TextPart["context"]> {
  let context: TextPart["context"];
  return (window) => {
    if (window.offset === 0) {
      if (holdsStatements(window.text)) context = statementContext();
      else {
        const dialect = delimitedDialect(window.text, name);
        context = dialect ? dialectContext(dialect) : undefined;
      }
    }
    return context?.(window) ?? {};
  };
}

/** The columns of a table that is known to be written so. */
export function dialectContext(dialect: Dialect): NonNullable<TextPart["context"]> {
  const reader = new StructureReader(new DelimitedCells(dialect));
  const counted: PartColumns["counted"] = new Map();
  return (window) => reader.read(window).context(counted, true);
}
