/** One page, one address. Pure. */

/** Parameters that say where a visitor came from, not what is shown. */
const TRACKING =
  /^(?:utm_\w+|gclid|gbraid|wbraid|dclid|fbclid|msclkid|yclid|twclid|ttclid|li_fat_id|mc_[ce]id|_g[al]|igshid|_hs(?:enc|mi))$/i;
/** Parameters that are another one for each visitor, so that every page would be new for ever. */
const SESSION =
  /^(?:phpsessid|jsessionid|aspsessionid\w*|asp\.net_sessionid|session_?id|sessid|sid|cfid|cftoken|osc?sid|zenid)$/i;
const PATH_SESSION = /;(?:jsessionid|sid)=[^/?#;]*/gi;
const MAX_CHARS = 2_000;

export const ADDRESS_REASONS = { tooLong: "an address longer than the limit" } as const;

/**
 * The address without what does not change the page: fragment, tracking and session parameters. Null where it leads to no
 * page of the web, such as `mailto:`.
 */
export function pageAddress(href: string, base?: string): URL | null {
  const url = href.length > 8 * MAX_CHARS ? null : URL.parse(href.trim(), base);
  if (url === null || !["http:", "https:"].includes(url.protocol) || url.hostname === "") return null;
  url.hash = url.username = url.password = "";
  url.pathname = url.pathname.replace(PATH_SESSION, "");
  const names = [...url.searchParams.keys()];
  const spare = names.filter((name) => TRACKING.test(name) || SESSION.test(name));
  // Only then: the address of a page whose parameters stay is left as the site wrote it.
  for (const name of spare) url.searchParams.delete(name);
  if (url.search === "") url.search = "";
  return url;
}

export const isTooLong = (url: URL) => url.href.length > MAX_CHARS;

const DOCUMENT =
  /\.(?:pdf|docx?|docm|dotx?|odt|ott|rtf|xlsx?|xlsm|xlsb|ods|csv|tsv|pptx?|ppsx?|odp|vcf|ics|eml|msg|zip)$/i;
const NO_PAGE =
  /\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|heic|mp[34]|m4[av]|mov|avi|webm|og[gv]|wav|flac|css|m?js|map|wasm|woff2?|ttf|otf|eot|exe|msi|dmg|pkg|apk|deb|rpm|iso|7z|rar|t?gz|bz2|xz)$/i;

/** By the name in the address: what it really is shows when it is there. */
export function kindOfAddress({ pathname }: URL): "page" | "document" | "other" {
  if (DOCUMENT.test(pathname)) return "document";
  return NO_PAGE.test(pathname) ? "other" : "page";
}
