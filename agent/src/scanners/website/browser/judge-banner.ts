/** A banner's choices against one another, with what was measured. Pure. */
import type { ObservationType } from "@dataguardian/shared/catalog";
import { languageOf } from "../policy-text/language.ts";
import type { Banner, BannerButton } from "./find-banner.ts";
import type { Choices } from "./find-choices.ts";
import type { SightFault } from "./judge-look.ts";

/** What was found out about a way to refuse. */
export interface RefusalWay {
  /** Until the question was gone; null where no way was found. */
  clicks: number | null;
  /** Whether another way was found, whose presses were not counted. */
  isByRule: boolean;
  /** Whether the question, or something else over the page, was still there after refusing. */
  stillAsks: boolean;
  /** The second layer, where it had to be opened. */
  choices: Choices | null;
}

/** WCAG 2.2, 1.4.3: of text against what is behind it. */
const ENOUGH_CONTRAST = 4.5;
/** Of the areas, or of the letters, of two buttons. What is less is a matter of a longer word. */
const UNEQUAL_AREA = 2;
const UNEQUAL_LETTERS = 1.25;
/** A notice that only says something, and asks for nothing. */
const NOTICE = /^(?:ok|oké|okay|got it|begrepen|verstanden)[.!]?$/i;

const fault = (type: ObservationType, confidence: number, reasons: readonly string[]): SightFault => ({
  type,
  confidence,
  reasons,
  subject: "banner",
});

/** `tracks`: whether the page was seen to keep or send what needs consent. */
export function judgeBanner(banner: Banner | null, tracks: boolean): SightFault[] {
  if (banner === null) {
    const reasons = ["it keeps or sends what needs consent", "no question for consent was seen"];
    return tracks ? [fault("BANNER_MISSING", 0.75, reasons)] : [];
  }
  const { accept, reject } = banner;
  const faults = judgeToggles(banner, "");
  if (accept !== null && reject === null && isQuestion(banner, tracks))
    faults.push(fault("BANNER_WITHOUT_REJECT", 0.8, ["a button to agree", "none to refuse beside it"]));
  if (accept === null || reject === null) return faults;
  const unequal = differences(accept, reject);
  // A link that looks like one differs in every measure: that is said once.
  if (reject.isBare && !accept.isBare)
    faults.push(
      fault("BANNER_REJECT_LINK", 0.7, [
        "agreeing is a button, refusing words without anything around them",
        ...unequal,
      ]),
    );
  else if (unequal.length > 0) faults.push(fault("BANNER_UNEQUAL_BUTTONS", 0.6, unequal));
  return faults;
}

/** Boxes that are on before anyone chose; on the second layer as on the first. */
export function judgeToggles(
  { ticked, legitimate }: Pick<Choices, "ticked" | "legitimate">,
  where: "" | "on the second layer",
): SightFault[] {
  const place = where === "" ? [] : [where];
  return [
    ...(ticked > 0 ? [fault("BANNER_PRETICKED", 0.85, [`${ticked} on before any choice`, ...place])] : []),
    ...(legitimate > 0
      ? [
          fault("BANNER_LEGITIMATE_INTEREST", 0.75, [
            `${legitimate} on before any choice, as a legitimate interest`,
            ...place,
          ]),
        ]
      : []),
  ];
}

/** What it takes to refuse, where agreeing takes one press. */
export function judgeRefusal(banner: Banner, way: RefusalWay, tracks: boolean): SightFault[] {
  const { clicks, stillAsks, choices, isByRule } = way;
  if (banner.accept === null || !isQuestion(banner, tracks)) return [];
  if (clicks !== null && clicks > 1)
    return [fault("BANNER_MORE_CLICKS", 0.8, ["1 press to agree", `${clicks} to refuse`])];
  if (banner.hasClose || !banner.blocks) return [];
  // A button that could not be pressed, and a layer that did not open, say nothing of what is behind them.
  const hasNoWay = banner.reject === null && (!banner.hasSettings || choices?.refuse === null);
  if (!(clicks === null && !isByRule ? hasNoWay : stillAsks)) return [];
  const pay = banner.offersPay ? ["the other way in is to pay"] : [];
  const refused = stillAsks
    ? ["after refusing the page is still covered"]
    : ["nothing to refuse with was found"];
  return [fault("COOKIE_WALL", 0.75, ["the question covers the page", ...refused, ...pay])];
}

/** Where a visitor who agreed looked for a way back, and found none. */
export function judgeWithdrawal(banner: Banner, isFound: boolean, tracks: boolean): SightFault[] {
  if (isFound || !isQuestion(banner, tracks)) return [];
  const reasons = ["after agreeing, no link or icon opens the choices again"];
  return [fault("BANNER_WITHOUT_WITHDRAWAL", 0.6, reasons)];
}

/** `pageText`: of the page without its banner. */
export function judgeLanguage(banner: Banner, pageText: string): SightFault[] {
  const [asked, spoken] = [languageOf(banner.text), languageOf(pageText.replace(banner.text, " "))];
  if (asked === null || spoken === null || asked === spoken) return [];
  return [fault("BANNER_LANGUAGE", 0.7, [`the page is in ${spoken}`, `the question is in ${asked}`])];
}

/** Sizes and contrast as they are, for whoever weighs them. */
export function measuresOf({ accept, reject }: Banner): string[] {
  const said = (what: string, button: BannerButton | null) => {
    if (button === null) return [];
    const contrast = contrastOf(button);
    const seen = contrast === null ? "contrast not measured" : `contrast ${contrast.toFixed(1)}`;
    return [`${what}: ${button.width} by ${button.height} px, letters of ${button.fontSize} px, ${seen}`];
  };
  return [...said("button to agree", accept), ...said("button to refuse", reject)];
}

function isQuestion({ accept, reject }: Banner, tracks: boolean): boolean {
  return accept !== null && (tracks || reject !== null || !NOTICE.test(accept.text));
}

function differences(accept: BannerButton, reject: BannerButton): string[] {
  const [most, least] = [contrastOf(accept), contrastOf(reject)];
  const isSmaller = accept.width * accept.height > UNEQUAL_AREA * reject.width * reject.height;
  const hasSmallerText = accept.fontSize > UNEQUAL_LETTERS * reject.fontSize;
  // What could not be measured is no difference.
  const isFainter = most !== null && least !== null && least < ENOUGH_CONTRAST && most > least;
  return [
    ...(isSmaller
      ? [`agree ${accept.width} by ${accept.height} px, refuse ${reject.width} by ${reject.height} px`]
      : []),
    ...(hasSmallerText ? [`letters of ${accept.fontSize} px against ${reject.fontSize} px`] : []),
    ...(isFainter ? [`contrast ${most.toFixed(1)} against ${least.toFixed(1)}`] : []),
  ];
}

/** WCAG's ratio, 1 to 21; null where a colour is not known. */
function contrastOf({ colours }: BannerButton): number | null {
  if (colours === null) return null;
  const [light = 0, dark = 0] = [luminance(colours.colour), luminance(colours.background)].toSorted(
    (a, b) => b - a,
  );
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
