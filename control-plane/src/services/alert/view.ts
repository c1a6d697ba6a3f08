import type { AlertView } from "@dataguardian/shared/api";
import type { alerts } from "../../db/schema/index.ts";

type Row = typeof alerts.$inferSelect;

/** With the name of the person who acknowledged it, as far as it is known. */
export const view = (row: Row, names: ReadonlyMap<string, string>): AlertView => ({
  id: row.id,
  kind: row.kind,
  subject: row.subject,
  subjectName: row.subjectName,
  level: row.level,
  value: row.value,
  threshold: row.threshold,
  raisedAt: row.raisedAt,
  clearedAt: row.clearedAt,
  acknowledgedAt: row.acknowledgedAt,
  acknowledgedBy: row.acknowledgedBy === null ? null : (names.get(row.acknowledgedBy) ?? row.acknowledgedBy),
});
