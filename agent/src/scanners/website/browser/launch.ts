/** A browser for scans: each in contexts of its own behind the scan's guard, with profiles that go with them. */
import { rmSync } from "node:fs";
import { access, constants, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import { BROWSER_ARGUMENTS, PROXY_ITSELF, startGuardProxy } from "../network/guard-proxy.ts";
import type { NetworkGuard } from "../network/network-guard.ts";
import { type ShippedBrowser, shippedBrowser } from "./shipped-browser.ts";
import { appearanceOf, appearAs } from "./user-agent.ts";

export interface RunningBrowser {
  browser: Browser;
  /** Whether what a page breaks into is still held by Chromium's own walls. */
  isSandboxed: boolean;
  close(): Promise<void>;
}

export interface GuardedBrowser {
  /** A clean profile, whose only way out is the guard. */
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Ends its contexts and their way out. */
  close(): Promise<void>;
}

const START_MS = 30_000;
/** What the shipped browser needs where there is no screen. */
const OWN_ARGUMENTS = ["--disable-gpu", "--headless=shell", "--disable-dev-shm-usage"];
const TRUST = "--ignore-certificate-errors-spki-list";
const INHERITED = /^(?:PATH|HOME|USER|LANG|LANGUAGE|LC_\w+|TZ|LD_LIBRARY_PATH|FONTCONFIG_\w+|XDG_\w+)$/;
/** Nothing listens there: a context without a guard gets nowhere. */
const NOWHERE = "http://127.0.0.1:9";

export interface BrowserSettings {
  /** The system's Chromium; without it the one that ships. */
  executable?: string | undefined;
  /** What it calls itself; without it as it does with a window. */
  userAgent?: string | undefined;
  /** Public keys of servers that are trusted whoever issued their certificates: SHA-256 of the SPKI in base64. */
  trustedKeys?: readonly string[] | undefined;
}

/** Null where none starts. */
export async function launchBrowser({
  executable,
  trustedKeys = [],
}: BrowserSettings = {}): Promise<RunningBrowser | null> {
  let shipped: ShippedBrowser | null = null;
  try {
    shipped = executable === undefined ? await shippedBrowser() : null;
    const path = executable ?? shipped?.executable ?? "";
    await access(path, constants.X_OK);
    // Chromium makes its sandbox of user namespaces, which not every machine gives, and never for root.
    const isRoot = process.getuid?.() === 0;
    const trusting = trustedKeys.length > 0 ? [`${TRUST}=${trustedKeys.join(",")}`] : [];
    const first = isRoot ? null : await start(path, true, trusting).catch(() => null);
    const started = first ?? (await start(path, false, trusting));
    return {
      browser: started.browser,
      isSandboxed: first !== null,
      async close() {
        await started.close();
        await shipped?.close();
      },
    };
  } catch {
    // Its message may hold paths and whatever the browser wrote. That there is none is all that matters.
    await shipped?.close().catch(() => {});
    return null;
  }
}

/** In one folder of its own, which goes with it however it ends: else a browser that falls at once leaves its profile behind. */
async function start(
  executablePath: string,
  chromiumSandbox: boolean,
  more: readonly string[],
): Promise<{ browser: Browser; close(): Promise<void> }> {
  const { chromium } = await import("playwright-core");
  const folder = await mkdtemp(join(tmpdir(), "dataguardian-browser-"));
  const clear = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const context = await chromium.launchPersistentContext(join(folder, "profile"), {
      executablePath,
      chromiumSandbox,
      artifactsDir: folder,
      env: { ...inherited(), TMPDIR: folder },
      args: [...OWN_ARGUMENTS, ...BROWSER_ARGUMENTS, ...more],
      proxy: { server: NOWHERE },
      timeout: START_MS,
    });
    const browser = context.browser();
    if (browser === null) throw new Error("a context without a browser");
    // Playwright has ended the browser by then, as it came first.
    const onExit = () => rmSync(folder, { recursive: true, force: true });
    process.once("exit", onExit);
    return {
      browser,
      async close() {
        await browser.close().catch(() => {});
        await clear();
        process.off("exit", onExit);
      },
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

/** A browser needs little of the environment, and what else is there may be secret. */
function inherited(): Record<string, string> {
  const own = Object.entries(process.env).filter(([name]) => INHERITED.test(name));
  return Object.fromEntries(own.map(([name, value]) => [name, value ?? ""]));
}

/** For one scan alone. Null where none starts; the guard is then as it was. */
export async function openBrowser(
  guard: NetworkGuard,
  settings: BrowserSettings = {},
): Promise<GuardedBrowser | null> {
  const running = await launchBrowser(settings);
  if (running === null) return null;
  const guarded = await guardBrowser(running, guard, settings.userAgent);
  return {
    ...guarded,
    async close() {
      await running.close();
      await guarded.close();
    },
  };
}

/** Of a running browser, the part that one scan sees. */
export async function guardBrowser(
  { browser }: Pick<RunningBrowser, "browser">,
  guard: NetworkGuard,
  userAgent?: string,
): Promise<GuardedBrowser> {
  const session = await browser.newBrowserCDPSession();
  const { userAgent: usual } = await session.send("Browser.getVersion");
  await session.detach();
  const seen = { usual, version: browser.version(), platform: process.platform, arch: process.arch };
  const { server, username, password, close } = await startGuardProxy(guard);
  const contexts = new Set<BrowserContext>();
  return {
    async newContext(options = {}) {
      const appearance = appearanceOf(seen, options.isMobile === true, userAgent);
      const named = { ...options, userAgent: appearance.userAgent };
      const context = await browser.newContext({ ...named, proxy: { server } });
      contexts.add(context);
      context.once("close", () => contexts.delete(context));
      await introduce(context, { username, password });
      appearAs(context, appearance);
      return context;
    },
    async close() {
      await Promise.all([...contexts].map((context) => context.close().catch(() => {})));
      await close();
    },
  };
}

/**
 * Tells the proxy whose the context is, once: the browser goes on telling it by itself. Playwright would stop each request and ask,
 * and turn the cache off for it.
 */
async function introduce(
  context: BrowserContext,
  who: { username: string; password: string },
): Promise<void> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const authChallengeResponse = { response: "ProvideCredentials" as const, ...who };
  session.on("Fetch.authRequired", ({ requestId }) => {
    void session.send("Fetch.continueWithAuth", { requestId, authChallengeResponse }).catch(() => {});
  });
  session.on("Fetch.requestPaused", ({ requestId }) => {
    void session.send("Fetch.continueRequest", { requestId }).catch(() => {});
  });
  await session.send("Fetch.enable", { handleAuthRequests: true });
  await page.goto(PROXY_ITSELF);
  await page.close();
}
