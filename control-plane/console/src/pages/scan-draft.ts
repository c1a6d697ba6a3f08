import { GIT_REF, type Priority } from "@dataguardian/shared/domain";
import type { NewScan } from "../api/scans.ts";

/** The form as it is filled in. */
export interface ScanDraft {
  by: "source" | "target";
  /** Empty while none is chosen. */
  source: string;
  target: string;
  priority: Priority;
  /** As typed. */
  shards: string;
  ref: string;
}

export const EMPTY_DRAFT: ScanDraft = {
  by: "target",
  source: "",
  target: "",
  priority: "normal",
  shards: "1",
  ref: "",
};

export const MAX_SHARDS = 1_000;

/** The fields that must be corrected before the scan can be asked for. */
export function faultsOf(draft: ScanDraft): Partial<Record<"source" | "target" | "ref", true>> {
  const ref = draft.ref.trim();
  return {
    ...(draft.by === "source" && draft.source === "" && { source: true as const }),
    ...(draft.by === "target" && draft.target.trim() === "" && { target: true as const }),
    ...(ref !== "" && !GIT_REF.test(ref) && { ref: true as const }),
  };
}

export function requestOf(draft: ScanDraft): NewScan {
  const ref = draft.ref.trim();
  return {
    kind: "code",
    ...(draft.by === "source" ? { source: draft.source } : { target: draft.target.trim() }),
    options: ref === "" ? {} : { ref },
    priority: draft.priority,
    shards: Math.min(MAX_SHARDS, Math.max(1, Math.floor(Number(draft.shards) || 1))),
  };
}
