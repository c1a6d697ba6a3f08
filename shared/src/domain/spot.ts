import type { Location } from "./finding.ts";

/** Where in its file or member a finding is, as people read it: `12:5`, `p. 3, 12:5`, or nothing for the whole of it. */
export function spotIn({ page, key, line, column, box }: Location): string {
  const parts = [
    ...(page === undefined ? [] : [`p. ${page}`]),
    ...(key === undefined ? [] : [key]),
    ...(box === undefined ? [] : [`at ${Math.round(box[0])},${Math.round(box[1])}`]),
  ];
  if (line !== undefined && box === undefined) parts.push(`${line}:${column ?? 1}`);
  return parts.join(", ");
}
