/** For tests: scans of small sites on this machine, all in one browser. Names of third parties have no address there. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Finding } from "@dataguardian/shared/domain";
import { runScanner } from "../../../pipeline/run-scan.ts";
import { DEFAULT_LIMITS, WHOLE } from "../../../pipeline/scan-job.ts";
import type { Scanner } from "../../scanner.ts";
import { testSite } from "../network/test-site.ts";
import { websiteScannerWith } from "../website-scanner.ts";
import { guardBrowser, launchBrowser, type RunningBrowser } from "./launch.ts";

/** A page's text, or how it is answered. */
type Page = string | ((request: IncomingMessage, response: ServerResponse) => void);

interface TestScan {
  findings: Finding[];
  of: (type: string) => Finding[];
  /** The types of what was found, of those that `pattern` names, each once. */
  types: (pattern: RegExp) => string[];
  reasons: Record<string, number>;
  unitsScanned: number;
  origin: string;
}

export interface TestScans {
  running: RunningBrowser;
  scan(
    pages: Record<string, Page>,
    options?: {
      website?: object;
      by?: Scanner;
      hosts?: (origin: string) => string[];
      filterLists?: string[];
    },
  ): Promise<TestScan>;
  close(): Promise<void>;
}

export async function testScans(): Promise<TestScans> {
  const running = await launchBrowser();
  if (running === null) throw new Error("no browser");
  const usual = websiteScannerWith((guard, { userAgent }) => guardBrowser(running, guard, userAgent));
  return {
    running,
    async scan(pages, { website = {}, by = usual, hosts, filterLists } = {}) {
      const here = await testSite((request, response) => {
        const page = pages[request.url?.split("?")[0] ?? ""];
        if (page === undefined) return void response.writeHead(404).end();
        response.setHeader("content-type", request.url?.endsWith(".js") ? "text/javascript" : "text/html");
        if (typeof page === "string") response.end(page);
        else page(request, response);
      });
      const findings: Finding[] = [];
      try {
        const { coverage } = await runScanner(
          by,
          { kind: "website", target: `${here.origin}/`, options: { website }, shard: WHOLE },
          {
            fingerprintKey: new Uint8Array(32),
            signal: new AbortController().signal,
            limits: { ...DEFAULT_LIMITS, threads: 1 },
            emit: (finding) => void findings.push(finding),
            onProgress: () => {},
            website: { hosts: hosts?.(here.origin) ?? "typed", filterLists },
          },
        );
        return {
          findings,
          of: (type) => findings.filter(({ entityType }) => entityType === type),
          types: (pattern) =>
            [...new Set(findings.map(({ entityType }) => entityType))]
              .filter((type) => pattern.test(type))
              .sort(),
          reasons: Object.fromEntries(coverage.skipped.map(({ reason, count }) => [reason, count])),
          unitsScanned: coverage.unitsScanned,
          origin: here.origin,
        };
      } finally {
        await here.close();
      }
    },
    close: () => running.close(),
  };
}

export const withCookies =
  (cookies: string[], body: string): Page =>
  (_, response) =>
    response.setHeader("set-cookie", cookies).end(body);

/** A banner over the page, its buttons, and what a site keeps of a choice. */
export const BAR = (inner: string, more = "") =>
  `<div id="bar" style="position:fixed;bottom:0;background:#fff">
    <p>Wij gebruiken cookies om te zien wat u doet, en wij vragen of u dat goed vindt. Dat mag u altijd veranderen.</p>${inner}</div>${more}`;
const STYLE = "width:160px;height:40px;color:#fff;background:#036;font-size:14px;border:0";
export const choose = (value: string) =>
  `document.cookie='choice=${value}; max-age=9000'; document.getElementById('bar').remove()`;
export const YES = `<button style="${STYLE}" onclick="${choose("yes")}">Accepteren</button>`;
export const NO = `<button style="${STYLE}" onclick="${choose("no")}">Weigeren</button>`;
/** Gone once there is a choice, and back when it is asked for. */
export const ASK_ONCE = `<script>if (document.cookie.includes("choice=")) document.getElementById("bar").remove()</script>
  <footer><a href="#" onclick="document.cookie='choice=; max-age=0'; location.reload()">Cookie-instellingen</a></footer>`;
