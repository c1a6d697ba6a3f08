import type { ScanListItem } from "@dataguardian/shared/api";
import type { JobState, ScanState } from "@dataguardian/shared/domain";
import { useText } from "../i18n/text.tsx";
import { StateBadge, type Tone } from "./state-badge.tsx";

const SCAN_TONE: Record<ScanState, Tone> = {
  queued: "waiting",
  running: "live",
  done: "good",
  failed: "bad",
  cancelled: "off",
};
const JOB_TONE: Record<JobState, Tone> = {
  ready: "waiting",
  leased: "live",
  done: "good",
  dead: "bad",
  cancelled: "off",
};

export function ScanStateBadge({ scan }: { scan: Pick<ScanListItem, "state" | "jobs"> }) {
  const { t } = useText();
  if (isHeldUp(scan)) return <StateBadge tone="waiting" label={t.jobState.ready} />;
  return <StateBadge tone={SCAN_TONE[scan.state]} label={t.scanState[scan.state]} />;
}

/** Started once, but at this moment no agent works on it: all refuse, or a part is to be tried again. */
export const isHeldUp = (scan: Pick<ScanListItem, "state" | "jobs">): boolean =>
  scan.state === "running" && scan.jobs.leased === 0;

export function JobStateBadge({ state }: { state: JobState }) {
  const { t } = useText();
  return <StateBadge tone={JOB_TONE[state]} label={t.jobState[state]} />;
}

export const isOpen = (scan: Pick<ScanListItem, "state">): boolean =>
  scan.state === "queued" || scan.state === "running";
