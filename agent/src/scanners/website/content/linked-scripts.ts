/** Scripts of the site itself, where no browser loads them. */
import type { SiteFetch } from "../crawl/site-scan.ts";
import { FetchError } from "../network/guarded-fetch.ts";
import { kindOf, type OwnResponse, type OwnResponses } from "./own-responses.ts";
import type { ReadPage } from "./read-page.ts";

const SCRIPT_BYTES = 4 * 1024 * 1024;

/** `mayRead`: what robots.txt says of an address. One that is not there is no unit of the scan. */
export async function* linkedScripts(
  { loads, base }: ReadPage,
  own: OwnResponses,
  fetch: SiteFetch,
  mayRead: (address: string) => Promise<boolean>,
  signal: AbortSignal,
): AsyncGenerator<OwnResponse, void, undefined> {
  for (const { element, href } of loads) {
    const url = element === "script" ? URL.parse(href, base) : null;
    if (url === null || !own.takesUp(url.href) || !(await mayRead(url.href))) continue;
    try {
      const { status, headers, body, isCutOff } = await fetch(url.href, SCRIPT_BYTES);
      const kind = kindOf(String(headers["content-type"] ?? ""));
      const taken = status === 200 && kind !== null ? own.take(url.href, body, kind, isCutOff) : null;
      if (taken !== null) yield taken;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof FetchError)) throw error;
    }
  }
}
