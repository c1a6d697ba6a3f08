import { type DatabaseLimits, DEFAULT_DATABASE_LIMITS } from "../sources/database/settings.ts";
import type { SourceLimits } from "./source-limits.ts";

const MEGABYTE = 1_000_000;

/** What a reader keeps to, with what the source says of it. */
export function databaseLimits(of: SourceLimits | undefined): DatabaseLimits {
  if (of === undefined) return DEFAULT_DATABASE_LIMITS;
  const { connections, megabytesPerSecond, waitMs: _, ...same } = of;
  const named = Object.entries(same).filter(([, value]) => value !== undefined);
  return {
    ...DEFAULT_DATABASE_LIMITS,
    ...Object.fromEntries(named),
    poolSize: connections,
    ...(megabytesPerSecond === undefined ? {} : { bytesPerSecond: megabytesPerSecond * MEGABYTE }),
  };
}
