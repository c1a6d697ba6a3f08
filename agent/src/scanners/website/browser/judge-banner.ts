/** A banner's choices against one another, with what was measured. Pure. */
import type { Banner, BannerButton } from "./find-banner.ts";
import type { SightFault } from "./judge-look.ts";

/** WCAG 2.2, 1.4.3: of text against what is behind it. */
const ENOUGH_CONTRAST = 4.5;
/** Of the areas, or of the letters, of two buttons. What is less is a matter of a longer word. */
const UNEQUAL_AREA = 2;
const UNEQUAL_LETTERS = 1.25;
/** A notice that only says something, and asks for nothing. */
const NOTICE = /^(?:ok|oké|okay|got it|begrepen|verstanden)[.!]?$/i;

/** `tracks`: whether the page was seen to keep or send what needs consent. */
export function judgeBanner(banner: Banner | null, tracks: boolean): SightFault[] {
  if (banner === null) {
    const reasons = ["it keeps or sends what needs consent", "no question for consent was seen"];
    return tracks ? [{ type: "BANNER_MISSING", confidence: 0.75, reasons, subject: "banner" }] : [];
  }
  const { accept, reject, ticked } = banner;
  const faults: SightFault[] = [];
  if (accept !== null && reject === null && (tracks || !NOTICE.test(accept.text)))
    faults.push({
      type: "BANNER_WITHOUT_REJECT",
      confidence: 0.8,
      reasons: ["a button to agree", "none to refuse beside it"],
      subject: "banner",
    });
  if (ticked > 0)
    faults.push({
      type: "BANNER_PRETICKED",
      confidence: 0.85,
      reasons: [`${ticked} ticked before any choice`],
      subject: "banner",
    });
  const unequal = accept === null || reject === null ? [] : differences(accept, reject);
  if (unequal.length > 0)
    faults.push({ type: "BANNER_UNEQUAL_BUTTONS", confidence: 0.6, reasons: unequal, subject: "banner" });
  return faults;
}

function differences(accept: BannerButton, reject: BannerButton): string[] {
  const [most, least] = [contrastOf(accept), contrastOf(reject)];
  const isSmaller = accept.width * accept.height > UNEQUAL_AREA * reject.width * reject.height;
  const hasSmallerText = accept.fontSize > UNEQUAL_LETTERS * reject.fontSize;
  const isFainter = least < ENOUGH_CONTRAST && most > least;
  return [
    ...(isSmaller
      ? [`agree ${accept.width} by ${accept.height} px, refuse ${reject.width} by ${reject.height} px`]
      : []),
    ...(hasSmallerText ? [`letters of ${accept.fontSize} px against ${reject.fontSize} px`] : []),
    ...(isFainter ? [`contrast ${most.toFixed(1)} against ${least.toFixed(1)}`] : []),
  ];
}

/** WCAG's ratio, 1 to 21. */
function contrastOf({ colour, background }: BannerButton): number {
  const [light = 0, dark = 0] = [luminance(colour), luminance(background)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
