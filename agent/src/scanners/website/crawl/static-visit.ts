/** Pages as the server sends them: no browser, and no script run. */
import type { PageSource } from "../content/page-source.ts";
import { FetchError } from "../network/guarded-fetch.ts";
import type { SiteFetch, SkippedVisit, Visit } from "./site-scan.ts";

export const STATIC_REASONS = {
  noBrowser: "cookies, trackers and the consent banner: not tested, as there was no browser",
  noScripts: "what scripts write, fetch and send, typed text too: not tested, as there was no browser",
  status: "a page that the site does not give",
  noHtml: "neither a page nor a document",
  tooLarge: "a page larger than the limit",
} as const;

export const PAGE_BYTES = 8 * 1024 * 1024;
const DOCUMENT_TYPES =
  /pdf|msword|officedocument|opendocument|ms-excel|ms-powerpoint|rtf|text\/(?:csv|calendar|vcard)|zip/i;

/** Of an answer, what comes before its body. */
export type AnswerHead = Pick<PageSource, "url" | "status" | "headers">;

export async function visitStatically(
  address: string,
  fetch: SiteFetch,
  signal: AbortSignal,
): Promise<Visit> {
  try {
    const answer = await fetch(address, PAGE_BYTES);
    const noPage = noPageBy(answer);
    if (noPage) return noPage;
    if (answer.isCutOff) return { skip: STATIC_REASONS.tooLarge };
    return { source: pageSource(answer, answer.body), bytes: answer.body.length };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof FetchError)) throw error;
    const { reason, leadsTo } = error;
    return { skip: reason, ...(leadsTo === undefined ? {} : { leadsTo }) };
  }
}

/** Why an answer is no page, by its head; null where it is one. */
export function noPageBy(head: AnswerHead): SkippedVisit | { document: string } | null {
  const { url, status } = head;
  const type = typeOf(head);
  if (status < 200 || status >= 300) return { skip: STATIC_REASONS.status, status };
  const isAttached = /^\s*attachment/i.test(String(head.headers["content-disposition"] ?? ""));
  if (isAttached || DOCUMENT_TYPES.test(type)) return { document: url };
  return /html|text\/plain|xml/i.test(type) ? null : { skip: STATIC_REASONS.noHtml };
}

export function pageSource(head: AnswerHead, body: Uint8Array): PageSource {
  const { url, status, headers } = head;
  return { url, status, headers, html: decoded(body, typeOf(head)) };
}

const typeOf = ({ headers }: AnswerHead) => String(headers["content-type"] ?? "text/html");

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
