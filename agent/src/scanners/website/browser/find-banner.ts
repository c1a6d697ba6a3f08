/** Finds the question for consent on a page by how it looks and what it says, and measures it. */
import type { Frame, Page } from "playwright-core";
import { z } from "zod";
import { CHOICE_WORDS, COLOURS, PAGE_TOOLS } from "./page-tools.ts";

const colour = z.tuple([z.number(), z.number(), z.number()]);
const button = z.object({
  text: z.string().max(80),
  width: z.number(),
  height: z.number(),
  fontSize: z.number(),
  /** Of the letters and of what is behind them; null where there is no one colour. */
  colours: z.object({ colour, background: colour }).nullable(),
  /** Without anything around it that makes a button of it. */
  isBare: z.boolean(),
});
export type BannerButton = z.infer<typeof button>;
const banner = z.object({
  accept: button.nullable(),
  reject: button.nullable(),
  /** Something to press that shows more choices. */
  hasSettings: z.boolean(),
  hasClose: z.boolean(),
  /** Paying, named as the other way in. */
  offersPay: z.boolean(),
  /** Nothing of the page behind it can be reached. */
  blocks: z.boolean(),
  ticked: z.number().int(),
  legitimate: z.number().int(),
  text: z.string().max(6_000),
});
export type Banner = z.infer<typeof banner>;
export interface FoundBanner {
  banner: Banner;
  frame: Frame;
}

const MAX_FRAMES = 20;
const POLL_MS = 250;
export const choiceMark = (choice: "accept" | "reject" | "settings" | "save") =>
  `[data-scan-choice=${choice}]`;

/** Within a frame a banner is the whole of it; on the page itself it lies over the rest, or is named as one. */
const FIND = (isChild: boolean) => `(() => {
  ${CHOICE_WORDS} ${PAGE_TOOLS} ${COLOURS}
  const measured = (element) => { if (!element) return null; const { width, height } = element.getBoundingClientRect();
    return { text: words(element).slice(0, 80), width: Math.round(width), height: Math.round(height),
      fontSize: parseFloat(getComputedStyle(letters(element)).fontSize) || 0, colours: coloursOf(element), isBare: isBare(element) }; };
  const pressable = pressables();
  const leadsAway = (element) => { if (!element.matches("a[href]")) return false;
    const url = URL.parse(element.href); return url === null || (/^https?:$/.test(url.protocol) && url.href.split("#")[0] !== location.href.split("#")[0]); };
  const boxes = (${isChild} ? [document.body] : all.filter((element) => !element.matches("html, body, " + PRESSABLE) && lies(element) && (visible(element) || element.shadowRoot)))
    .map((box) => ({ box, text: textOf(box) })).filter(({ text }) => text.length < 6000 && ABOUT.test(text))
    .map(({ box, text }) => { const inside = pressable.filter((element) => within(element, box));
      const reject = inside.find((element) => words(element).length <= 80 && REJECT.test(words(element)));
      const accept = inside.find((element) => element !== reject && words(element).length <= 60 && ACCEPT.test(words(element)) && !REJECT.test(words(element)));
      return { box, text, inside, accept, reject }; })
    .filter(({ accept, reject }) => accept || reject)
    // Parts of a banner are often named as it is: the smallest that holds both choices is the whole of it.
    .sort((one, other) => Number(Boolean(other.accept && other.reject)) - Number(Boolean(one.accept && one.reject)) || one.text.length - other.text.length);
  if (boxes.length === 0) return null;
  const { box, text, inside, accept, reject } = boxes[0];
  const rest = inside.filter((element) => element !== accept && element !== reject && words(element).length <= 60);
  const settings = rest.find((element) => SETTINGS.test(words(element)) && !leadsAway(element));
  mark(accept, "accept"); mark(reject, "reject"); mark(settings, "settings");
  const open = toggles(box).filter((element) => isOn(element) && !isFixed(element) && isShown(element) && !NEEDED.test(labelOf(element)));
  const places = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x * innerWidth, y * innerHeight]));
  const covers = (element) => { const { width, height } = element.getBoundingClientRect(); const style = getComputedStyle(element);
    return style.position === "fixed" && width >= innerWidth * 0.95 && height >= innerHeight * 0.95; };
  const isCovered = ([x, y]) => { for (let at = document.elementFromPoint(x, y); at; at = parentOf(at)) if (at === box || within(at, box) || covers(at)) return true;
    return false; };
  return { accept: measured(accept), reject: measured(reject), hasSettings: Boolean(settings),
    hasClose: rest.some((element) => CLOSE.test(words(element)) || CLOSE.test(element.getAttribute("aria-label") || "")),
    offersPay: rest.some((element) => PAY.test(words(element))), blocks: !${isChild} && places.every(isCovered),
    ticked: open.filter((element) => !LEGITIMATE.test(labelOf(element))).length,
    legitimate: open.filter((element) => LEGITIMATE.test(labelOf(element))).length, text: text.slice(0, 6000) };
})()`;

/**
 * Null where the page asks nothing within `waitMs`, as many banners come a while after the page. Marks what there is to press with
 * `choiceMark`.
 */
export async function findBanner(page: Page, waitMs = 0): Promise<FoundBanner | null> {
  for (let waited = 0; ; waited += POLL_MS) {
    const found = await bannerNow(page);
    if (found !== null || waited >= waitMs) return found;
    await page.waitForTimeout(POLL_MS);
  }
}

async function bannerNow(page: Page): Promise<FoundBanner | null> {
  for (const frame of await shownFrames(page)) {
    const isChild = frame !== page.mainFrame();
    const seen = banner.safeParse(await frame.evaluate(FIND(isChild)).catch(() => null));
    if (seen.success) return { banner: seen.data, frame };
  }
  return null;
}

/** The page itself first. */
export async function shownFrames(page: Page): Promise<Frame[]> {
  const shown: Frame[] = [];
  for (const frame of page.frames().slice(0, MAX_FRAMES))
    if (frame === page.mainFrame() || (await isShown(frame))) shown.push(frame);
  return shown;
}

async function isShown(frame: Frame): Promise<boolean> {
  const element = await frame.frameElement().catch(() => null);
  return (await element?.isVisible().catch(() => false)) ?? false;
}
