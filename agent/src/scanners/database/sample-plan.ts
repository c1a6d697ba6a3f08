import type { ReadPlan } from "../../sources/database/reader.ts";

type Part = ReadPlan["part"];

/** Rows of a large table that are read when nobody asks for another number. */
export const DEFAULT_SAMPLE_ROWS = 3_000;
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

/** A rate is known well enough when it is known to within a tenth of itself, or half a point of a hundred where that is more. */
const RELATIVE_ERROR = 0.1;
const LEAST_ERROR = 0.005;
/** Prose holds what is rare: of such a column more is read, whether something was found in it or not. */
const PROSE_CHARS = 40;
const PROSE_ROWS = 5_000;
/** Nobody who asked for a small sample gets more than so many times that. */
const MAX_DEEPER = 8;
const Z = 1.96;

/**
 * How many rows drawn by chance it takes, of `n` so far, to know the rate of each of what was found; 0 where it is known
 * already. The rate is taken from what has been read, so that it is asked again afterwards.
 */
export function rowsToKnow(
  hits: readonly number[],
  n: number,
  { charsPerValue = 0, sample = DEFAULT_SAMPLE_ROWS } = {},
): number {
  const wanted = hits.map((found) => {
    if (n === 0 || isKnown(found, n)) return 0;
    // Half a hit more and less keep none and all from looking certain.
    const share = (found + 0.5) / (n + 1);
    const error = Math.max(LEAST_ERROR, RELATIVE_ERROR * share);
    return Math.ceil((Z * Z * share * (1 - share)) / (error * error)) + 1;
  });
  const prose = charsPerValue >= PROSE_CHARS ? PROSE_ROWS : 0;
  const rows = Math.min(sample * MAX_DEEPER, Math.max(0, prose, ...wanted));
  return rows > n ? rows : 0;
}

function isKnown(hits: number, n: number): boolean {
  const { low, high } = wilson(hits, n);
  return (high - low) / 2 <= Math.max(LEAST_ERROR, RELATIVE_ERROR * (hits / n));
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
  const z = Z;
  const share = hits / n;
  const middle = share + (z * z) / (2 * n);
  const reach = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) };
}
