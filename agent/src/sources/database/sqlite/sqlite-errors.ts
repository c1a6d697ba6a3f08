import { DatabaseError, type DatabaseFault } from "../reader.ts";

/** By primary result code (sqlite.org/rescode.html). */
const FAULTS: Readonly<Record<number, DatabaseFault>> = {
  3: "permission",
  5: "locked",
  6: "locked",
  11: "damaged",
  14: "no such database",
  17: "gone",
  23: "permission",
  26: "damaged",
};
const NODE_FAULTS: Readonly<Record<string, DatabaseFault>> = {
  ENOENT: "no such database",
  ENOTDIR: "no such database",
  EISDIR: "no such database",
  EACCES: "permission",
  EPERM: "permission",
};

/** SQLite's message may name what stands in the database, so it ends here (P5). */
export function asDatabaseError(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const { code = "", errcode } = error as { code?: string; errcode?: number };
  // The upper bytes of an extended code only refine it.
  if (typeof errcode === "number") return new DatabaseError(FAULTS[errcode & 0xff] ?? "failed");
  return new DatabaseError(NODE_FAULTS[code] ?? "failed");
}
