/** What is assumed where an organisation has said nothing. */
import type { ScanKind } from "../domain/index.ts";

/** Share of a day's scans in each hour, in the organisation's own time: a working day with a dip at noon, and nightly runs. */
export const OFFICE_DAY = [
  2, 2, 2, 1, 1, 1, 2, 4, 9, 11, 10, 9, 5, 9, 10, 9, 6, 2, 1, 1, 1, 1, 1, 2,
] as const;

/**
 * Median run times where nothing else is known, in milliseconds: assumptions for a source of middling size, not measured. `GET /v1/capacity` has the medians of the organisation's own scans.
 */
export const DEFAULT_RUN_MS: Record<ScanKind, number> = {
  code: 30_000,
  document: 120_000,
  database: 60_000,
  image: 180_000,
  website: 120_000,
  "ai-model": 60_000,
};

/** Slots that a job of a kind takes where the agent's own configuration says nothing else. */
export const HEAVY_KINDS: Partial<Record<ScanKind, number>> = { image: 2, website: 2, "ai-model": 2 };
