/** The name of the platform that asks for consent, by the rules of autoconsent; it detects, and presses nothing. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { z } from "zod";
import { sessionOf } from "./tab-session.ts";

const DETECT_MS = 2_000;
const POLL_MS = 50;
const WORLD = "scan-consent-platform";
const NAME_CHARS = 60;
/** Rules for one site each say nothing of a platform. */
const ONE_SITE = /^auto_/;
const CONFIG = {
  enabled: true,
  autoAction: null,
  disabledCmps: [],
  enablePrehide: false,
  enableCosmeticRules: true,
  enableGeneratedRules: false,
  enableHeuristicDetection: false,
  enablePopupMutationObserver: false,
  heuristicMode: "off",
  heuristicPopupSearchTimeout: 0,
  detectRetries: 0,
  isMainWorld: false,
  prehideTimeout: 0,
  visualTest: false,
  performanceLoggingEnabled: false,
  logs: {},
};
/** As people know them; another one is named as its rule is. */
const KNOWN_AS: readonly (readonly [RegExp, string])[] = [
  [/^onetrust/i, "OneTrust"],
  [/cookiebot/i, "Cookiebot"],
  [/^usercentrics/i, "Usercentrics"],
  [/^didomi/i, "Didomi"],
  [/^complianz/i, "Complianz"],
  [/^cookieyes/i, "CookieYes"],
  [/^trustarc/i, "TrustArc"],
  [/^quantcast/i, "Quantcast"],
  [/^funding-choices/i, "Google Funding Choices"],
];

/** A page cannot touch the world that sends these, and is still not trusted with their form. */
const messages = z.array(
  z.union([
    z.object({ type: z.literal("cmpDetected"), cmp: z.string().max(200) }),
    z.object({ type: z.literal("eval"), id: z.string(), code: z.string() }),
    z.object({ type: z.literal("report"), state: z.object({ lifecycle: z.string() }) }),
    z.object({ type: z.string().regex(/^(?!cmpDetected$|eval$|report$)/) }),
  ]),
);

let script: Promise<string> | undefined;

/** Null where no rule knows it, or the page does not answer in time. */
export async function consentPlatform(page: Page): Promise<string | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), DETECT_MS);
  try {
    return await Promise.race([detect(page, performance.now() + DETECT_MS).catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function detect(page: Page, until: number): Promise<string | null> {
  script ??= scriptOf();
  const session = await sessionOf(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  // Scripts of the page see nothing of this world, and its content security policy does not reach here.
  const { executionContextId: contextId } = await session.send("Page.createIsolatedWorld", {
    frameId: frameTree.frame.id,
    worldName: WORLD,
  });
  const run = async (expression: string): Promise<unknown> => {
    const { result } = await session.send("Runtime.evaluate", {
      expression,
      contextId,
      returnByValue: true,
    });
    return result.value;
  };
  await run(await script);
  while (performance.now() < until) {
    for (const message of messages.parse(await run("scanSent.splice(0)"))) {
      if ("cmp" in message) return nameOf(message.cmp);
      if ("state" in message && message.state.lifecycle === "nothingDetected") return null;
      if ("code" in message) {
        const result: unknown = await page.evaluate(message.code).catch(() => false);
        const answer = JSON.stringify({ type: "evalResp", id: message.id, result: result === true });
        await run(`void autoconsentReceiveMessage(${answer})`);
      }
    }
    await page.waitForTimeout(POLL_MS);
  }
  return null;
}

/** What the package ships for Playwright, as it is, with its rules: nothing is fetched. */
async function scriptOf(): Promise<string> {
  const place = new URL("autoconsent.playwright.js", import.meta.resolve("@duckduckgo/autoconsent"));
  const [source, { default: all }] = await Promise.all([
    readFile(place, "utf8"),
    import("@duckduckgo/autoconsent/rules/rules.json", { with: { type: "json" } }),
  ]);
  const rules = { autoconsent: all.autoconsent.filter(({ name }) => !ONE_SITE.test(name)) };
  const first = JSON.stringify({ type: "initResp", config: CONFIG, rules });
  return `globalThis.scanSent = []; window.autoconsentSendMessage = async (message) => void scanSent.push(message);
    ${source}
    void autoconsentReceiveMessage(${first}); undefined`;
}

function nameOf(rule: string): string {
  return KNOWN_AS.find(([pattern]) => pattern.test(rule))?.[1] ?? rule.slice(0, NAME_CHARS);
}
