import { placeOf, spotIn } from "@dataguardian/shared/domain";
import type { FoundPlace, SubjectReport } from "../subject/found-places.ts";
import { printable } from "./printable.ts";

const CERTAINTY = { sure: "", possible: "a name alone: may be another person" } as const;

/** For people: where a person's data stands, and where it belongs to them by a key alone. */
export function subjectTable({ target, places, byKey, identifiers, coverage }: SubjectReport): string {
  const kinds = Object.entries(identifiers).map(([kind, count]) => `${count} ${kind}`);
  const lines = [`Looked for ${kinds.join(", ")} in ${printable(target)}.`, ""];
  if (places.length === 0) lines.push("Found nowhere.", "");
  const rows = places.map((place) => [
    placeText(place),
    place.kind,
    `${place.rows} ${place.location.path === undefined ? (place.rows === 1 ? "row" : "rows") : "times"}`,
    [CERTAINTY[place.certainty], keysText(place)].filter((text) => text !== "").join("  "),
  ]);
  const widths = [0, 1, 2].map((i) => Math.max(0, ...rows.map((row) => row[i]?.length ?? 0)));
  for (const row of rows)
    lines.push(
      `  ${row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd()}`,
    );
  if (byKey.length > 0) lines.push("", "Rows that belong to the person by a foreign key alone may stand in:");
  for (const { table, path } of byKey) lines.push(`  ${printable(table)}   ${printable(path.join(", "))}`);
  lines.push("", `Searched ${coverage.unitsScanned} of ${coverage.unitsSeen}`);
  for (const { reason, count, examples } of coverage.skipped)
    lines.push(`  not searched ${count}: ${reason}   ${printable(examples.slice(0, 3).join(", "))}`);
  return `${lines.join("\n")}\n`;
}

function placeText({ location }: FoundPlace): string {
  const spot = location.table === undefined ? (location.member ?? "") : spotIn(location);
  return printable(
    [placeOf(location), spot].filter((part) => part !== "").join(location.table === undefined ? "!/" : "."),
  );
}

const keysText = ({ keys = [] }: FoundPlace) =>
  keys.length === 0 ? "" : `keys ${printable(keys.map((key) => key.join("/")).join(", "))}`;
