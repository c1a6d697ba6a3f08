/** `npm run bench:website`: a website scan of fifty pages, beside a loop that only loads them in a browser. */
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
import { timedScan } from "../scans/timed-scan.ts";
import { type BenchSite, fiftyPages, PAGES, PLANTED } from "./fifty-pages.ts";

const AIM = 1.5;

const site = await fiftyPages();
try {
  // The first start unpacks the browser, which is no part of either.
  await plainLoop({ ...site, addresses: site.addresses.slice(0, 1) });
  const plain = await plainLoop(site);
  const { seconds, peakMb, findings } = await timedScan("website", `${site.origin}/`);
  const found = findings.filter(({ entityType }) => entityType === "NL_BSN").length;
  console.log(`pages loaded in a browser, nothing looked at   ${plain.toFixed(1)} s for ${PAGES} pages`);
  console.log(
    `dataguardian scan website                      ${seconds.toFixed(1)} s, ${peakMb.toFixed(0)} MB, ${found} of ${PLANTED} numbers`,
  );
  console.log(
    `ratio                                          ${(seconds / plain).toFixed(2)} (aim: at most ${AIM})`,
  );
} finally {
  await site.close();
}

/** Seconds, start of the browser included, as it is for the scan. */
async function plainLoop({ addresses }: BenchSite): Promise<number> {
  const startedAt = performance.now();
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--headless=shell"],
  });
  try {
    const page = await browser.newPage();
    for (const address of addresses) await page.goto(address, { waitUntil: "load" });
  } finally {
    await browser.close();
  }
  return (performance.now() - startedAt) / 1_000;
}
