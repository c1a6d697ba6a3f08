import type { Part, PartPlace } from "../part.ts";
import { personProperty } from "./property-parts.ts";
import { guarded, streamedText } from "./streamed-text.ts";
import { WordStory } from "./word-story.ts";
import { readWholeXml, readXml } from "./xml-events.ts";
import type { ZipPackage } from "./zip-package.ts";

const STORIES = /^word\/(?:header\d*|footer\d*|footnotes|endnotes|glossary\/document)\.xml$/i;
const COMMENTS = /^word\/comments\d*\.xml$/i;
const PIECE_CHARS = 256 * 1024;

/** The text of a Word document: what its reader sees, and what is deleted, hidden or said in the margin. */
export async function* wordParts(
  zip: ZipPackage,
  main: string,
  beat: () => void,
): AsyncGenerator<Part, void, undefined> {
  const hiddenStyles = await hiddenStylesOf(zip);
  const authors = new Set<string>();
  for (const name of [main, ...zip.matching(STORIES)]) {
    const member = name === main ? undefined : name.slice("word/".length);
    yield* guarded(member, storyParts(zip, name, member, hiddenStyles, authors, beat));
  }
  for (const author of authors) yield personProperty("Author of a change", author);
  for (const name of zip.matching(COMMENTS)) yield* guarded("comments", commentParts(zip, name));
  yield* guarded("settings", settingParts(zip));
  yield* guarded("people", peopleParts(zip));
}

async function* storyParts(
  zip: ZipPackage,
  name: string,
  member: string | undefined,
  hiddenStyles: ReadonlySet<string>,
  authors: Set<string>,
  beat: () => void,
): AsyncGenerator<Part, void, undefined> {
  const bytes = zip.read(name);
  if (!bytes) return;
  const place: PartPlace = member === undefined ? {} : { member };
  const story = new WordStory(hiddenStyles, place);
  const pieces = (async function* () {
    try {
      for await (const _ of readXml(bytes, story)) {
        beat();
        if (story.length > PIECE_CHARS) yield story.take();
      }
    } finally {
      yield story.take();
    }
  })();
  try {
    yield* streamedText(pieces, member === undefined ? {} : { place });
  } finally {
    yield* story.asides.take();
    for (const author of story.authors) authors.add(author);
  }
}

/** The styles whose text is not shown (ISO/IEC 29500-1, 17.7); none where the styles cannot be read. */
async function hiddenStylesOf(zip: ZipPackage): Promise<ReadonlySet<string>> {
  const hidden = new Set<string>();
  let style = "";
  try {
    await readWholeXml(zip.read("word/styles.xml"), {
      open(element, { styleId = "", val = "" }) {
        if (element === "style") style = styleId;
        else if (element === "vanish" && style !== "" && !["0", "false", "off"].includes(val))
          hidden.add(style);
      },
      close(element) {
        if (element === "style") style = "";
      },
    });
  } catch {
    // The text is read without styles.
  }
  return hidden;
}

async function* commentParts(zip: ZipPackage, name: string): AsyncGenerator<Part, void, undefined> {
  const bytes = zip.read(name);
  if (!bytes) return;
  const comments: string[] = [];
  let text: string[] = [];
  let inText = false;
  const events = readXml(bytes, {
    open(element, { author }) {
      if (element === "comment") text = author === undefined ? [] : [`Author: ${author}\n`];
      if (element === "t" || element === "delText") inText = true;
    },
    text: (more) => void (inText && text.push(more)),
    close(element) {
      if (element === "t" || element === "delText") inText = false;
      if (element === "p") text.push("\n");
      if (element === "comment") comments.push(text.join(""));
    },
  });
  for await (const _ of events)
    for (const comment of comments.splice(0))
      yield { t: "text", text: comment, place: { member: "comments" }, hidden: "comment" };
}

/** Variables of the document, and where the recipients of a serial letter come from. */
async function* settingParts(zip: ZipPackage): AsyncGenerator<Part, void, undefined> {
  const lines: string[] = [];
  await readWholeXml(zip.read("word/settings.xml"), {
    open(element, { name = "", val = "" }) {
      if (element === "docVar") lines.push(`${name}: ${val}`);
      else if (element === "connectString" || element === "query") lines.push(`${element}: ${val}`);
    },
  });
  if (lines.length > 0) yield { t: "text", text: `${lines.join("\n")}\n`, place: { member: "settings" } };
}

/** Who has worked on it together, with their accounts ([MS-DOCX] 2.5.4). */
async function* peopleParts(zip: ZipPackage): AsyncGenerator<Part, void, undefined> {
  const lines: string[] = [];
  let author = "";
  await readWholeXml(zip.read("word/people.xml"), {
    open(element, attributes) {
      if (element === "person") author = attributes["author"] ?? "";
      else if (element === "presenceInfo")
        lines.push(`Author: ${author} ${attributes["userId"] ?? ""}`.trim());
    },
  });
  if (lines.length > 0) yield { t: "text", text: `${lines.join("\n")}\n`, place: { member: "people" } };
}
