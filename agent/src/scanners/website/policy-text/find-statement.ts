/** Finds a site's privacy statement: by its links, else at the usual addresses. */
import { pageAddress } from "../crawl/page-address.ts";
import { readPage } from "../content/read-page.ts";
import { readStatement, type Statement, STATEMENT_CHARS } from "./read-statement.ts";
import { USUAL_PATHS } from "./statement-links.ts";

/** What a link that should lead to a statement leads to instead. */
export const BEHIND = {
  nothing: "a link to one is there, and leads to a page that the site does not give",
  hardlyAny: "a link to one is there, and leads to a page with hardly any text",
  otherText: "a link to one is there, and leads to a text that does not read as one",
  otherDocument: "a link to one is there, and leads to a document that does not read as one",
  unreadable: "a link to one is there, and leads to a document that cannot be read",
} as const;
export type Behind = keyof typeof BEHIND;

export type FoundStatement =
  | { statement: Statement; url: string; text: string }
  | { statement: null; url: string; behind: Behind };

const MAX_LINKS = 4;

export interface StatementPages {
  /**
   * A page's markup and where it was in the end, a document's address, or null where there is neither. `isLinked`: the site
   * itself says that it is there. Throws when the scan is aborted.
   */
  page: (
    address: string,
    isLinked: boolean,
  ) => Promise<{ url: string; html: string } | { document: string } | null>;
  /** The text of a document, or null where it cannot be read. */
  documentText: (address: string) => Promise<string | null>;
}

/** `links`: absolute, the best first. Null where there is none to be found. */
export async function findStatement(
  start: string,
  links: readonly string[],
  pages: StatementPages,
): Promise<FoundStatement | null> {
  const linked = links.slice(0, MAX_LINKS);
  const usual = USUAL_PATHS.map((path) => new URL(path, start).href);
  let instead: FoundStatement | null = null;
  for (const [index, address] of [...linked, ...usual].entries()) {
    const isLinked = index < linked.length;
    // Once there is one that cannot be read, nobody guesses at another.
    if (!isLinked && instead !== null && "behind" in instead && instead.behind === "unreadable") break;
    const url = pageAddress(address);
    if (url === null) continue;
    const found = await readAt(url.href, isLinked, pages);
    // Some sites answer any address with some page of theirs.
    if (found.statement !== null && (isLinked || saysMuch(found.statement))) return found;
    const isUnread = found.statement === null && found.behind === "unreadable";
    if (isLinked && (instead === null || isUnread)) instead = found;
  }
  return instead;
}

async function readAt(address: string, isLinked: boolean, pages: StatementPages): Promise<FoundStatement> {
  const page = await pages.page(address, isLinked);
  if (page === null) return { statement: null, url: address, behind: "nothing" };
  const isDocument = "document" in page;
  const url = isDocument ? page.document : page.url;
  // What merely answers at a usual address is not worth taking apart.
  const text = !isDocument ? readPage(url, page.html).text : isLinked ? await pages.documentText(url) : null;
  if (text === null) return { statement: null, url, behind: "unreadable" };
  const statement = readStatement(url, text);
  if (statement !== null) return { statement, url, text };
  const hasText = text.length >= STATEMENT_CHARS;
  return {
    statement: null,
    url,
    behind: isDocument ? (hasText ? "otherDocument" : "unreadable") : hasText ? "otherText" : "hardlyAny",
  };
}

const saysMuch = ({ items }: Statement) => items.filter(({ state }) => state === "present").length >= 3;
