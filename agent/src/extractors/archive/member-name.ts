/**
 * A name in an archive as people may be shown it. Nothing is ever written by it, so that `../../etc/passwd` does no harm; it
 * only shall not look like a place outside.
 */
export function memberName(name: string): string {
  const parts = name
    .toWellFormed()
    .replaceAll("\\", "/")
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== "..");
  const safe = parts.join("/").replace(/\p{Cc}/gu, "\u{fffd}");
  return safe === "" ? "unnamed" : safe;
}
