import type { RowEstimate, RowsRead } from "./sample-plan.ts";

/** What is known of one entity type in one column. */
export interface ColumnEvidence {
  /** The surest of its matches. */
  confidence: number;
  /** What a word for it, such as the column's name, makes of a match. */
  withContext: number;
  hasCheck: boolean;
  isTopic: boolean;
  /** Values that are such a one from end to end, and all values of their form. */
  passing: number;
  sameForm: number;
  /** An entity type in another column of the table that says whom a row is about. */
  personBeside: string | null;
}

/** Null: no finding. */
type Verdict = {
  confidence: number;
  reasons: readonly string[];
  /** A topic, which a person in another column makes a finding. */
  isLinked?: true;
} | null;

/** Fewer values of a form tell nothing of chance. */
const LEAST_OF_FORM = 20;
/** Where fewer than half of the values of a form pass its check, those that do are no more than numbers. */
const LEAST_PASSING = 0.5;
const BY_CHANCE = 0.2;
/** One in eleven numbers passes the eleven-test, one in ten the Luhn test: that alone is nothing to report. */
const NOTHING_UP_TO = 0.15;
const TOPIC_OF_PERSON = 0.7;

/** How sure a column's finding is, and why. A name alone never comes here. */
export function columnVerdict(evidence: ColumnEvidence): Verdict {
  const { confidence, withContext, hasCheck, isTopic, passing, sameForm, personBeside } = evidence;
  if (isTopic && personBeside !== null && confidence < TOPIC_OF_PERSON)
    return {
      confidence: TOPIC_OF_PERSON,
      reasons: [`rows are about a person: ${personBeside} beside it`],
      isLinked: true,
    };
  if (!hasCheck || confidence >= withContext || sameForm < LEAST_OF_FORM) return { confidence, reasons: [] };
  const share = passing / sameForm;
  if (share >= LEAST_PASSING) return { confidence, reasons: [] };
  if (share <= NOTHING_UP_TO) return null;
  return {
    confidence: Math.min(confidence, BY_CHANCE),
    reasons: [`only ${percent(share)} of the values of this form pass the check, as numbers do by chance`],
  };
}

/** `in 412 of 1,000 rows read, about 41 % of 20,000 (38 to 44 %)`. */
export function rowsReason(
  read: RowsRead,
  matched: RowsRead,
  isWhole: boolean,
  rowsOfTable: number | null,
  { between }: RowEstimate,
): string {
  const seen = `in ${number(matched.all)} of ${number(read.all)} rows`;
  if (isWhole) return `${seen}, which is all of them`;
  if (between === null || rowsOfTable === null) return `${seen} read`;
  const range = `${percent(between.low)} to ${percent(between.high)}`;
  return `${seen} read, about ${percent(matched.random / read.random)} of ${number(rowsOfTable)} (${range})`;
}

/** How many different values there are among those that were found; nothing where that says nothing. */
export function distinctReason(distinct: number, matched: number, isWhole: boolean): string[] {
  if (matched < 2) return [];
  // Cells can hold several; a little more than there are rows is the count's own error.
  const seen = distinct <= matched * 1.05 ? Math.min(distinct, matched) : distinct;
  return [`${isWhole ? "about " : ""}${number(seen)} different${isWhole ? "" : " among those read"}`];
}

const number = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");

function percent(share: number): string {
  const value = share * 100;
  return `${value > 0 && value < 10 ? Number(value.toFixed(1)) : Math.round(value)} %`;
}
