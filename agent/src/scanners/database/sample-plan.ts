import type { ReadPlan } from "../../sources/database/reader.ts";

type Part = ReadPlan["part"];

/** Rows of a large table that are read when nobody asks for another number. */
const DEFAULT_SAMPLE_ROWS = 3_000;
/** A table of up to so many samples is read whole: that costs as much, and leaves nothing to guess. */
const WHOLE_UP_TO_SAMPLES = 2;

/**
 * Which rows of a table are read. What is rare clusters in time: the first rows show how it was once, the last ones how it
 * is now, and those in between give the share of the whole.
 */
export function samplePlan(
  rowEstimate: number | null,
  sample: number | "all" = DEFAULT_SAMPLE_ROWS,
  seed = 1,
): Part[] {
  if (sample === "all" || (rowEstimate !== null && rowEstimate <= sample * WHOLE_UP_TO_SAMPLES))
    return [{ rows: "all" }];
  const rows = Math.ceil(sample / 3);
  return [
    { rows, from: "oldest" },
    { rows, from: "random", seed },
    { rows, from: "newest" },
  ];
}

/** Rows that were read of a table, and those among them that were drawn by chance. */
export interface RowsRead {
  all: number;
  random: number;
}

/** How many rows of a table hold something, from the rows that were read. */
export interface RowEstimate {
  rows: number;
  /** Of the whole table, 0..1, with 95 % certainty; null where every row was read, or none by chance. */
  between: { low: number; high: number } | null;
}

/** Only rows drawn by chance stand for the others: the oldest and newest were picked. */
export function estimateRows(
  read: RowsRead,
  matched: RowsRead,
  isWhole: boolean,
  rowsOfTable: number | null,
): RowEstimate {
  if (isWhole || rowsOfTable === null || read.random === 0) return { rows: matched.all, between: null };
  const rows = Math.round((matched.random / read.random) * rowsOfTable);
  return { rows: Math.max(matched.all, rows), between: wilson(matched.random, read.random) };
}

/** Wilson's score interval: unlike the textbook's it holds for shares near 0 and 1. */
function wilson(hits: number, n: number): { low: number; high: number } {
  const z = 1.96;
  const share = hits / n;
  const middle = share + (z * z) / (2 * n);
  const reach = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) };
}
