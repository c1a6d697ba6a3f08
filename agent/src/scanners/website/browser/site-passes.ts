/** After the crawl: what each choice of a visitor leads to, what a phone sees, and where typed text goes. */
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { CoverageCounter } from "../../../pipeline/coverage.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { cleanContext, keepCalm, within } from "./clean-context.ts";
import {
  accept,
  type Acceptance,
  lookAround,
  openSecondLayer,
  type Refusal,
  refuse,
  type Visitor,
} from "./consent-pass.ts";
import type { Choices } from "./find-choices.ts";
import { judgeChoices, judgePhone, judgeTyped } from "./judge-consent.ts";
import { type SightFault, vendorsOf } from "./judge-look.ts";
import { typeAndWatch } from "./key-log-pass.ts";
import type { FilterLists } from "./filter-lists.ts";
import type { GuardedBrowser } from "./launch.ts";
import type { Look, SeenRequest } from "./look.ts";

export interface PassSettings {
  browser: GuardedBrowser;
  coverage: CoverageCounter;
  evidence?: Evidence | undefined;
  lists?: FilterLists | undefined;
  /** Milliseconds since 1970. */
  now: () => number;
  signal: AbortSignal;
  /** As it answered, with what an untouched visitor got there. */
  start: { url: string; look: Look; language: string };
  second: string | null;
  /** Pages with something to type in. */
  typing: readonly string[];
}

export interface PassResult {
  faults: SightFault[];
  /** Third parties that agreeing lets in. */
  vendors: string[];
  requests: SeenRequest[];
}

const PASS_REASONS = {
  consent: "the consent banner: not tested, as the page did not show in time",
  reject: "what is kept after refusing: not tested, as there was no button to refuse that could be pressed",
  accept: "what agreeing changes: not tested, as there was no button to agree that could be pressed",
  layer: "the second layer of the banner: not tested, as it could not be opened",
  phone: "a phone's screen: not tested, as the page did not show in time",
  typing: "where typed text goes: not tested, as the page did not show in time",
  typingTime: "where typed text goes: not tested, as the time for it was over",
} as const;

const PASS_MS = 90_000;
/** Within which pages are begun to be typed in. */
const TYPING_MS = 45_000;
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true,
};
/** A banner that follows its visitor's language is to be seen in that of the page. */
const LOCALES: Readonly<Record<string, string>> = { nl: "nl-NL", en: "en-GB", de: "de-DE", fr: "fr-FR" };

export async function passOver(settings: PassSettings): Promise<PassResult> {
  const { start } = settings;
  const site = new URL(start.url);
  const faults: SightFault[] = [];
  // Two visitors at a time, as a site has more than that of its own.
  const [{ refusal, layer }, { acceptance, typed }] = await Promise.all([
    refusing(settings),
    accepting(settings),
  ]);
  const [phone, typedBefore] = await Promise.all([
    asVisitor(settings, PHONE, lookAround),
    settings.typing.length === 0
      ? []
      : asVisitor(settings, {}, (visitor) => typing(settings, visitor, "before any choice")),
  ]);
  const missed = (reason: string) => settings.coverage.skipped(reason, start.url);
  if (refusal === null) missed(PASS_REASONS.consent);
  else {
    faults.push(...judgeChoices({ before: start.look, refusal, acceptance, layer }, site));
    for (const reason of missedOf(refusal, acceptance, layer)) missed(reason);
  }
  if (phone === null) missed(PASS_REASONS.phone);
  else faults.push(...judgePhone(phone, site));
  if (typedBefore === null) missed(PASS_REASONS.typing);
  faults.push(...(typedBefore ?? []), ...typed);
  const look = acceptance?.look ?? start.look;
  return { faults, vendors: vendorsOf(look, site), requests: look.requests };
}

/** Null where a pass did not end in time, or failed. */
async function asVisitor<T>(
  { browser, signal, start, second, now, evidence, lists }: PassSettings,
  options: BrowserContextOptions,
  pass: (visitor: Visitor) => Promise<T>,
): Promise<T | null> {
  let context: BrowserContext | null = null;
  try {
    const locale = LOCALES[start.language];
    context = await cleanContext(browser, { ...options, ...(locale === undefined ? {} : { locale }) });
    // What a page opens has been counted before.
    const kept = new Map<Page, string>();
    const prepare = (page: Page) => {
      keepCalm(page, () => {});
      if (evidence) kept.set(page, evidence.watch(page, start.url));
    };
    const picture = async (page: Page, name: string) =>
      evidence?.picture(page, kept.get(page) ?? "page", name);
    const going = pass({ context, address: start.url, second, prepare, picture, lists, now }).catch(
      () => null,
    );
    return await within(going, PASS_MS, signal);
  } catch {
    return null;
  } finally {
    void context?.close().catch(() => {});
  }
}

async function refusing(settings: PassSettings): Promise<{ refusal: Refusal | null; layer: Choices | null }> {
  const refusal = await asVisitor(settings, {}, refuse);
  const hasBoth = (refusal?.banner?.reject ?? null) !== null && refusal?.banner?.hasSettings === true;
  return { refusal, layer: hasBoth ? await asVisitor(settings, {}, openSecondLayer) : null };
}

async function accepting(
  settings: PassSettings,
): Promise<{ acceptance: Acceptance | null; typed: SightFault[] }> {
  let acceptance: Acceptance | null = null;
  const typed = await asVisitor(settings, {}, async (visitor) => {
    acceptance = await accept(visitor);
    return acceptance === null ? [] : typing(settings, visitor, "after agreeing");
  });
  return { acceptance, typed: typed ?? [] };
}

async function typing(
  { typing: addresses, start, coverage }: PassSettings,
  visitor: Visitor,
  when: Parameters<typeof judgeTyped>[1],
): Promise<SightFault[]> {
  const found: SightFault[] = [];
  const until = performance.now() + TYPING_MS;
  for (const address of addresses) {
    if (performance.now() > until) {
      coverage.skipped(PASS_REASONS.typingTime, address);
      continue;
    }
    const sent = await typeAndWatch(visitor, address).catch(() => null);
    if (sent === null) coverage.skipped(PASS_REASONS.typing, address);
    else found.push(...judgeTyped(sent, when, new URL(start.url)));
  }
  return found;
}

/** Where there is no banner, there is nothing to press. */
function missedOf(
  { banner, look, choices }: Refusal,
  acceptance: Acceptance | null,
  layer: Choices | null,
): string[] {
  if (banner === null) return [];
  const hasNoLayer = banner.hasSettings && layer === null && choices === null;
  return [
    ...(look === null ? [PASS_REASONS.reject] : []),
    ...(acceptance === null ? [PASS_REASONS.accept] : []),
    ...(hasNoLayer ? [PASS_REASONS.layer] : []),
  ];
}
