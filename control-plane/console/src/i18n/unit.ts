import type { ScanKind } from "@dataguardian/shared/domain";

/** What a kind of scan counts. */
export type Unit = "file" | "table" | "page";

export const unitOf = (kind: ScanKind): Unit =>
  kind === "database" ? "table" : kind === "website" ? "page" : "file";
