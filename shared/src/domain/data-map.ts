/** What personal data is where in a database, and along which keys it spreads: schema `dataguardian.datamap/1`. */
import { z } from "zod";
import { finding } from "./finding.ts";

const count = z.int().nonnegative();
/** Of a table or column, masked where it holds a value itself (P2). */
const name = z.string().max(520);

const mappedCategory = z.strictObject({
  entityType: finding.shape.entityType,
  category: finding.shape.category,
  confidence: finding.shape.confidence,
  /** Rows of the table, as far as can be told, and how many of those read. */
  rows: count,
  rowsRead: count,
  rowsMatched: count,
  different: count,
  /** The keys within the cells that lead to it. */
  key: name.optional(),
  /** Only the column's name says so. */
  byNameOnly: z.literal(true).optional(),
  /** Only in files in the cells. */
  files: count.optional(),
});
export type MappedCategory = z.infer<typeof mappedCategory>;

const mappedColumn = z.strictObject({
  column: name,
  type: z.string().max(64),
  /** From the customer's record of processing. */
  purposes: z.array(z.string().max(200)).max(20).optional(),
  categories: z.array(mappedCategory).min(1).max(20),
});
export type MappedColumn = z.infer<typeof mappedColumn>;

const mappedTable = z.strictObject({
  table: name,
  kind: z.string().max(32),
  /** Null: cannot be told. */
  rows: count.nullable(),
  rowsRead: count,
  /** What is in a smaller share of the rows than this may not have been seen (with 95 % certainty); 0 where all were read. */
  unseenBelow: z.number().min(0).max(1).nullable(),
  /** How many different persons there are, by the column that tells them apart best; null where none does. */
  persons: z.strictObject({ about: count, by: name }).nullable(),
  columns: z.array(mappedColumn).min(1).max(200),
  /** Columns with personal data that this map has no room for. */
  columnsLeftOut: count.optional(),
  refersTo: z
    .array(z.strictObject({ columns: z.array(name).max(32), table: name, to: z.array(name).max(32) }))
    .max(100),
});

const edge = z.strictObject({ from: name, to: name, text: z.string().max(2_100) });
/** A foreign key: rows of `from` belong to rows of `to`. `text` is for people: `bestellingen.klant → klanten.klantnummer`. */
export type Edge = z.infer<typeof edge>;

/**
 * A map as a job delivers it, line by line, so that a checkpoint holds what has been drawn. Strict, as findings are (P2): names,
 * kinds and numbers, and no room for a value.
 */
export const dataMapLine = z.discriminatedUnion("t", [
  z.strictObject({ t: z.literal("table"), table: mappedTable }),
  z.strictObject({ t: z.literal("key"), key: edge }),
  z.strictObject({
    t: z.literal("end"),
    madeAt: z.iso.datetime(),
    /** Tables that were listed, with personal data or without. */
    tablesSeen: count,
    /** Tables with personal data, and foreign keys, that the map has no room for. */
    leftOut: count,
    /** Entries of the record of processing of which no table or column was seen; absent where no record was given. */
    recordWithoutColumns: z.array(z.string().max(200)).max(1_000).optional(),
  }),
]);
/** As it is drawn: what a table's makers say of it is left out where the line leaves the machine. */
export type DataMapLine =
  | Exclude<z.infer<typeof dataMapLine>, { t: "table" }>
  | { t: "table"; table: MappedTable };

/** What of a line may leave the machine: prose of a table's makers may hold anything. Throws where it breaks the schema. */
export function sentLine(line: DataMapLine): z.infer<typeof dataMapLine> {
  if (line.t !== "table") return dataMapLine.parse(line);
  const { comment: _, ...table } = line.table;
  return dataMapLine.parse({ t: "table", table });
}

const spread = z.strictObject({
  from: name,
  to: z.array(z.strictObject({ table: name, path: z.array(z.string()) })),
});
/** From a table that holds persons to those that refer to it, at once or by way of others. */
export type Spread = z.infer<typeof spread>;

export const dataMap = z.strictObject({
  schema: z.literal("dataguardian.datamap/1"),
  database: z.string(),
  madeAt: z.string(),
  tablesSeen: count,
  /** Those in which something was found. */
  tables: z.array(mappedTable.extend({ comment: z.string().optional() })),
  spread: z.array(spread),
  recordWithoutColumns: z.array(z.string()).optional(),
  /** What the map has no room for: tables, foreign keys, and tables that a person's data reaches. */
  leftOut: count.optional(),
});
export type DataMap = z.infer<typeof dataMap>;
export type MappedTable = DataMap["tables"][number];
