/** What a site's pages load of the site itself beside their markup: scripts, and the JSON that these ask for. */
import type { Page, Response } from "playwright-core";
import type { PageSource } from "./page-source.ts";

export type OwnResponse = NonNullable<PageSource["responses"]>[number];

const SCRIPT = /(?:java|ecma)script/i;
const JSON_TYPE = /\b(?:json|ndjson)\b|\+json/i;
const MAX_RESPONSES = 500;
const MAX_BYTES = 4 * 1024 * 1024;
const MAX_TOTAL_BYTES = 128 * 1024 * 1024;
const BODY_MS = 2_000;

const RESPONSE_REASONS = {
  tooLarge: "a script or data of a page: larger than the limit",
  tooMany: "a script or data of a page: more than the limit",
  gone: "a script or data of a page: gone before it could be read",
} as const;

/** Each is taken once a scan, whichever page loads it. */
export class OwnResponses {
  readonly #isOwn: (url: URL) => boolean;
  readonly #skipped: (reason: string, address: string) => void;
  readonly #seen = new Set<string>();
  #bytes = 0;

  constructor(isOwn: (url: URL) => boolean, skipped: (reason: string, address: string) => void) {
    this.#isOwn = isOwn;
    // What such an address carries is often of one visitor alone.
    this.#skipped = (reason, address) => skipped(reason, address.split("?")[0] ?? "");
  }

  /** Takes what the page loads from now on; what is returned gives it once the page has come to rest. */
  watch(page: Page): () => Promise<OwnResponse[]> {
    const taken: Promise<OwnResponse | null>[] = [];
    page.on("response", (response) => {
      const kind = kindOf(response.headers()["content-type"] ?? "");
      if (kind === null || !response.ok() || !this.takesUp(response.url())) return;
      taken.push(this.#read(response, kind));
    });
    return async () => (await Promise.all(taken)).filter((one) => one !== null);
  }

  /** Whether it is one of the site's own that has not been taken yet; each is asked about once. */
  takesUp(address: string): boolean {
    const url = URL.parse(address);
    if (url === null || !this.#isOwn(url) || this.#seen.has(address)) return false;
    if (this.#seen.size < MAX_RESPONSES && this.#bytes < MAX_TOTAL_BYTES) {
      this.#seen.add(address);
      return true;
    }
    this.#skipped(RESPONSE_REASONS.tooMany, address);
    return false;
  }

  /** Null where it is more than anyone reads. */
  take(url: string, body: Uint8Array, kind: OwnResponse["kind"], isCutOff = false): OwnResponse | null {
    this.#bytes += body.length;
    if (!isCutOff && body.length <= MAX_BYTES) return { url, kind, body: Buffer.from(body).toString("utf8") };
    this.#skipped(RESPONSE_REASONS.tooLarge, url);
    return null;
  }

  async #read(response: Response, kind: OwnResponse["kind"]): Promise<OwnResponse | null> {
    let timer: NodeJS.Timeout | undefined;
    // One that streams for ever has no body yet.
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), BODY_MS);
    });
    const body = await Promise.race([response.body().catch(() => null), late]).finally(() =>
      clearTimeout(timer),
    );
    if (body !== null) return this.take(response.url(), body, kind);
    this.#skipped(RESPONSE_REASONS.gone, response.url());
    return null;
  }
}

export function kindOf(type: string): OwnResponse["kind"] | null {
  return SCRIPT.test(type) ? "script" : JSON_TYPE.test(type) ? "data" : null;
}
