/** Lists of trackers that the customer brings, in the form of ad blockers: they name what was asked for, and stop nothing. */
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { FiltersEngine, Request as FilterRequest } from "@ghostery/adblocker";
import { ScanError } from "../../../pipeline/scan-error.ts";

/** Which list a request is on, and whether its filter names all of the host. */
export interface Listing {
  list: string;
  namesHost: boolean;
}

export interface FilterLists {
  /** `kind`: as the browser calls it; `from`: the page or frame that asks. */
  find(address: string, kind: string, from: string): Listing | null;
}

/** Of all lists of a scan together. */
const MAX_BYTES = 32 * 1024 * 1024;
/** An engine's making takes some twenty-five times what it reads: most lists are one piece, and no more than one is in the making. */
const PIECE_CHARS = 4 * 1024 * 1024;
const NAME_CHARS = 80;
const COMMENT = /^(?:!|\[|#(?!#|@#|\?#|\$#|%#))/;
const COSMETIC = /#@?[?$%]*#/;

/** Throws `ScanError` with the place of the list that is at fault: its path is the machine's own. */
export async function loadFilterLists(
  paths: readonly string[],
  redact: (text: string) => string,
): Promise<FilterLists | undefined> {
  if (paths.length === 0) return undefined;
  // Half a megabyte of code that few scans need.
  const { FiltersEngine: Engine, Request } = await import("@ghostery/adblocker");
  const lists: { name: string; engine: FiltersEngine }[] = [];
  let left = MAX_BYTES;
  for (const [index, path] of paths.entries()) {
    const { text, bytes } = await textOf(path, index + 1, left);
    left -= bytes;
    // No cosmetics, and nothing that would change a page.
    const only = { loadCosmeticFilters: false, loadCSPFilters: false, integrityCheck: false };
    const name = redact(basename(path)).slice(0, NAME_CHARS);
    let hasFilters = false;
    for (const piece of isFilterList(text) ? piecesOf(text) : []) {
      const engine = Engine.parse(piece, only);
      hasFilters ||= engine.getFilters().networkFilters.length > 0;
      lists.push({ name, engine });
    }
    if (!hasFilters)
      throw new ScanError(
        "invalid",
        `Filter list ${index + 1} names no requests: give a list in the form of Adblock Plus, such as EasyPrivacy.`,
      );
  }
  return {
    find(address, kind, from) {
      const request: FilterRequest = Request.fromRawDetails({
        url: address,
        sourceUrl: from,
        type: typeOf(kind),
      });
      for (const { name, engine } of lists) {
        const { filter, match } = engine.match(request);
        if (!match || filter === undefined) continue;
        // A list of exceptions holds for the others too, save for what a list calls important.
        if (!filter.isImportant() && lists.some((other) => other.engine.exceptions.match(request)))
          return null;
        return { list: name, namesHost: filter.isHostnameAnchor() && !filter.hasFilter() };
      }
      return null;
    },
  };
}

async function textOf(path: string, place: number, left: number): Promise<{ text: string; bytes: number }> {
  try {
    const { size } = await stat(path);
    if (size > left)
      throw new ScanError("invalid", "The filter lists are larger than 32 MB together: give fewer of them.");
    const bytes = await readFile(path);
    return { text: new TextDecoder().decode(bytes), bytes: bytes.length };
  } catch (error) {
    if (error instanceof ScanError) throw error;
    throw new ScanError("invalid", `Filter list ${place} cannot be read: check its path and its rights.`);
  }
}

/** Cut between lines. */
function* piecesOf(text: string): Generator<string, void, undefined> {
  for (let from = 0; from < text.length;) {
    const cut = from + PIECE_CHARS >= text.length ? -1 : text.indexOf("\n", from + PIECE_CHARS);
    const to = cut === -1 ? text.length : cut + 1;
    yield text.slice(from, to);
    from = to;
  }
}

/** Any word is a filter to an ad blocker: prose, markup and data are told by their spaces and signs. */
function isFilterList(text: string): boolean {
  if (/^\s*[<{]/.test(text) || text.includes("\0") || text.includes("\uFFFD")) return false;
  let [filters, others] = [0, 0];
  for (const [line] of text.matchAll(/[^\r\n]+/g)) {
    const filter = line.trim();
    if (filter === "" || COMMENT.test(filter)) continue;
    if (/\s/.test(filter) && !COSMETIC.test(filter)) others++;
    else filters++;
  }
  return filters > others;
}

function typeOf(kind: string): Parameters<typeof FilterRequest.fromRawDetails>[0]["type"] {
  if (kind === "document") return "sub_frame";
  if (kind === "beacon") return "ping";
  return NAMED.find((name) => name === kind) ?? "other";
}
const NAMED = ["stylesheet", "image", "media", "font", "script", "xhr", "fetch", "websocket"] as const;
