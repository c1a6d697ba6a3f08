import type { Match } from "../../detection/match.ts";
import { DistinctCount } from "./distinct.ts";
import type { RowsRead } from "./sample-plan.ts";

/** What stands under one path in a column, or in its cells themselves (""), of one entity type. */
export interface PlaceTally {
  /** The surest; it stands for the others. */
  best: Match;
  matched: RowsRead;
  /** Values that are such a one from end to end and pass its check, and all values of their form. */
  passing: number;
  sameForm: number;
}

/** What a column holds of one entity type. */
export interface TypeTally {
  /** Rows in which there is one, wherever in the cell. */
  matched: RowsRead;
  places: Map<string, PlaceTally>;
  distinct: DistinctCount;
}

export const newTypeTally = (): TypeTally => ({
  matched: noRows(),
  places: new Map(),
  distinct: new DistinctCount(),
});

export const newPlaceTally = (best: Match): PlaceTally => ({
  best,
  matched: noRows(),
  passing: 0,
  sameForm: 0,
});

export const noRows = (): RowsRead => ({ all: 0, random: 0 });

/** The surest match of a type in a column. */
export function bestOf({ places }: TypeTally): Match {
  const [first, ...others] = [...places.values()].map(({ best }) => best);
  if (!first) throw new RangeError("a type without a match is none");
  return others.reduce((best, match) => (isSurer(match, best) ? match : best), first);
}

/** What means nobody never stands for what may mean somebody. */
export const isSurer = (match: Match, than: Match): boolean =>
  match.known === than.known ? match.confidence > than.confidence : than.known;

export function countRows(rows: RowsRead, by: number, isRandom: boolean): void {
  rows.all += by;
  if (isRandom) rows.random += by;
}
