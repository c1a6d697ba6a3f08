/** What a site asks, and whether it keeps to a refusal: in a context of its own, which nothing else sees. */
import type { BrowserContext, Page } from "playwright-core";
import { type Banner, findBanner, REJECT_MARK } from "./find-banner.ts";
import { type Look, lookAt, RequestLog } from "./look.ts";

export interface ConsentSight {
  banner: Banner | null;
  /** After refusing and loading the page anew; null where there was nothing to press, or it could not be pressed. */
  afterReject: Look | null;
}

const LOAD_MS = 15_000;
const QUIET_MS = 3_000;
/** Many banners come a while after the page. */
const BANNER_MS = 1_500;
const CLICK_MS = 3_000;
const SETTLE_MS = 500;

/** Rejects where the page does not load. `prepare` gets each page before it loads. */
export async function passConsent(
  context: BrowserContext,
  address: string,
  prepare: (page: Page) => void,
  now: () => number,
): Promise<ConsentSight> {
  const page = await opened(context, address, prepare);
  let found = await findBanner(page);
  if (found === null) {
    await page.waitForTimeout(BANNER_MS);
    found = await findBanner(page);
  }
  if (found === null) return { banner: null, afterReject: null };
  const { banner, frame } = found;
  if (banner.reject === null) return { banner, afterReject: null };
  try {
    await frame.locator(REJECT_MARK).first().click({ timeout: CLICK_MS });
  } catch {
    return { banner, afterReject: null };
  }
  await page.waitForTimeout(SETTLE_MS);
  await page.close();
  const log = new RequestLog();
  const again = await opened(context, address, prepare, log);
  return { banner, afterReject: await lookAt(again, log, context, now()) };
}

async function opened(
  context: BrowserContext,
  address: string,
  prepare: (page: Page) => void,
  log?: RequestLog,
): Promise<Page> {
  const page = await context.newPage();
  prepare(page);
  await log?.watch(page);
  await page.goto(address, { waitUntil: "load", timeout: LOAD_MS });
  await page.waitForLoadState("networkidle", { timeout: QUIET_MS }).catch(() => {});
  return page;
}
