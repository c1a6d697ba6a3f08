/** Pages as the server sends them: no browser, and no script run. */
import { FetchError } from "../network/guarded-fetch.ts";
import type { SiteFetch, SiteVisitor, Visit } from "./site-scan.ts";

const STATIC_REASONS = {
  noBrowser: "cookies, trackers and the consent banner: not tested, as there was no browser",
  status: "a page that the site does not give",
  noHtml: "neither a page nor a document",
  tooLarge: "a page larger than the limit",
} as const;

const PAGE_BYTES = 8 * 1024 * 1024;
const DOCUMENT_TYPES =
  /pdf|msword|officedocument|opendocument|ms-excel|ms-powerpoint|rtf|text\/(?:csv|calendar|vcard)|zip/i;

export async function visitStatically(
  address: string,
  fetch: SiteFetch,
  signal: AbortSignal,
): Promise<Visit> {
  try {
    const { url, status, headers, body, isCutOff } = await fetch(address, PAGE_BYTES);
    const type = String(headers["content-type"] ?? "text/html");
    if (status < 200 || status >= 300) return { skip: STATIC_REASONS.status };
    if (DOCUMENT_TYPES.test(type)) return { document: url };
    if (!/html|text\/plain|xml/i.test(type)) return { skip: STATIC_REASONS.noHtml };
    if (isCutOff) return { skip: STATIC_REASONS.tooLarge };
    return { source: { url, status, headers, html: decoded(body, type) }, bytes: body.length };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof FetchError) return { skip: error.reason, isUnreachable: true };
    throw error;
  }
}

/** By the header, else by the page's own word, else as UTF-8. */
function decoded(body: Uint8Array, type: string): string {
  const head = Buffer.from(body.subarray(0, 2_048)).toString("latin1");
  const name =
    /charset\s*=\s*["']?([\w-]+)/i.exec(type)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  try {
    return new TextDecoder(name ?? "utf-8").decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

export const STATIC_VISITOR: SiteVisitor = {
  visit: visitStatically,
  notTested: [STATIC_REASONS.noBrowser],
};
