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

export function ScanStateBadge({ state }: { state: ScanState }) {
  const { t } = useText();
  return <StateBadge tone={SCAN_TONE[state]} label={t.scanState[state]} />;
}

export function JobStateBadge({ state }: { state: JobState }) {
  const { t } = useText();
  return <StateBadge tone={JOB_TONE[state]} label={t.jobState[state]} />;
}

export const isOpen = (scan: Pick<ScanListItem, "state">): boolean =>
  scan.state === "queued" || scan.state === "running";
