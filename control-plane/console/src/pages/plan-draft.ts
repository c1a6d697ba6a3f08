/** The planner's form as it is typed, and what is asked of the planner. */
import type { CapacityReply } from "@dataguardian/shared/api";
import { DEFAULT_RUN_MS } from "@dataguardian/shared/capacity";
import { SCAN_KINDS, type ScanKind } from "@dataguardian/shared/domain";

const MINUTE_MS = 60_000;
const MAX_SCANS_A_DAY = 20_000;

export interface PlanDraft {
  users: string;
  targetSeconds: string;
  slots: string;
  perDay: Record<ScanKind, string>;
  minutes: Record<ScanKind, string>;
}

/** A start to change: a working day of an organisation that uses all kinds a little. */
const FIRST_PER_DAY: Record<ScanKind, string> = {
  code: "4",
  document: "2",
  database: "1",
  image: "1",
  website: "0.5",
  "ai-model": "0.1",
};

/** With the medians of the organisation's own scans where they are known. */
export function firstDraft(medians: CapacityReply["byKind"]): PlanDraft {
  const minutes = SCAN_KINDS.map((kind) => {
    const known = medians.find((entry) => entry.kind === kind)?.medianRunMs;
    return [
      kind,
      String(Math.max(0.01, Math.round(((known ?? DEFAULT_RUN_MS[kind]) / MINUTE_MS) * 100) / 100)),
    ];
  });
  return {
    users: "50",
    targetSeconds: "60",
    slots: "2",
    perDay: FIRST_PER_DAY,
    minutes: Object.fromEntries(minutes) as Record<ScanKind, string>,
  };
}

function scansPerDay({ users, perDay }: PlanDraft): number {
  return whole(users, 100_000) * SCAN_KINDS.reduce((sum, kind) => sum + amount(perDay[kind]), 0);
}

/** What must be corrected first; null for nothing. */
export function draftFault(draft: PlanDraft): "noScans" | "tooMany" | null {
  const scans = scansPerDay(draft);
  return scans <= 0 ? "noScans" : scans > MAX_SCANS_A_DAY ? "tooMany" : null;
}

export function inputOf(draft: PlanDraft) {
  const byKind = (value: (kind: ScanKind) => number) =>
    Object.fromEntries(SCAN_KINDS.map((kind) => [kind, value(kind)]));
  return {
    users: whole(draft.users, 100_000),
    slots: whole(draft.slots, 256),
    targetWaitMs: Math.min(86_400, Math.max(0.1, amount(draft.targetSeconds))) * 1_000,
    scansPerUserDay: byKind((kind) => amount(draft.perDay[kind])),
    runMs: byKind((kind) => Math.min(10_000_000, Math.max(1, amount(draft.minutes[kind]) * MINUTE_MS))),
  };
}

/** A comma is what a Dutch keyboard gives. What is no number counts as nothing. */
const amount = (typed: string) => Math.max(0, Number(typed.replace(",", ".")) || 0);
const whole = (typed: string, most: number) => Math.min(most, Math.max(1, Math.floor(amount(typed))));
