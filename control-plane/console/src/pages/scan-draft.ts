import { GIT_REF, type Priority } from "@dataguardian/shared/domain";
import type { NewScan } from "../api/scans.ts";
import { type AiUseDraft, aiUseOf } from "./ai-use-draft.ts";

/** The kinds of scan that can be asked for here. */
export const DRAFT_KINDS = ["code", "document", "database", "image", "website", "ai-model"] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** The form as it is filled in. */
export interface ScanDraft {
  kind: DraftKind;
  by: "source" | "target";
  /** Empty while none is chosen. */
  source: string;
  target: string;
  priority: Priority;
  /** As typed. */
  shards: string;
  ref: string;
  /** Every version of every file, instead of the files as they are. */
  history: boolean;
  /** ai-model: the answers on its use; null while nobody wants to give them. */
  aiUse: AiUseDraft | null;
}

export const EMPTY_DRAFT: ScanDraft = {
  kind: "code",
  by: "target",
  source: "",
  target: "",
  priority: "normal",
  shards: "1",
  ref: "",
  history: false,
  aiUse: null,
};

export const MAX_SHARDS = 1_000;

/** The fields that must be corrected before the scan can be asked for. */
export function faultsOf(draft: ScanDraft): Partial<Record<"source" | "target" | "ref" | "aiUse", true>> {
  const ref = draft.kind === "code" ? draft.ref.trim() : "";
  return {
    ...(draft.by === "source" && draft.source === "" && { source: true as const }),
    ...(draft.by === "target" && draft.target.trim() === "" && { target: true as const }),
    ...(aiUseAnswers(draft) === null && { aiUse: true as const }),
    ...(ref !== "" && !GIT_REF.test(ref) && { ref: true as const }),
  };
}

/** Undefined where the questions are not for this scan or were left alone, null while one is open. */
const aiUseAnswers = ({ kind, aiUse }: ScanDraft) =>
  kind !== "ai-model" || aiUse === null ? undefined : aiUseOf(aiUse);

export function requestOf(draft: ScanDraft): NewScan {
  const ref = draft.ref.trim();
  const aiUse = aiUseAnswers(draft);
  const ofModel = aiUse ? { aiUse } : {};
  const ofCode = { ...(ref === "" ? {} : { ref }), ...(draft.history ? { history: true } : {}) };
  return {
    kind: draft.kind,
    ...(draft.by === "source" ? { source: draft.source } : { target: draft.target.trim() }),
    options: draft.kind === "code" ? ofCode : ofModel,
    priority: draft.priority,
    shards: Math.min(MAX_SHARDS, Math.max(1, Math.floor(Number(draft.shards) || 1))),
  };
}
