import { createHash } from "node:crypto";
import { entityName } from "./entity-name.ts";
import { placeOf } from "@dataguardian/shared/domain";
import { fileOf, nameIn, uriOf } from "./place.ts";
import { printable } from "./printable.ts";
import type { ReportedFinding } from "./report.ts";
import { LEVELS } from "./sarif-rules.ts";

/** Makes `result` objects. `lasting`: the fingerprints are of a tenant's key, so that other scans have the same. */
export function resultMaker(ruleIndex: ReadonlyMap<string, number>, lasting: boolean) {
  const seen = new Map<string, number>();
  return (finding: ReportedFinding): object => {
    const { rule, severity, confidence, location, fingerprint, legal, value } = finding;
    const { entityType, category, detector, factors, reasons, preview, count } = finding;
    const alike = JSON.stringify([rule, entityType, fileOf(location), nameIn(location), preview]);
    const nth = (seen.get(alike) ?? 0) + 1;
    seen.set(alike, nth);
    const place = createHash("sha256").update(alike).digest("hex").slice(0, 32);
    return {
      ruleId: rule,
      ruleIndex: ruleIndex.get(rule),
      level: LEVELS[severity],
      message: { text: message(finding) },
      locations: [sarifLocation(finding)],
      partialFingerprints: {
        ...(lasting ? { "dataguardianValue/v1": fingerprint } : {}),
        "dataguardianPlace/v1": `${place}:${nth}`,
        // GitHub knows an alert by this one, and would reckon it from the line, which it may not have.
        primaryLocationLineHash: `${place.slice(0, 16)}:${nth}`,
      },
      properties: {
        severity,
        confidence,
        entityType,
        category,
        detector,
        legal,
        reasons,
        preview,
        fingerprint,
        count,
        place: location,
        ...(factors === undefined ? {} : { factors }),
        ...(value === undefined ? {} : { value }),
      },
    };
  };
}

function message({ entityType, value, preview, reasons, confidence }: ReportedFinding): string {
  const why = reasons.length > 0 ? `: ${reasons.join("; ")}` : "";
  const text = `${entityName(entityType, "en")} ${value ?? preview} (${Math.round(confidence * 100)}% sure${why}).`;
  // In a message `{0}` is a placeholder and `[text](1)` a link (SARIF 2.1.0, 3.11.5 and 3.11.6).
  return printable(text).replace(/[{}]/g, "$&$&").replaceAll("](", "\\](");
}

function sarifLocation({ entityType, location }: ReportedFinding): object {
  const { path, table, member, page, line, column, offset, length } = location;
  const name = [nameIn(location), page === undefined ? "" : `page ${page}`].filter((part) => part);
  const logicalLocations =
    name.length === 0 ? {} : { logicalLocations: [{ fullyQualifiedName: name.join(", ") }] };
  // A table is no artifact that a viewer could open.
  if (table !== undefined)
    return { logicalLocations: [{ fullyQualifiedName: [placeOf(location), ...name].join(".") }] };
  const artifactLocation = path === undefined ? { uri: placeOf(location) } : uriOf(path);
  // Line and offset count in the text taken out of it, not in the file that the reference names.
  if (member !== undefined || page !== undefined || line === undefined || typeof column !== "number")
    return { physicalLocation: { artifactLocation }, ...logicalLocations };
  // A private key goes over many lines, and where the last one ends is not known here.
  const endColumn = entityType === "PRIVATE_KEY" ? {} : { endColumn: column + (length ?? 1) };
  const region = {
    startLine: line,
    startColumn: column,
    ...endColumn,
    charOffset: offset,
    charLength: length,
  };
  return { physicalLocation: { artifactLocation, region } };
}
