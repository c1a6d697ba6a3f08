/** A visitor's clean profile, and a page of it that cannot hold up a scan. */
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { GuardedBrowser } from "./launch.ts";
import { NOTES } from "./look.ts";

const OPENED_REASONS = {
  download: "a file that a page began to download by itself",
  dialog: "a dialog that a page opened",
  popup: "a window that a page opened",
} as const;

export async function cleanContext(
  browser: GuardedBrowser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ ...options, acceptDownloads: false });
  await context.addInitScript(NOTES);
  return context;
}

/** Ends what a page opens beside itself; `count` gets the reason. */
export function keepCalm(page: Page, count: (reason: string) => void): void {
  page.on("dialog", (dialog) => {
    count(OPENED_REASONS.dialog);
    void dialog.dismiss().catch(() => {});
  });
  page.on("popup", (popup) => {
    count(OPENED_REASONS.popup);
    void popup.close().catch(() => {});
  });
  page.on("download", (download) => {
    count(OPENED_REASONS.download);
    void download.cancel().catch(() => {});
  });
}

/** Null where it takes longer, or the scan ends first. It must not reject. */
export async function within<T>(promise: Promise<T>, ms: number, signal: AbortSignal): Promise<T | null> {
  const { promise: ended, resolve } = Promise.withResolvers<null>();
  const end = () => resolve(null);
  const timer = setTimeout(end, ms);
  signal.addEventListener("abort", end, { once: true });
  if (signal.aborted) end();
  try {
    return await Promise.race([promise, ended]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", end);
  }
}
