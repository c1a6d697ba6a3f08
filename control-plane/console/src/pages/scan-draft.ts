import { scanOptions, type Priority } from "@dataguardian/shared/domain";
import type { NewScan } from "../api/scans.ts";

/** The form as it is filled in. */
export interface ScanDraft {
  by: "source" | "target";
  source: string | null;
  target: string;
  priority: Priority;
  shards: number;
  ref: string;
}

export const EMPTY_DRAFT: ScanDraft = {
  by: "target",
  source: null,
  target: "",
  priority: "normal",
  shards: 1,
  ref: "",
};

/** The fields that must be corrected before the scan can be asked for. */
export function faultsOf(draft: ScanDraft): Partial<Record<"source" | "target" | "ref", true>> {
  const ref = draft.ref.trim();
  return {
    ...(draft.by === "source" && draft.source === null && { source: true as const }),
    ...(draft.by === "target" && draft.target.trim() === "" && { target: true as const }),
    ...(ref !== "" && !scanOptions.shape.ref.safeParse(ref).success && { ref: true as const }),
  };
}

export function requestOf(draft: ScanDraft): NewScan {
  const ref = draft.ref.trim();
  return {
    kind: "code",
    ...(draft.by === "source"
      ? draft.source !== null && { source: draft.source }
      : { target: draft.target.trim() }),
    options: ref === "" ? {} : { ref },
    priority: draft.priority,
    shards: Math.max(1, Math.floor(draft.shards)),
  };
}
