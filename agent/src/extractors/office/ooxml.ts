import { type RandomBytes, SKIP_REASONS } from "../../sources/file-source.ts";
import { type ExtractContext, type Extractor, reasonOf } from "../extractor.ts";
import type { Part } from "../part.ts";
import { zipParts } from "../archive/zip.ts";
import { binaryWorkbookParts } from "./binary-workbook.ts";
import { drawnParts } from "./drawn-text.ts";
import { ooxmlProperties } from "./ooxml-properties.ts";
import { presentationParts } from "./presentation.ts";
import { guarded } from "./streamed-text.ts";
import { wordParts } from "./word.ts";
import { workbookParts } from "./workbook.ts";
import { firstEntry, ZipPackage } from "./zip-package.ts";

const FIRST =
  /^(?:\[Content_Types\]\.xml$|_rels[/\\]|docProps[/\\]|docMetadata[/\\]|word[/\\]|xl[/\\]|ppt[/\\]|customXml[/\\]|theme[/\\])/i;
const MEDIA = /^(?:word|xl|ppt)\/(?:media|embeddings)\/[^/]+$/i;
const DATA = /^customXml\/item\d+\.xml$/i;
/** Drawings of their own beside the text, which a slide or sheet has not already read. */
const DRAWINGS = /^(?:word|xl)\/(?:charts\/chart|diagrams\/data)[^/]*\.xml$/i;
/** Drawings in instructions, which hold text only as part of the document that has it already. */
const VECTOR = /\.(?:emf|wmf|svg|emz|wmz)$/i;
const MACROS = /^(?:word|xl|ppt)\/vbaProject\.bin$/i;
const LINKS = /^(?:word|xl|ppt)\/(?:.*\/)?_rels\/[^/]+\.rels$/i;
const MAINS = ["word/document.xml", "xl/workbook.xml", "xl/workbook.bin", "ppt/presentation.xml"];

/** Word, Excel and PowerPoint since 2007 (ISO/IEC 29500), and what other programs write in their form. */
export const ooxmlExtractor: Extractor = {
  format: "Office Open XML",
  matches: (head) => FIRST.test(firstEntry(head)?.name ?? ""),
  async *extract(input, context) {
    const random = await input.random(context.scratch);
    const zip = await opened(random);
    const main = zip === null ? null : await mainPart(zip);
    // A package of another kind, such as NuGet's or Visio's, is an archive of files; a damaged one is read as far as it goes.
    if (zip === null || main === null) return yield* zipParts(random, context.beat);
    yield* guarded("properties", ooxmlProperties(zip));
    yield* guarded(undefined, contentParts(zip, main, context));
    for (const name of zip.matching(DRAWINGS))
      yield* guarded(name, drawnParts(zip, name, { place: { member: name } }));
    yield* guarded("links", linkParts(zip));
    for (const name of zip.matching(DATA)) yield* guarded(name, zip.file(name));
    for (const name of zip.matching(MEDIA)) {
      if (VECTOR.test(name)) yield { t: "skip", reason: SKIP_REASONS.unsupported, member: name };
      else yield* guarded(name, zip.file(name));
    }
    for (const name of zip.matching(MACROS)) yield* guarded(name, zip.file(name));
  },
};

/** Null where it is too damaged to have a directory. */
async function opened(random: RandomBytes): Promise<ZipPackage | null> {
  try {
    return await ZipPackage.open(random);
  } catch (error) {
    if (reasonOf(error) !== SKIP_REASONS.damaged) throw error;
    return null;
  }
}

/** The part that the package says is the document; where it says nothing that is there, the one of the usual name. */
async function mainPart(zip: ZipPackage): Promise<string | null> {
  const said: string[] = [];
  try {
    for (const { type, target } of await zip.relations("")) if (type === "officeDocument") said.push(target);
  } catch {
    // Damaged relations leave the usual names.
  }
  return [...said, ...MAINS].find((name) => zip.has(name) && /^(?:word|xl|ppt)\//i.test(name)) ?? null;
}

async function* contentParts(
  zip: ZipPackage,
  main: string,
  context: ExtractContext,
): AsyncGenerator<Part, void, undefined> {
  if (/^word\//i.test(main)) yield* wordParts(zip, main, context.beat);
  else if (/^ppt\//i.test(main)) yield* presentationParts(zip, main, context.beat);
  else if (/\.bin$/i.test(main)) yield* binaryWorkbookParts(zip, main, context);
  else yield* workbookParts(zip, main, context);
}

/** Where links lead: an address behind a word is not among the text. */
async function* linkParts(zip: ZipPackage): AsyncGenerator<Part, void, undefined> {
  const targets = new Set<string>();
  for (const name of zip.matching(LINKS)) {
    const part = name.replace("_rels/", "").replace(/\.rels$/i, "");
    for (const { target, isExternal } of await zip.relations(part)) if (isExternal) targets.add(target);
  }
  if (targets.size > 0) yield { t: "text", text: `${[...targets].join("\n")}\n`, place: { member: "links" } };
}
