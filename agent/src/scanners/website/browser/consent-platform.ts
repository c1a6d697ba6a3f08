/** The platform that asks for consent, by the rules of autoconsent, in the page and in its frames: its name, and its way to refuse. */
import type { Page } from "playwright-core";
import { z } from "zod";
import { consentScript } from "./consent-rules.ts";
import { type FrameWorld, frameWorlds } from "./frame-worlds.ts";

/** It mostly takes a tenth of that, and a busy machine all of it. */
const DETECT_MS = 5_000;
const REFUSE_MS = 15_000;
const POLL_MS = 50;
const WORLD = "scan-consent-platform";
const NAME_CHARS = 60;
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
  [/^sourcepoint/i, "Sourcepoint"],
  [/^funding-choices/i, "Google Funding Choices"],
];

const cmp = z.string().max(200);
/** A page cannot touch the world that sends these, and is still not trusted with their form. */
const messages = z.array(
  z.union([
    z.object({ type: z.literal(["cmpDetected", "popupFound"]), cmp }),
    z.object({ type: z.literal("eval"), id: z.string(), code: z.string() }),
    z.object({ type: z.literal("report"), state: z.object({ lifecycle: z.string() }) }),
    z.object({
      type: z.literal("optOutResult"),
      cmp,
      result: z.boolean(),
      scheduleSelfTest: z.boolean(),
    }),
    z.object({ type: z.literal("selfTestResult"), result: z.boolean() }),
    z.object({
      type: z.string().regex(/^(?!(?:cmpDetected|popupFound|eval|report|optOutResult|selfTestResult)$)/),
    }),
  ]),
);
type Message = z.infer<typeof messages>[number];

/** Null where no rule knows it, or the page does not answer in time. */
export async function consentPlatform(page: Page): Promise<string | null> {
  return inTime(DETECT_MS, async (until) => {
    const watch = await RuleWatch.start(page);
    const silent = new Set<FrameWorld>();
    let named: string | null = null;
    await watch.follow(until, (message, world) => {
      if (message.type === "cmpDetected" && "cmp" in message) named ??= nameOf(message.cmp);
      if ("state" in message && /^(?:nothingDetected|gone)$/.test(message.state.lifecycle)) silent.add(world);
      return named !== null || silent.size === watch.worlds.length;
    });
    return named;
  });
}

/**
 * Refuses by the steps of the platform's rule, on a page that asks. True where that is a refusal: the platform itself says so
 * afterwards, by its own interface or cookie, or the steps are presses on what refuses. What else a rule does counts as nothing.
 */
export async function refuseByRule(page: Page): Promise<boolean> {
  const done = await inTime(REFUSE_MS, async (until) => {
    const watch = await RuleWatch.start(page);
    const { refusing } = await consentScript();
    const asked = new Map<FrameWorld, string>();
    const failed = new Set<FrameWorld>();
    const patientUntil = until - REFUSE_MS + DETECT_MS;
    let isRefused = false;
    await watch.follow(until, (message, world) => {
      if (message.type === "popupFound" && "cmp" in message) {
        asked.set(world, message.cmp);
        world.run(received({ type: "optOut" })).catch(() => {});
      } else if ("scheduleSelfTest" in message) {
        const { result, scheduleSelfTest, cmp: rule } = message;
        if (result && scheduleSelfTest) world.run(received({ type: "selfTest" })).catch(() => {});
        else if (result && refusing.has(rule)) isRefused = true;
        else failed.add(world);
      } else if ("state" in message && message.state.lifecycle === "gone") {
        // Many a question goes with its frame as soon as it is answered.
        if (refusing.has(asked.get(world) ?? "")) isRefused = true;
        else if (asked.has(world)) failed.add(world);
      } else if (message.type === "selfTestResult" && "result" in message) {
        if (message.result) isRefused = true;
        else failed.add(world);
      }
      // What a rule of the page cannot do, one of a frame in it may.
      return isRefused || (performance.now() > patientUntil && failed.size === asked.size);
    });
    return isRefused;
  });
  return done === true;
}

/** What a frame says that is there no more. */
const GONE = { type: "report", state: { lifecycle: "gone" } };

/** One answer each to what the rules ask of the page, until `isOver`. */
class RuleWatch {
  readonly worlds: readonly FrameWorld[];
  readonly #page: Page;

  private constructor(page: Page, worlds: readonly FrameWorld[]) {
    this.#page = page;
    this.worlds = worlds;
  }

  static async start(page: Page): Promise<RuleWatch> {
    const [{ inPage, inFrame }, worlds] = await Promise.all([consentScript(), frameWorlds(page, WORLD)]);
    await Promise.all(worlds.map((world) => world.run(world.isMain ? inPage : inFrame).catch(() => null)));
    return new RuleWatch(page, worlds);
  }

  async follow(until: number, isOver: (message: Message, world: FrameWorld) => boolean): Promise<void> {
    while (performance.now() < until) {
      for (const world of this.worlds) {
        // A frame may go with the question that stood in it.
        const sent = messages.safeParse(await world.run("scanSent.splice(0)").catch(() => [GONE]));
        for (const message of sent.success ? sent.data : []) {
          if ("code" in message) void answer(world, message);
          else if (isOver(message, world)) return;
        }
      }
      await this.#page.waitForTimeout(POLL_MS);
    }
  }
}

async function answer(world: FrameWorld, { id, code }: { id: string; code: string }): Promise<void> {
  const result: unknown = await world.runInPage(code).catch(() => false);
  await world.run(received({ type: "evalResp", id, result: result === true })).catch(() => {});
}

const received = (message: object) => `void autoconsentReceiveMessage(${JSON.stringify(message)})`;

/** Null where it takes longer, or the page fails it. */
async function inTime<T>(ms: number, work: (until: number) => Promise<T | null>): Promise<T | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), ms);
  try {
    return await Promise.race([work(performance.now() + ms).catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}

function nameOf(rule: string): string {
  return KNOWN_AS.find(([pattern]) => pattern.test(rule))?.[1] ?? rule.slice(0, NAME_CHARS);
}
