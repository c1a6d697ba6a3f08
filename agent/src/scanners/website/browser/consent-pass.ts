/** What a site asks and whether it keeps to the answer: each choice by a visitor of its own, whom nothing else has touched. */
import type { BrowserContext, Page } from "playwright-core";
import { consentPlatform, refuseByRule } from "./consent-platform.ts";
import { type Banner, choiceMark, findBanner, type FoundBanner } from "./find-banner.ts";
import { type Choices, findChoices, turnOff } from "./find-choices.ts";
import { findWithdrawal } from "./find-withdrawal.ts";
import type { RefusalWay } from "./judge-banner.ts";
import type { FilterLists } from "./filter-lists.ts";
import { type Look, lookAt, RequestLog, type SeenEntry } from "./look.ts";
import { Traffic } from "./stillness.ts";

/** A visitor who goes to the start page. `second`: another page of the site, where one is known. */
export interface Visitor {
  context: BrowserContext;
  address: string;
  second: string | null;
  /** Gets each page before it loads. */
  prepare: (page: Page) => void;
  /** Keeps a picture of it as evidence, where someone wants to have one. */
  picture: (page: Page, name: string) => Promise<void>;
  lists: FilterLists | undefined;
  now: () => number;
}

export interface Refusal extends RefusalWay {
  banner: Banner | null;
  pageText: string;
  /** Whose banner it is, where a rule knows it. */
  platform: string | null;
  /** By the steps that are known of the platform, where no way was found by looking. */
  isByRule: boolean;
  /** After refusing, the page loaded anew and the second page; null where there was no way to refuse. */
  look: Look | null;
}

export interface Acceptance {
  banner: Banner;
  look: Look;
  hasWithdrawal: boolean;
}

const LOAD_MS = 15_000;
const QUIET_MS = 3_000;
const BANNER_MS = 1_500;
const CLICK_MS = 3_000;
const SETTLE_MS = 500;
const PAGE_TEXT = "document.body ? document.body.innerText.slice(0, 40000) : ''";

/** Rejects where the page does not load, as the others do. */
export async function refuse(visitor: Visitor): Promise<Refusal> {
  const page = await opened(visitor);
  const found = await findBanner(page, BANNER_MS);
  await visitor.picture(page, "banner");
  const pageText = String(await page.evaluate(PAGE_TEXT).catch(() => ""));
  if (found === null)
    return {
      banner: null,
      pageText,
      platform: null,
      choices: null,
      clicks: null,
      stillAsks: false,
      isByRule: false,
      look: null,
    };
  const platform = await consentPlatform(page);
  const way = await pressRefusal(page, found);
  const banner = found.banner;
  const isByRule = way.clicks === null && platform !== null && (await refusedByRule(visitor, page));
  const seen = { banner, pageText, platform, ...way, isByRule };
  if (way.clicks === null && !isByRule) return { ...seen, stillAsks: false, look: null };
  await page.close();
  let stillAsks = false;
  const look = await lookAgain(visitor, async (again) => {
    await visitor.picture(again, "after-refusing");
    stillAsks = (await findBanner(again))?.banner.blocks ?? false;
  });
  return { ...seen, stillAsks, look };
}

/** On the page as it was before anything was pressed. */
async function refusedByRule(visitor: Visitor, page: Page): Promise<boolean> {
  try {
    await load(page, visitor.address);
    if ((await findBanner(page, BANNER_MS)) === null || !(await refuseByRule(page))) return false;
    await page.waitForTimeout(SETTLE_MS);
    return true;
  } catch {
    return false;
  }
}

async function pressRefusal(
  page: Page,
  { banner, frame }: FoundBanner,
): Promise<{ clicks: number | null; choices: Choices | null }> {
  let clicks = 0;
  let choices: Choices | null = null;
  const press = async (place: typeof frame, choice: Parameters<typeof choiceMark>[0]) => {
    await place.locator(choiceMark(choice)).first().click({ timeout: CLICK_MS });
    clicks++;
    await page.waitForTimeout(SETTLE_MS);
  };
  try {
    if (banner.reject !== null) await press(frame, "reject");
    else if (banner.hasSettings) await press(frame, "settings");
    else return { clicks: null, choices };
    // A banner that stands there as before has taken the press, or is slow to go; another one asks whether the visitor is sure.
    if (banner.reject !== null && !(await asksMore(page, banner))) return { clicks, choices };
    const layer = await secondLayer(page);
    if (layer === null || layer.choices.refuse === null)
      // After a refusal, no more than a word of thanks.
      return { clicks: banner.reject === null ? null : clicks, choices: layer?.choices ?? null };
    choices = layer.choices;
    if (choices.refuse === "save") clicks += await turnOff(page, layer.frame);
    await press(layer.frame, choices.refuse ?? "save");
    return { clicks, choices };
  } catch {
    return { clicks: null, choices };
  }
}

