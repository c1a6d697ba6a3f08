import { type Location, placeOf } from "@dataguardian/shared/domain";

/** The file, table or page; within an archive, mailbox or workbook the part of it: `backup.zip!/hr/staff.csv`. */
export function fileOf(location: Location): string {
  const { member } = location;
  return member === undefined ? placeOf(location) : `${placeOf(location)}!/${member}`;
}

/** What a finding is of in there, where that has a name: a member, a column, an element, a cookie or a request. */
export function nameIn({ member, column, element, cookie, request }: Location): string {
  const name = member ?? (typeof column === "string" ? column : undefined);
  return name ?? element ?? cookie ?? request ?? "";
}

/**
 * A reference for SARIF: relative to the root of the scan where it can be. A path is no URI yet: `#`, `?`, `%` and
 * a colon in the first segment would mean something.
 */
export function uriOf(path: string): { uri: string; uriBaseId?: string } {
  const encoded = path
    .toWellFormed()
    .replace(/^(?:\.\/)+/, "")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
  if (encoded.startsWith("/")) return { uri: `file://${encoded.replace(/^\/+/, "/")}` };
  return { uri: encoded, uriBaseId: "%SRCROOT%" };
}
