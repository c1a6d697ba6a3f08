/** A search for a person as a job: findings that say where, and nothing of what was searched for. */
import { RULES } from "@dataguardian/shared/catalog";
import { type Finding, finding, type Location, placeOf } from "@dataguardian/shared/domain";
import { Sensitive } from "../detection/sensitive.ts";
import { createRedactor, type Redactor } from "../pipeline/redact.ts";
import type { ScanOutcome } from "../pipeline/run-scan.ts";
import { ScanError } from "../pipeline/scan-error.ts";
import type { ScanContext, ScanJob } from "../pipeline/scan-job.ts";
import { SummaryCounter } from "../pipeline/summary.ts";
import type { ByKey, FoundPlace } from "./found-places.ts";
import type { Identifier, IdentifierKind } from "./identifier.ts";
import { searchSubject } from "./search-subject.ts";

const RULE = "subject.found";
const HIDDEN = "•".repeat(8);
const TYPES: Readonly<Record<IdentifierKind, string>> = {
  bsn: "NL_BSN",
  email: "EMAIL_ADDRESS",
  phone: "PHONE_NUMBER",
  iban: "IBAN",
  name: "PERSON_NAME",
  birthDate: "DATE_OF_BIRTH",
  text: "SUBJECT_NUMBER",
};

/** Throws `ScanError` where the place cannot be read. */
export async function runSubjectJob(
  job: ScanJob,
  ctx: ScanContext,
  { identifiers, withFiles }: { identifiers: readonly Identifier[]; withFiles: boolean },
): Promise<ScanOutcome> {
  const { signal, onProgress, limits, fingerprintKey, database } = ctx;
  if (job.kind === "database" && database === undefined)
    throw new ScanError("invalid", "The source names no database that can be read here.");
  const place = database === undefined ? { files: job.target } : { database };
  const { include, exclude } = job.options.database ?? {};
  const report = await searchSubject(place, identifiers, {
    ...{ shown: job.target, include, exclude, signal, onProgress, limits },
    withKeys: false,
    withFiles,
  });
  const redactor = createRedactor(fingerprintKey);
  const summary = new SummaryCounter({ inline: 0, allowList: 0, baseline: 0 });
  const findings = [
    ...report.places.map((found) => ofPlace(found, redactor)),
    ...report.byKey.map((found) => ofKey(found, redactor)),
  ];
  for (const one of findings) {
    summary.add(one);
    await ctx.emit(one, new Sensitive(""));
  }
  return { coverage: report.coverage, summary: summary.result() };
}

function ofPlace({ location, kind, certainty, rows }: FoundPlace, redactor: Redactor): Finding {
  const isTable = location.table !== undefined;
  const count = rows.toLocaleString("en-US");
  return findingAt(isTable ? { ...location, rowsMatched: rows } : location, redactor, {
    entityType: TYPES[kind],
    count: rows,
    confidence: certainty === "sure" ? 1 : 0.5,
    reasons: [
      isTable ? `in ${count} ${rows === 1 ? "row" : "rows"} of the table` : `${count} times in the file`,
      certaintyReason(kind, certainty),
    ],
  });
}

function certaintyReason(kind: IdentifierKind, certainty: FoundPlace["certainty"]): string {
  if (certainty === "possible") return "possible: the name alone, which others may have too";
  return kind === "name" || kind === "birthDate"
    ? "sure: the name stands in one row with the date of birth"
    : "sure: what was searched for stands there whole";
}

function ofKey({ table, from }: ByKey, redactor: Redactor): Finding {
  const reason = `no search term in it: rows belong to those of ${from} by a foreign key`;
  return findingAt({ table }, redactor, {
    entityType: "SUBJECT_ROWS_BY_KEY",
    count: 1,
    confidence: 0.5,
    reasons: [reason.slice(0, 160)],
  });
}

/** The names of the place are masked already. The fingerprint is the place's: one of a term would tell equal terms apart. */
function findingAt(
  location: Location,
  redactor: Redactor,
  what: Pick<Finding, "entityType" | "count" | "confidence" | "reasons">,
): Finding {
  const spot = [placeOf(location), location.member ?? "", location.column ?? "", what.confidence].join("\0");
  return finding.parse({
    rule: RULE,
    category: "subject",
    severity: RULES[RULE].severity,
    location,
    preview: HIDDEN,
    fingerprint: redactor.fingerprint(`${RULE} ${what.entityType}`, spot),
    detector: RULE,
    legal: [...RULES[RULE].legal],
    ...what,
  });
}
