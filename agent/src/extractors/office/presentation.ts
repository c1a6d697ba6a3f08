import type { Part } from "../part.ts";
import { FlowingText } from "./flowing-text.ts";
import { readWholeXml } from "./xml-events.ts";
import type { ZipPackage } from "./zip-package.ts";

const SLIDES = /^ppt\/slides\/slide\d+\.xml$/;
const NOTES = /^ppt\/notesSlides\/notesSlide\d+\.xml$/;
const COMMENTS = /^ppt\/comments\/[^/]+\.xml$/;
const OTHERS = /^ppt\/(?:slideMasters|slideLayouts|diagrams|charts)\/[^/]+\.xml$/;

/** The slides of a presentation, its notes and comments. A page is a slide by its number in the file. */
export async function* presentationParts(
  zip: ZipPackage,
  beat: () => void,
): AsyncGenerator<Part, void, undefined> {
  for (const name of zip.matching(SLIDES)) {
    beat();
    const { text, isHidden } = await drawnText(zip, name);
    const place = { page: numberIn(name) };
    if (text.trim() !== "") yield { t: "text", text, place, ...(isHidden ? { hidden: "hidden slide" } : {}) };
  }
  for (const name of zip.matching(NOTES)) {
    const { text } = await drawnText(zip, name);
    const page = await slideOf(zip, name);
    if (text.trim() !== "") yield { t: "text", text, place: { page }, hidden: "speaker notes" };
  }
  for (const name of zip.matching(COMMENTS)) {
    const { text } = await drawnText(zip, name);
    if (text.trim() !== "") yield { t: "text", text, place: { member: "comments" }, hidden: "comment" };
  }
  for (const name of zip.matching(OTHERS)) {
    const { text } = await drawnText(zip, name);
    if (text.trim() !== "") yield { t: "text", text, place: { member: name.slice("ppt/".length) } };
  }
}

const numberIn = (name: string) => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 1);

/** DrawingML text (ISO/IEC 29500-1, 21.1.2); in comments of 2013 `p:text`. */
async function drawnText(zip: ZipPackage, name: string): Promise<{ text: string; isHidden: boolean }> {
  const flow = new FlowingText();
  let isHidden = false;
  let inText = false;
  await readWholeXml(zip.read(name), {
    open(element, attributes) {
      if (element === "sld") isHidden = attributes["show"] === "0";
      else if (element === "t" || element === "text" || element === "v") inText = true;
      else if (element === "tc") flow.openCell();
      else if (element === "br") flow.breakLine();
      else if (element === "cNvPr") flow.add(`${attributes["descr"] ?? ""} `.trimStart());
    },
    text: (more) => void (inText && flow.add(more)),
    close(element) {
      if (element === "t" || element === "text" || element === "v") inText = false;
      if (element === "p" || element === "cm" || element === "pt") flow.endParagraph();
      else if (element === "tc") flow.endCell();
      else if (element === "tr") flow.endRow();
    },
  });
  return { text: flow.take(), isHidden };
}

/** Which slide notes belong to: their relations say so. */
async function slideOf(zip: ZipPackage, name: string): Promise<number> {
  let slide = numberIn(name);
  await readWholeXml(zip.read(name.replace(/([^/]+)$/, "_rels/$1.rels")), {
    open(element, { Target = "" }) {
      const number = /slides\/slide(\d+)\.xml$/.exec(Target)?.[1];
      if (element === "Relationship" && number !== undefined) slide = Number(number);
    },
  });
  return slide;
}
