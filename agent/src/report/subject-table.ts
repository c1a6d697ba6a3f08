import { placeOf, spotIn } from "@dataguardian/shared/domain";
import { reasonIn } from "@dataguardian/shared/reasons";
import type { FoundPlace, SubjectReport } from "../subject/found-places.ts";
import type { IdentifierKind } from "../subject/identifier.ts";
import { printable } from "./printable.ts";
import type { ReportLanguage } from "./report.ts";
import { SUBJECT_TEXTS } from "./subject-texts.ts";

/** For people: where a person's data stands, and where it belongs to them by a key alone. */
export function subjectTable(
  { target, places, byKey, identifiers, coverage }: SubjectReport,
  lang: ReportLanguage = "en",
): string {
  const texts = SUBJECT_TEXTS[lang];
  const kinds = Object.entries(identifiers).map(
    ([kind, count]) => `${count} ${texts.kinds[kind as IdentifierKind]}`,
  );
  const lines = [texts.lookedFor(kinds.join(", "), printable(target)), ""];
  if (places.length === 0) lines.push(texts.nowhere, "");
  const rows = places.map((place) => {
    const count = place.rows.toLocaleString(lang === "nl" ? "nl-NL" : "en-GB");
    const keys = (place.keys ?? []).map((key) => key.join("/")).join(", ");
    return [
      placeText(place),
      texts.kinds[place.kind],
      place.location.path === undefined ? texts.rows(place.rows, count) : texts.times(count),
      [
        ...(place.certainty === "possible" ? [texts.nameAlone] : []),
        ...(keys === "" ? [] : [texts.keys(printable(keys))]),
      ].join("  "),
    ];
  });
  const widths = [0, 1, 2].map((i) => Math.max(0, ...rows.map((row) => row[i]?.length ?? 0)));
  for (const row of rows)
    lines.push(
      `  ${row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd()}`,
    );
  if (byKey.length > 0) lines.push("", texts.byKey);
  for (const { table, path } of byKey) lines.push(`  ${printable(table)}   ${printable(path.join(", "))}`);
  lines.push("", texts.searched(coverage.unitsScanned, coverage.unitsSeen));
  for (const { reason, count, examples } of coverage.skipped)
    lines.push(
      `  ${texts.notSearched(count, reasonIn(lang, reason))}   ${printable(examples.slice(0, 3).join(", "))}`,
    );
  return `${lines.join("\n")}\n`;
}

function placeText({ location }: FoundPlace): string {
  const spot = location.table === undefined ? (location.member ?? "") : spotIn(location);
  return printable(
    [placeOf(location), spot].filter((part) => part !== "").join(location.table === undefined ? "!/" : "."),
  );
}
