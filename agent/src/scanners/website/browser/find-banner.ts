/** Finds the question for consent on a page by how it looks and what it says, and measures it. */
import type { Frame, Page } from "playwright-core";
import { z } from "zod";

const colour = z.tuple([z.number(), z.number(), z.number()]);
const button = z.object({
  text: z.string().max(80),
  width: z.number(),
  height: z.number(),
  fontSize: z.number(),
  colour,
  background: colour,
});
export type BannerButton = z.infer<typeof button>;
const banner = z.object({
  accept: button.nullable(),
  reject: button.nullable(),
  ticked: z.number().int(),
});
export type Banner = z.infer<typeof banner>;

const MAX_FRAMES = 20;
export const REJECT_MARK = "[data-scan-choice=reject]";

/** Within a frame a banner is the whole of it; on the page itself it lies over the rest, or is named as one. */
const FIND = (isChild: boolean) => `(() => {
  const ABOUT = /cookie|consent|toestemming|einwilligung|consentement|traceur/i;
  const REJECT = /(?:do not|don.t) (?:accept|allow|agree)|without agreeing|^no,? thanks|opt.?out|nicht (?:akzeptieren|zustimmen)|^nein\\b|ne pas accepter|^non,? merci|weiger|afwijz|(?:alleen|enkel) (?:noodzakelijk|functione|essenti)|niet (?:akkoord|accepteren|toestaan)|zonder (?:te )?accepteren|^nee\\b|reject|refuse|decline|deny|disagree|only (?:necessary|essential|required)|(?:necessary|essential) only|without accepting|ablehnen|verweigern|nur (?:notwendige|erforderliche|essenzielle|technisch)|refuser|rejeter|sans accepter/i;
  const ACCEPT = /accept|akkoord|toestaan|agree|allow|^(?:ok|oké|okay|ja|yes)\\b|got it|begrepen|akzeptieren|zustimmen|einverstanden|verstanden|accepter|autoriser/i;
  const NAMED = /cookie-?(?:banner|consent|notice|bar|popup|law)|consent-?(?:banner|manager|popup)|onetrust-banner|CybotCookiebotDialog|didomi|cmplz|usercentrics|qc-cmp|truste|cookieyes|cky-consent|klaro|tarteaucitron|borlabs/i;
  const NEEDED = /necess|noodzakelijk|function|essen[tz]i|notwendig|erforderlich|nécess|required|strict/i;
  const all = [];
  const walk = (root) => { for (const element of root.querySelectorAll("*")) {
    if (all.length >= 20000) return;
    all.push(element); if (element.shadowRoot) walk(element.shadowRoot); } };
  walk(document);
  const parentOf = (element) => element.parentElement || (element.getRootNode().host ?? null);
  const within = (element, box) => { for (let at = element; at; at = parentOf(at)) if (at === box) return true; return false; };
  const visible = (element) => { const { width, height } = element.getBoundingClientRect(); const style = getComputedStyle(element);
    return width > 0 && height > 0 && style.visibility !== "hidden" && Number(style.opacity) > 0.05; };
  const words = (element) => (element.innerText || element.value || element.getAttribute("aria-label") || "").trim().replace(/\\s+/g, " ");
  const textOf = (box) => [box, ...all.filter((one) => one.shadowRoot && within(one, box)).flatMap((one) => [...one.shadowRoot.children])]
    .map((one) => one.innerText || "").join(" ");
  const pressable = all.filter((element) => element.matches("button, a, [role=button], input[type=button], input[type=submit]") && visible(element));
  const lies = (element) => { const { position } = getComputedStyle(element);
    return position === "fixed" || position === "sticky" || element.matches("dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true]")
      || NAMED.test(element.id + " " + (element.getAttribute("class") || "")); };
  const rgb = (text) => { const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\\d.]+/g) || []).map(Number); return { rgb: [r, g, b], a }; };
  const behind = (element) => { for (let at = element; at; at = parentOf(at)) {
    const { rgb: seen, a } = rgb(getComputedStyle(at).backgroundColor); if (a > 0.5) return seen; } return [255, 255, 255]; };
  const measured = (element) => { if (!element) return null; const { width, height } = element.getBoundingClientRect(); const style = getComputedStyle(element);
    return { text: words(element).slice(0, 80), width: Math.round(width), height: Math.round(height), fontSize: parseFloat(style.fontSize) || 0,
      colour: rgb(style.color).rgb, background: behind(element) }; };
  const boxes = (${isChild} ? [document.body] : all.filter((element) => lies(element) && (visible(element) || element.shadowRoot)))
    .map((box) => ({ box, text: textOf(box) })).filter(({ text }) => text.length < 6000 && ABOUT.test(text))
    .map(({ box, text }) => { const inside = pressable.filter((element) => within(element, box));
      const reject = inside.find((element) => words(element).length <= 80 && REJECT.test(words(element)));
      const accept = inside.find((element) => element !== reject && words(element).length <= 60 && ACCEPT.test(words(element)) && !REJECT.test(words(element)));
      return { box, text, accept, reject }; })
    .filter(({ accept, reject }) => accept || reject).sort((one, other) => one.text.length - other.text.length);
  if (boxes.length === 0) return null;
  const { box, accept, reject } = boxes[0];
  if (reject) reject.setAttribute("data-scan-choice", "reject");
  const labelOf = (element) => (element.labels && element.labels[0] ? element.labels[0].innerText : "") + " " + (element.getAttribute("aria-label") || "") + " " + (element.name || "") + " " + (element.id || "");
  const ticked = all.filter((element) => within(element, box) && element.matches("input[type=checkbox], [role=switch], [role=checkbox]")
    && (element.checked === true || element.getAttribute("aria-checked") === "true") && !element.disabled && element.getAttribute("aria-disabled") !== "true"
    && parentOf(element).getClientRects().length > 0 && !NEEDED.test(labelOf(element))).length;
  return { accept: measured(accept), reject: measured(reject), ticked };
})()`;

/** Null where the page asks nothing. Marks the button to refuse with `REJECT_MARK`. */
export async function findBanner(page: Page): Promise<{ banner: Banner; frame: Frame } | null> {
  for (const frame of page.frames().slice(0, MAX_FRAMES)) {
    const isChild = frame !== page.mainFrame();
    if (isChild && !(await isShown(frame))) continue;
    const seen = banner.safeParse(await frame.evaluate(FIND(isChild)).catch(() => null));
    if (seen.success) return { banner: seen.data, frame };
  }
  return null;
}

async function isShown(frame: Frame): Promise<boolean> {
  const element = await frame.frameElement().catch(() => null);
  return (await element?.isVisible().catch(() => false)) ?? false;
}
