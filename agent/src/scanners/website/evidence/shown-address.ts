/** Addresses as evidence may keep them: whom they went to and what for, without what they carried. Pure. */

export const HIDDEN = "•••";
const MAX_CHARS = 2_000;

/** `redact` masks personal data in what is left: a path can hold some. */
export function shownAddress(address: string, redact: (text: string) => string): string {
  const url = URL.parse(address);
  if (url === null) return "";
  if (!/^(?:https?|wss?):$/.test(url.protocol)) return `${url.protocol}${HIDDEN}`;
  const names = namesIn(url).map((name) => `${redact(name)}=${HIDDEN}`);
  const path = url.pathname.split("/").map((part) => redact(hideLong(part)));
  const query = names.length === 0 ? "" : `?${names.join("&")}`;
  return `${url.protocol}//${url.host}${path.join("/")}${query}`.slice(0, MAX_CHARS);
}

/** Of its parameters; no value of any. */
export function namesIn(url: URL): string[] {
  return [...url.searchParams.keys()].map((name) => hideLong(name.slice(0, 100)));
}

/** What is no word but an identifier or a packed message: long, of letters and digits mixed. */
function hideLong(part: string): string {
  const [stem = ""] = part.split(".");
  return stem.length >= 24 && /\d/.test(stem) && /[a-z]/i.test(stem) ? part.replace(stem, HIDDEN) : part;
}
