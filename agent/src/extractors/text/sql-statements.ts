import type { PartColumns, TextPart } from "../part.ts";
import { SQL_SYNTAX } from "./sql-syntax.ts";
import { StructureReader } from "./structure-reader.ts";

/** So much of a text tells whether it is SQL. */
const HEAD_CHARS = 256 * 1024;
const STATEMENT =
  /^[^\S\n]*(?:insert\s+(?:\w+\s+){0,2}into\s+\S+[\s\S]{0,4000}?\bvalues?\s*\(|copy\s+\S+\s*(?:\([^()]*\)\s*)?from\s+stdin\b)/im;

/** Whether values stand in it as statements put them into tables. */
export function holdsStatements(text: string): boolean {
  return STATEMENT.test(text.slice(0, HEAD_CHARS));
}

/** The columns that a dump or a script puts values into. */
export function statementContext(): NonNullable<TextPart["context"]> {
  const reader = new StructureReader(SQL_SYNTAX);
  const counted: PartColumns["counted"] = new Map();
  return (window) => reader.read(window).context(counted, false);
}
