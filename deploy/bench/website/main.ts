/** `npm run bench:website`: what a scan does with fifty pages in a browser, beside a loop that only loads them there. */
import {
  BrowserVisitor,
  CoverageCounter,
  NetworkGuard,
  openBrowser,
  shippedBrowser,
} from "@dataguardian/agent/browser";
import { type Browser, chromium } from "playwright-core";
import { timedScan, treeCpuSeconds } from "../scans/timed-scan.ts";
import { type BenchSite, fiftyPages, PAGES, PLANTED } from "./fifty-pages.ts";

const AIM = 1.5;
/** The two take turns, so that what else the machine does falls on both; the middle one counts. */
const ROUNDS = 5;

const site = await fiftyPages();
const shipped = await shippedBrowser();
const plainBrowser = await chromium.launch({
  executablePath: shipped.executable,
  args: ["--no-sandbox", "--disable-gpu", "--headless=shell"],
});
const guard = new NetworkGuard({ listed: [{ host: "localhost", port: Number(new URL(site.origin).port) }] });
const guarded = await openBrowser(guard);
if (guarded === null) throw new Error("There is no browser here.");
try {
  const plain: number[] = [];
  const inspected: number[] = [];
  const cpu = { plain: 0, inspected: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const from = treeCpuSeconds(process.pid);
    plain.push(await plainLoop(plainBrowser, site));
    const between = treeCpuSeconds(process.pid);
    inspected.push(await loadAndInspect(site));
    cpu.plain += (between - from) / ROUNDS;
    cpu.inspected += (treeCpuSeconds(process.pid) - between) / ROUNDS;
  }
  const [loop, pass] = [middle(plain), middle(inspected)];
  const processor = (seconds: number) => `${seconds.toFixed(1)} s of processor, browser and site included`;
  console.log(
    `pages loaded in a browser, nothing looked at   ${loop.toFixed(1)} s for ${PAGES} pages, ${processor(cpu.plain)}`,
  );
  console.log(
    `loaded behind the guard and looked at          ${pass.toFixed(1)} s, ${processor(cpu.inspected)}`,
  );
  console.log(
    `ratio                                          ${(pass / loop).toFixed(2)} (aim: at most ${AIM}), ${inspected.map((one, i) => (one / (plain[i] ?? 1)).toFixed(2)).join(" ")}`,
  );
  const { seconds, peakMb, cpuSeconds, findings } = await timedScan("website", `${site.origin}/`);
  const found = findings.filter(({ entityType }) => entityType === "NL_BSN").length;
  console.log(
    `dataguardian scan website, all of its passes   ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of processor, ${peakMb.toFixed(0)} MB, ${found} of ${PLANTED} numbers`,
  );
} finally {
  await guarded.close();
  await plainBrowser.close();
  await shipped.close();
  await site.close();
}

/** Seconds, in a browser that has started and a tab that has shown a page, as it is for the other. */
async function plainLoop(browser: Browser, { addresses }: BenchSite): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(addresses[0] ?? "", { waitUntil: "load" });
  const startedAt = performance.now();
  for (const address of addresses) await page.goto(address, { waitUntil: "load" });
  const seconds = (performance.now() - startedAt) / 1_000;
  await context.close();
  return seconds;
}

/** What each page keeps, asks for and shows, as the crawl goes over them; the passes after it are one for each site. */
async function loadAndInspect({ addresses, origin }: BenchSite): Promise<number> {
  if (guarded === null) throw new Error("There is no browser here.");
  const visitor = new BrowserVisitor({
    browser: guarded,
    guard,
    start: `${origin}/`,
    mayFollow: () => true,
    coverage: new CoverageCounter((text) => text),
    maker: { observe: () => null },
    now: Date.now,
  });
  const fetch = () => Promise.reject(new Error("A page was not shown."));
  const { signal } = new AbortController();
  const look = async (address: string) => {
    const visit = await visitor.visit(address, fetch, signal);
    if (!("source" in visit)) throw new Error("A page was not shown.");
    for await (const _ of visit.found ?? []);
  };
  // It has two tabs, which it opens as it needs them.
  for (let tab = 0; tab < 2; tab++) await look(addresses[0] ?? "");
  const startedAt = performance.now();
  for (const address of addresses) await look(address);
  return (performance.now() - startedAt) / 1_000;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
