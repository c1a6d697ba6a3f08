import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError, type Extractor } from "../extractor.ts";
import type { Part } from "../part.ts";
import { zipParts } from "../archive/zip.ts";
import { ooxmlProperties } from "./ooxml-properties.ts";
import { presentationParts } from "./presentation.ts";
import { wordParts } from "./word.ts";
import { workbookParts } from "./workbook.ts";
import { readWholeXml } from "./xml-events.ts";
import { firstEntry, ZipPackage } from "./zip-package.ts";

const FIRST = /^(?:\[Content_Types\]\.xml$|_rels\/|docProps\/|word\/|xl\/|ppt\/|customXml\/)/;
const MEDIA = /^(?:word|xl|ppt)\/(?:media|embeddings)\/[^/]+$/;
/** Drawings in instructions, which hold text only as part of the document that has it already. */
const VECTOR = /\.(?:emf|wmf|svg)$/i;
const LINKS = /^(?:word|xl|ppt)\/(?:.*\/)?_rels\/[^/]+\.rels$/;

/** Word, Excel and PowerPoint since 2007 (ISO/IEC 29500), and what other programs write in their form. */
export const ooxmlExtractor: Extractor = {
  format: "Office Open XML",
  matches: (head) => FIRST.test(firstEntry(head)?.name ?? ""),
  async *extract(input, { scratch, beat }) {
    const random = await input.random(scratch);
    const zip = await ZipPackage.open(random);
    if (!zip.has("[Content_Types].xml")) return yield* zipParts(random, beat);
    yield* ooxmlProperties(zip);
    if (zip.has("word/document.xml")) yield* wordParts(zip, beat);
    else if (zip.has("xl/workbook.xml")) yield* workbookParts(zip, beat);
    else if (zip.has("ppt/presentation.xml")) yield* presentationParts(zip, beat);
    else throw new ExtractError(SKIP_REASONS.unsupported);
    yield* linkParts(zip);
    for (const name of zip.matching(MEDIA)) {
      if (VECTOR.test(name)) yield { t: "skip", reason: SKIP_REASONS.unsupported, member: name };
      else yield* zip.file(name);
    }
  },
};

/** Where links lead: an address behind a word is not among the text. */
async function* linkParts(zip: ZipPackage): AsyncGenerator<Part, void, undefined> {
  const targets = new Set<string>();
  for (const name of zip.matching(LINKS))
    await readWholeXml(zip.read(name), {
      open(element, { TargetMode, Target }) {
        if (element === "Relationship" && TargetMode === "External" && Target !== undefined)
          targets.add(Target);
      },
    });
  if (targets.size > 0) yield { t: "text", text: `${[...targets].join("\n")}\n`, place: { member: "links" } };
}
