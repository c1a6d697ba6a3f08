/** Finds a site's privacy statement: by its links, else at the usual addresses. */
import { pageAddress } from "../crawl/page-address.ts";
import { readPage } from "../content/read-page.ts";
import { readStatement, type Statement } from "./read-statement.ts";
import { USUAL_PATHS } from "./statement-links.ts";

export interface FoundStatement {
  /** Null where the statement is there and cannot be read as a page, such as a PDF. */
  statement: Statement | null;
  url: string;
  text: string;
}

const MAX_LINKS = 4;

/** A page's markup and where it was in the end; null where it is not there. Throws when the scan is aborted. */
export type FetchPage = (address: string) => Promise<{ url: string; html: string } | "no page" | null>;

/** `links`: absolute, the best first. Null where there is none to be found. */
export async function findStatement(
  start: string,
  links: readonly string[],
  fetchPage: FetchPage,
): Promise<FoundStatement | null> {
  const usual = USUAL_PATHS.map((path) => new URL(path, start).href);
  let unread: FoundStatement | null = null;
  for (const [index, address] of [...links.slice(0, MAX_LINKS), ...usual].entries()) {
    const url = pageAddress(address);
    if (url === null) continue;
    const isLinked = index < Math.min(links.length, MAX_LINKS);
    // Once there is one that cannot be read, nobody guesses at another.
    if (!isLinked && unread !== null) return unread;
    const page = await fetchPage(url.href);
    if (page === "no page" && isLinked) unread ??= { statement: null, url: url.href, text: "" };
    if (page === null || page === "no page") continue;
    const { text } = readPage(page.url, page.html);
    const statement = readStatement(page.url, text);
    // Some sites answer any address with some page of theirs.
    if (statement !== null && (isLinked || saysMuch(statement))) return { statement, url: page.url, text };
  }
  return unread;
}

const saysMuch = ({ items }: Statement) => items.filter(({ state }) => state === "present").length >= 3;
