/**
 * The server's answer to a navigation, looked at before the browser acts on it: where it leads, whether it is a page at all,
 * and how large it is. One request serves the browser and whoever reads the source.
 */
import type { CDPSession, Page } from "playwright-core";
import type { PageSource } from "../content/page-source.ts";
import type { SkippedVisit } from "../crawl/site-scan.ts";
import { type AnswerHead, noPageBy, PAGE_BYTES, pageSource, STATIC_REASONS } from "../crawl/static-visit.ts";
import { FETCH_FAULTS } from "../network/guarded-fetch.ts";
import { sessionOf } from "./tab-session.ts";

export type FirstAnswer = { source: PageSource; bytes: number } | SkippedVisit | { document: string };

/** What the browser's protocol says of a request that waits for a word (Fetch.requestPaused). */
interface Paused {
  requestId: string;
  frameId: string;
  request: { url: string };
  responseStatusCode?: number;
  responseHeaders?: { name: string; value: string }[];
}

const READ_BYTES = 512 * 1024;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export interface AnswerSettings {
  /** Asked before each redirect. */
  mayFollow: (url: URL) => boolean;
  /** Called where there is an answer, once. */
  answered: (answer: FirstAnswer) => void;
}

/** Of a tab, what stops at each answer to a document; `watch` is the visit that it belongs to. */
interface AnswerGate {
  session: CDPSession;
  frame: string;
  watch: AnswerWatch | null;
}

const gates = new WeakMap<Page, AnswerGate>();

export class AnswerWatch {
  readonly #session: CDPSession;
  readonly #frame: string;
  readonly #settings: AnswerSettings;
  #isOver = false;

  private constructor({ session, frame }: AnswerGate, settings: AnswerSettings) {
    this.#session = session;
    this.#frame = frame;
    this.#settings = settings;
  }

  /** Of the page's next navigation, until what comes back is called. */
  static async start(page: Page, settings: AnswerSettings): Promise<() => void> {
    const gate = gates.get(page) ?? (await AnswerWatch.#open(page));
    gates.set(page, gate);
    gate.watch = new AnswerWatch(gate, settings);
    return () => {
      gate.watch = null;
    };
  }

  /** Once a tab, which keeps its frame whatever is shown in it. */
  static async #open(page: Page): Promise<AnswerGate> {
    const session = await sessionOf(page);
    const { frameTree } = await session.send("Page.getFrameTree");
    const gate: AnswerGate = { session, frame: frameTree.frame.id, watch: null };
    session.on("Fetch.requestPaused", (paused: Paused) => {
      const { requestId } = paused;
      const fail = () => session.send("Fetch.failRequest", { requestId, errorReason: "Failed" });
      // Between two visits nothing of a page goes on. A page that is gone has taken its request along.
      void (gate.watch === null ? fail() : gate.watch.#judge(paused).catch(fail)).catch(() => {});
    });
    await session.send("Fetch.enable", {
      patterns: [{ resourceType: "Document", requestStage: "Response" }],
    });
    return gate;
  }

  async #judge({
    requestId,
    frameId,
    request,
    responseStatusCode,
    responseHeaders = [],
  }: Paused): Promise<void> {
    const goOn = () => this.#session.send("Fetch.continueRequest", { requestId });
    const status = responseStatusCode ?? 0;
    if (frameId !== this.#frame || this.#isOver || status === 0) return void (await goOn());
    const head: AnswerHead = {
      url: request.url.split("#")[0] ?? "",
      status,
      headers: headersOf(responseHeaders),
    };
    // The guard's own word is no answer of the site: what is behind it is found out by asking without the browser.
    if (head.headers["x-refused"] !== undefined) return this.#abort(requestId);
    const { location } = head.headers;
    if (REDIRECTS.has(status) && typeof location === "string") {
      const next = URL.parse(location, head.url);
      if (next === null || this.#settings.mayFollow(next)) return void (await goOn());
      return this.#fail(requestId, { skip: FETCH_FAULTS.elsewhere, leadsTo: next.href });
    }
    const noPage = noPageBy(head);
    if (noPage) return this.#fail(requestId, noPage);
    const body = await this.#bodyOf(requestId);
    if (body === null) return this.#fail(requestId, { skip: STATIC_REASONS.tooLarge });
    this.#end({ source: pageSource(head, body), bytes: body.length });
    await this.#session.send("Fetch.fulfillRequest", {
      requestId,
      responseCode: status,
      // The body is unpacked by now.
      responseHeaders: responseHeaders.filter(({ name }) => !/^content-(?:encoding|length)$/i.test(name)),
      body: body.toString("base64"),
    });
  }

  #end(answer: FirstAnswer): void {
    this.#isOver = true;
    this.#settings.answered(answer);
  }

  #fail(requestId: string, answer: FirstAnswer): Promise<void> {
    this.#end(answer);
    return this.#abort(requestId);
  }

  async #abort(requestId: string): Promise<void> {
    await this.#session.send("Fetch.failRequest", { requestId, errorReason: "Aborted" });
  }

  /** Null where there is more of it than anyone reads. */
  async #bodyOf(requestId: string): Promise<Buffer | null> {
    const { stream: handle } = await this.#session.send("Fetch.takeResponseBodyAsStream", { requestId });
    const read = () => this.#session.send("IO.read", { handle, size: READ_BYTES });
    const parts: Buffer[] = [];
    let bytes = 0;
    // The next one is asked for before the one before has come: mostly it is the last.
    for (let next = read(); ;) {
      const coming = next;
      next = read();
      next.catch(() => {});
      const { data, base64Encoded, eof } = await coming;
      const part = Buffer.from(data, base64Encoded ? "base64" : "utf8");
      parts.push(part);
      bytes += part.length;
      if (!eof && bytes <= PAGE_BYTES) continue;
      void this.#session.send("IO.close", { handle }).catch(() => {});
      return bytes > PAGE_BYTES ? null : Buffer.concat(parts);
    }
  }
}

/** Names in lower case; what comes more than once is a list. */
function headersOf(pairs: readonly { name: string; value: string }[]): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const { name, value } of pairs) {
    const key = name.toLowerCase();
    const before = headers[key];
    headers[key] =
      before === undefined ? value : [...(typeof before === "string" ? [before] : before), value];
  }
  return headers;
}
