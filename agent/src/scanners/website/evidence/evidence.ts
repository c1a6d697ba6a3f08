/**
 * What the scan saw, kept in a folder of this machine for whoever has to show it: pictures of the pages and their banner, the
 * requests as HAR 1.2 without bodies, and as a plain list. None of it leaves.
 */
import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page, Request, Response } from "playwright-core";
import { ScanError } from "../../../pipeline/scan-error.ts";
import { harEntry, requestLine, type SeenExchange } from "./har-entry.ts";
import { JsonList } from "./json-list.ts";
import { shownAddress } from "./shown-address.ts";

export const EVIDENCE_REASONS = {
  picture: "evidence: a picture of a page that could not be taken",
  noBrowser: "evidence: none without a browser",
  tooMuch: "evidence: more than the limit",
} as const;

export interface EvidenceSettings {
  folder: string;
  engineVersion: string;
  /** Masks personal data. */
  redact: (text: string) => string;
  skipped: (reason: string, address: string) => void;
}

const MAX_REQUESTS = 50_000;
const MAX_PICTURE_BYTES = 1024 ** 3;
const PICTURE_MS = 10_000;
/** A page has no end on some sites, and a picture has. */
const MAX_HEIGHT = 8_000;
const HEIGHT = "Math.max(document.documentElement.scrollHeight, innerHeight)";

interface SeenPage {
  startedDateTime: string;
  id: string;
  title: string;
  pageTimings: object;
  _pictures: string[];
}

export class Evidence {
  readonly #settings: EvidenceSettings;
  readonly #pages: SeenPage[];
  readonly #har: JsonList;
  readonly #requests: JsonList;
  #pictureBytes = 0;

  private constructor(settings: EvidenceSettings, pages: SeenPage[], har: JsonList, requests: JsonList) {
    this.#settings = settings;
    this.#pages = pages;
    this.#har = har;
    this.#requests = requests;
  }

  /** Throws `ScanError` where the folder cannot be made, or holds the evidence of another scan. */
  static async open(settings: EvidenceSettings): Promise<Evidence> {
    const { folder, engineVersion } = settings;
    const pages: SeenPage[] = [];
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const creator = { name: "DataGuardian", version: engineVersion };
      const begin = `{"log":{"version":"1.2","creator":${JSON.stringify(creator)},"entries":`;
      const har = await JsonList.create(
        join(folder, "requests.har"),
        begin,
        () => `,"pages":${JSON.stringify(pages)}}}`,
      );
      return new Evidence(settings, pages, har, await JsonList.create(join(folder, "requests.json")));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new ScanError(
        "disk",
        code === "EEXIST"
          ? "The folder for evidence holds that of another scan: give an empty one."
          : "The folder for evidence cannot be written: check that it may be made there, and that there is room.",
      );
    }
  }

  /** Writes down what the page asks for from now on. Gives the page's name in the evidence. */
  watch(page: Page, address: string): string {
    const id = `page-${String(this.#pages.length + 1).padStart(4, "0")}`;
    const startedDateTime = new Date().toISOString();
    const title = shownAddress(address, this.#settings.redact);
    this.#pages.push({ startedDateTime, id, title, pageTimings: {}, _pictures: [] });
    const responses = new WeakMap<Request, Response>();
    page.on("response", (response) => responses.set(response.request(), response));
    const add = (request: Request) => this.#add(id, request, responses.get(request));
    page.on("requestfinished", add);
    page.on("requestfailed", add);
    return id;
  }

  /** A picture of all of the page, as far as that is of use; one that cannot be taken is counted. */
  async picture(page: Page, id: string, name: string): Promise<void> {
    const { folder, skipped } = this.#settings;
    const seen = this.#pages.find((one) => one.id === id);
    if (this.#pictureBytes > MAX_PICTURE_BYTES) return skipped(EVIDENCE_REASONS.tooMuch, seen?.title ?? id);
    const file = `${id}-${name}.jpg`;
    try {
      const width = page.viewportSize()?.width ?? 1_280;
      const height = Math.min(MAX_HEIGHT, Number(await page.evaluate(HEIGHT)) || 720);
      const clip = { x: 0, y: 0, width, height };
      const options = { type: "jpeg", quality: 70, animations: "disabled", timeout: PICTURE_MS } as const;
      await writeFile(join(folder, file), await page.screenshot({ ...options, fullPage: true, clip }), {
        mode: 0o600,
        flag: "wx",
      });
      this.#pictureBytes += (await stat(join(folder, file))).size;
      seen?._pictures.push(file);
    } catch {
      skipped(EVIDENCE_REASONS.picture, seen?.title ?? id);
    }
  }

  /** Throws `ScanError` where the disk is full. */
  async close(): Promise<void> {
    try {
      await Promise.all([this.#har.close(), this.#requests.close()]);
    } catch {
      throw new ScanError(
        "disk",
        "The evidence could not be written: make room on the disk, or give another folder.",
      );
    }
  }

  #add(page: string, request: Request, response: Response | undefined): void {
    const { redact, skipped } = this.#settings;
    if (this.#requests.length >= MAX_REQUESTS)
      return skipped(EVIDENCE_REASONS.tooMuch, request.url().split("?")[0] ?? "");
    const { startTime, requestStart, responseStart, responseEnd } = request.timing();
    const seen: SeenExchange = {
      page,
      startedAt: startTime > 0 ? startTime : Date.now(),
      method: request.method(),
      url: request.url(),
      kind: request.resourceType(),
      frame: frameOf(request),
      requestHeaders: request.headers(),
      response: response
        ? { status: response.status(), statusText: response.statusText(), headers: response.headers() }
        : null,
      timing: { requestStart, responseStart, responseEnd },
    };
    this.#har.add(harEntry(seen, redact));
    this.#requests.add(requestLine(seen, redact));
  }
}

/** A navigation's frame is not there yet, and a worker has none. */
function frameOf(request: Request): string {
  try {
    return request.isNavigationRequest() ? request.url() : request.frame().url();
  } catch {
    return "";
  }
}
