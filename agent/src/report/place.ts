import type { Location } from "@dataguardian/shared/domain";

/** The file, and within an archive, mailbox or workbook the part of it: `backup.zip!/hr/staff.csv`. */
export function fileOf({ path, member }: Location): string {
  return member === undefined ? path : `${path}!/${member}`;
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
