import type { Match } from "../../detection/match.ts";
import type { ColumnScan } from "./column-scan.ts";
import { columnVerdict, distinctReason, rowsReason } from "./column-verdict.ts";
import { matchByName } from "./name-alone.ts";
import { type Neighbour, neighbourOf } from "./neighbours.ts";
import { estimateRows, type RowsRead } from "./sample-plan.ts";
import { bestOf, noRows, type PlaceTally, type TypeTally } from "./type-tally.ts";

/** One entity type in one column: what the table's findings, its record and the map are made from. */
export interface ColumnFact {
  scan: ColumnScan;
  match: Match;
  matched: RowsRead;
  /** Rows of the table, as far as can be told. */
  rows: number;
  /** Different values, in the rows read or, where nearly all differ, in the table. */
  distinct: number;
  /** The keys in the cells that lead to the surest one; "" where it is the cell itself. */
  path: string;
  reasons: readonly string[];
  isByName: boolean;
}

const SURE_ENOUGH = 0.5;
const PERSONAL: ReadonlySet<string> = new Set(["identifier", "document"]);
const TELLS_WHO: ReadonlySet<string> = new Set(["PERSON_NAME", "DATE_OF_BIRTH"]);
/** Where so many of the matches differ, the values of the whole table do. */
const NEARLY_ALL = 0.9;

const TELLS_APART: ReadonlySet<string> = new Set(["identifier", "document", "contact"]);
const APART_TOO: ReadonlySet<string> = new Set(["EMAIL_ADDRESS", "IBAN"]);

/** Whether different values are different persons, as with addresses and unlike with illnesses and given names. */
export const tellsPersonsApart = ({ match: { detector } }: ColumnFact): boolean =>
  TELLS_APART.has(detector.category) || APART_TOO.has(detector.entityType);

/** What the columns of a table hold, once its rows were read. `rowsOfTable`: null where it cannot be told. */
export function columnFacts(columns: readonly ColumnScan[], rowsOfTable: number | null): ColumnFact[] {
  return columns.flatMap((scan) => {
    const inTable = scan.isWhole ? scan.read.all : rowsOfTable;
    const facts = [...scan.types].flatMap(([type, tally]) => {
      const beside = { person: personBeside(columns, scan), neighbour: neighbourOf(scan, type, columns) };
      return typeFact(scan, tally, inTable, beside) ?? [];
    });
    // Whatever its values say is more than its name.
    const match = facts.length > 0 ? null : matchByName(scan);
    return match === null ? facts : [nameFact(scan, match)];
  });
}

function typeFact(
  scan: ColumnScan,
  tally: TypeTally,
  inTable: number | null,
  { person, neighbour }: { person: string | null; neighbour: Neighbour | null },
): ColumnFact | null {
  const judged = [...tally.places].flatMap(([path, place]) => {
    const verdict = placeVerdict(place, person);
    return verdict === null ? [] : [{ path, place, verdict }];
  });
  const [best] = judged.toSorted(
    (a, b) =>
      Number(a.place.best.known) - Number(b.place.best.known) || b.verdict.confidence - a.verdict.confidence,
  );
  if (!best) return null;
  const matched =
    judged.length === tally.places.size ? tally.matched : sumOf(judged.map(({ place }) => place));
  const { rows, between } = estimateRows(scan.read, matched, scan.isWhole, inTable);
  const seen = tally.distinct.estimate;
  const match = best.place.best;
  // What was said of a topic alone does not hold beside a person.
  const own = best.verdict.isLinked ? match.reasons.slice(0, -1) : match.reasons;
  const { confidence } = best.verdict;
  const judgedBeside = match.known
    ? confidence
    : Math.min(Math.max(confidence, neighbour?.atLeast ?? 0), neighbour?.atMost ?? 1);
  return {
    scan,
    match: { ...match, confidence: judgedBeside },
    matched,
    rows: Math.max(1, rows),
    distinct: Math.max(1, seen >= matched.all * NEARLY_ALL ? rows : Math.min(seen, rows)),
    path: best.path,
    reasons: [
      rowsReason(scan.read, matched, scan.isWhole, inTable, { rows, between }),
      ...(tally.places.size > 1 ? [`under ${tally.places.size} keys within the cells`] : []),
      ...distinctReason(seen, matched.all, scan.isWhole),
      ...(neighbour ? [neighbour.reason] : []),
      ...best.verdict.reasons,
      ...own,
    ],
    isByName: false,
  };
}

const placeVerdict = ({ best, passing, sameForm }: PlaceTally, person: string | null) =>
  columnVerdict({
    confidence: best.confidence,
    withContext: best.detector.confidence.context,
    hasCheck: best.detector.checksum !== undefined,
    isTopic: best.detector.topic === true,
    passing,
    sameForm,
    personBeside: person,
  });

function nameFact(scan: ColumnScan, match: Match): ColumnFact {
  const matched = noRows();
  return { scan, match, matched, rows: 1, distinct: 1, path: "", reasons: match.reasons, isByName: true };
}

function sumOf(places: readonly PlaceTally[]): RowsRead {
  return {
    all: places.reduce((sum, { matched }) => sum + matched.all, 0),
    random: places.reduce((sum, { matched }) => sum + matched.random, 0),
  };
}

/** An entity type in another column that says whom a row is about. */
function personBeside(columns: readonly ColumnScan[], own: ColumnScan): string | null {
  for (const other of columns) {
    if (other === own) continue;
    for (const [type, tally] of other.types) {
      const { detector, known, confidence } = bestOf(tally);
      const tells = PERSONAL.has(detector.category) || TELLS_WHO.has(type);
      if (tells && !known && confidence >= SURE_ENOUGH && tally.matched.all * 2 >= other.withValue)
        return type;
    }
  }
  return null;
}
