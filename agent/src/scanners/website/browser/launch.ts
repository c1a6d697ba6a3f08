/** A browser of its own for one scan: behind the guard, with a profile that goes with it. */
import { access, constants } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { BROWSER_ARGUMENTS, startGuardProxy } from "../network/guard-proxy.ts";
import type { NetworkGuard } from "../network/network-guard.ts";

export interface GuardedBrowser {
  browser: Browser;
  /** Ends the browser and its way out. */
  close(): Promise<void>;
}

const START_MS = 30_000;
/** What the shipped browser needs where there is neither a screen nor a way to make sandboxes within one. */
const OWN_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--headless=shell", "--disable-dev-shm-usage"];

/** `executable`: the system's Chromium; without it the one that ships. Null where none starts. */
export async function launchBrowser(
  guard: NetworkGuard,
  executable?: string,
): Promise<GuardedBrowser | null> {
  const proxy = await startGuardProxy(guard);
  try {
    const { chromium } = await import("playwright-core");
    const { server, username, password } = proxy;
    const executablePath = executable ?? (await shippedBrowser());
    // A browser that cannot be started at all would leave its profile behind.
    await access(executablePath, constants.X_OK);
    const browser = await chromium.launch({
      executablePath,
      args: [...OWN_ARGUMENTS, ...BROWSER_ARGUMENTS],
      proxy: { server, username, password },
      timeout: START_MS,
    });
    return {
      browser,
      async close() {
        await browser.close().catch(() => {});
        await proxy.close();
      },
    };
  } catch {
    // Its message may hold paths and whatever the browser wrote. That there is none is all that matters.
    await proxy.close();
    return null;
  }
}

async function shippedBrowser(): Promise<string> {
  const { default: shipped } = await import("@sparticuz/chromium");
  return shipped.executablePath();
}
