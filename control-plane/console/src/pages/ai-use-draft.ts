import { type AiUse, ANNEX_III, type HighRiskArea } from "@dataguardian/shared/catalog";

/** The answers on a model's use as they are filled in; empty where nothing is chosen yet. */
export interface AiUseDraft extends Omit<AiUse, "domain" | "autonomy"> {
  domain: AiUse["domain"] | "";
  autonomy: AiUse["autonomy"] | "";
}

export const EMPTY_AI_USE: AiUseDraft = {
  domain: "",
  autonomy: "",
  persons: [],
  profiling: false,
  practices: [],
  conversation: false,
  generates: false,
};

export const AREAS: readonly AiUse["domain"][] = [
  ...(Object.keys(ANNEX_III) as HighRiskArea[]),
  "product",
  "none",
];
export const AUTONOMIES = ["decides", "advises", "prepares"] as const satisfies readonly AiUse["autonomy"][];
export const PERSONS = [
  "customers",
  "workers",
  "applicants",
  "pupils",
  "patients",
  "citizens",
  "children",
] as const satisfies readonly AiUse["persons"][number][];

/** The questions that must still be answered. */
export function aiUseFaults({ domain, autonomy }: AiUseDraft): Partial<Record<"domain" | "autonomy", true>> {
  return {
    ...(domain === "" && { domain: true as const }),
    ...(autonomy === "" && { autonomy: true as const }),
  };
}

/** Null while a question is open. */
export function aiUseOf({ domain, autonomy, ...others }: AiUseDraft): AiUse | null {
  return domain === "" || autonomy === "" ? null : { domain, autonomy, ...others };
}