/** The second layer alone, where the first has a way to refuse; null where there is none, or it could not be opened. */
export async function openSecondLayer(visitor: Visitor): Promise<Choices | null> {
  const page = await opened(visitor);
  const found = await findBanner(page, BANNER_MS);
  if (found === null || !found.banner.hasSettings) return null;
  await found.frame.locator(choiceMark("settings")).first().click({ timeout: CLICK_MS });
  await page.waitForTimeout(SETTLE_MS);
  const layer = await secondLayer(page);
  await visitor.picture(page, "second-layer");
  return layer?.choices ?? null;
}

/** Null where there was nothing to press, or it could not be pressed. */
export async function accept(visitor: Visitor): Promise<Acceptance | null> {
  const page = await opened(visitor);
  const found = await findBanner(page, BANNER_MS);
  if (found === null || found.banner.accept === null) return null;
  try {
    await found.frame.locator(choiceMark("accept")).first().click({ timeout: CLICK_MS });
  } catch {
    return null;
  }
  await page.waitForTimeout(SETTLE_MS);
  await page.close();
  let hasWithdrawal = false;
  const look = await lookAgain(visitor, async (again) => {
    await visitor.picture(again, "after-agreeing");
    // A banner that stays is a way back, if not a pretty one.
    const stays = await findBanner(again);
    const hasBanner = stays !== null && (stays.banner.reject !== null || stays.banner.hasSettings);
    hasWithdrawal = hasBanner || (await canWithdraw(again));
  });
  return { banner: found.banner, look, hasWithdrawal };
}

/** What a phone gets to see before any choice. */
export async function lookAround(visitor: Visitor): Promise<{ banner: Banner | null; look: Look }> {
  const log = new RequestLog(visitor.lists);
  const page = await opened(visitor, log);
  const found = await findBanner(page, BANNER_MS);
  await visitor.picture(page, "phone");
  return { banner: found?.banner ?? null, look: await lookAt({ page, log, ...visitor }) };
}

/** The start page once more, which `meet` gets to see, and the second page. */
async function lookAgain(visitor: Visitor, meet: (again: Page) => Promise<void>): Promise<Look> {
  const { second } = visitor;
  const log = new RequestLog(visitor.lists);
  const page = await opened(visitor, log);
  const first = await lookAt({ page, log, ...visitor });
  await meet(page);
  if (second === null) return first;
  try {
    await load(page, second);
    const next = await lookAt({ page, log, ...visitor });
    const kept = [...first.storage, ...next.storage].map((entry) => [keyOf(entry), entry] as const);
    const storage = [...new Map(kept).values()];
    return { ...next, storage, probes: [...first.probes, ...next.probes] };
  } catch {
    return first;
  }
}

/** What pages of one origin keep, they share. */
const keyOf = ({ kind, of, name }: SeenEntry) => `${kind} ${URL.parse(of)?.origin ?? of} ${name}`;

/** On this page, or on the statement about cookies that it links. */
async function canWithdraw(page: Page): Promise<boolean> {
  const { control, statement } = await findWithdrawal(page);
  if (control || statement === null) return control;
  try {
    await load(page, statement);
    return (await findWithdrawal(page)).control;
  } catch {
    return false;
  }
}

async function asksMore(page: Page, before: Banner): Promise<boolean> {
  const found = await findBanner(page);
  return found !== null && found.banner.reject?.text !== before.reject?.text;
}

async function secondLayer(page: Page): ReturnType<typeof findChoices> {
  let layer = await findChoices(page);
  for (let waited = 0; (layer?.choices.refuse ?? null) === null && waited < BANNER_MS; waited += SETTLE_MS) {
    await page.waitForTimeout(SETTLE_MS);
    layer = await findChoices(page);
  }
  return layer;
}

async function opened({ context, address, prepare }: Visitor, log?: RequestLog): Promise<Page> {
  const page = await context.newPage();
  prepare(page);
  await log?.watch(page);
  await load(page, address);
  return page;
}

async function load(page: Page, address: string): Promise<void> {
  const traffic = new Traffic(page);
  await page.goto(address, { waitUntil: "load", timeout: LOAD_MS });
  await traffic.rest(QUIET_MS);
}
