import type { Part } from "../part.ts";
import { FlowingText } from "./flowing-text.ts";
import { readXml } from "./xml-events.ts";
import type { ZipPackage } from "./zip-package.ts";

const SEEN = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|glossary\/document)\.xml$/;
const COMMENTS = /^word\/comments(?:Extended)?\d*\.xml$/;
const PIECE_CHARS = 256 * 1024;

/** The text of a Word document: what its reader sees, and what is deleted, hidden or said in the margin. */
export async function* wordParts(zip: ZipPackage, beat: () => void): AsyncGenerator<Part, void, undefined> {
  for (const name of zip.matching(SEEN)) yield* storyParts(zip, name, beat);
  for (const name of zip.matching(COMMENTS)) yield* commentParts(zip, name);
}

async function* storyParts(
  zip: ZipPackage,
  name: string,
  beat: () => void,
): AsyncGenerator<Part, void, undefined> {
  const pieces = zip.read(name);
  if (!pieces) return;
  const story = new WordStory();
  const events = readXml(pieces, story);
  const texts = (async function* () {
    for await (const _ of events) {
      beat();
      if (story.shown.length > PIECE_CHARS) yield story.shown.splice(0).join("");
    }
    story.end();
    yield story.shown.splice(0).join("");
  })();
  const first = await texts.next();
  const place = name === "word/document.xml" ? {} : { place: { member: name.slice("word/".length) } };
  if (first.done !== true) {
    // Most documents are there whole with their first piece.
    const second = await texts.next();
    if (second.done === true) {
      if (first.value.trim() !== "") yield { t: "text", text: first.value, ...place };
    } else yield { t: "text", text: chained([first.value, second.value], texts), ...place };
  }
  if (story.deleted !== "") yield { t: "text", text: story.deleted, ...place, hidden: "deleted text" };
  if (story.unseen !== "") yield { t: "text", text: story.unseen, ...place, hidden: "hidden text" };
}

async function* chained(
  first: readonly string[],
  rest: AsyncIterable<string>,
): AsyncGenerator<string, void, undefined> {
  yield* first;
  yield* rest;
}

/** WordprocessingML (ISO/IEC 29500-1, 17): paragraphs, tables, revisions, hidden runs. */
class WordStory {
  readonly shown: string[] = [];
  deleted = "";
  unseen = "";
  readonly #flow = new FlowingText();
  #inText = false;
  #deletions = 0;
  /** Inside what an older program would read instead of what stands beside it. */
  #fallbacks = 0;
  #isVanished = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "Fallback") this.#fallbacks++;
    else if (name === "del" || name === "moveFrom") this.#deletions++;
    else if (name === "r") this.#isVanished = false;
    else if (name === "vanish") this.#isVanished = !["0", "false"].includes(attributes["val"] ?? "");
    else if (name === "t" || name === "delText" || name === "instrText") this.#inText = true;
    else if (name === "tab") this.#flow.tab();
    else if (name === "br" || name === "cr") this.#flow.breakLine();
    else if (name === "tc") this.#flow.openCell();
    else if (name === "docPr") this.#add(`${attributes["title"] ?? ""} ${attributes["descr"] ?? ""}`.trim());
  }

  text(text: string): void {
    if (this.#inText) this.#add(text);
  }

  close(name: string): void {
    if (name === "Fallback") this.#fallbacks--;
    else if (name === "del" || name === "moveFrom") this.#deletions--;
    else if (name === "t" || name === "delText" || name === "instrText") this.#inText = false;
    else if (name === "p") this.#endParagraph();
    else if (name === "tc") this.#flow.endCell();
    else if (name === "tr") this.#flow.endRow();
  }

  end(): void {
    this.shown.push(this.#flow.take());
  }

  #add(text: string): void {
    if (this.#fallbacks > 0 || text === "") return;
    if (this.#deletions > 0) this.deleted += text;
    else if (this.#isVanished) this.unseen += text;
    else this.#flow.add(text);
  }

  #endParagraph(): void {
    this.#flow.endParagraph();
    if (this.deleted !== "" && !this.deleted.endsWith("\n")) this.deleted += "\n";
    if (this.unseen !== "" && !this.unseen.endsWith("\n")) this.unseen += "\n";
    this.shown.push(this.#flow.take());
  }
}

async function* commentParts(zip: ZipPackage, name: string): AsyncGenerator<Part, void, undefined> {
  const pieces = zip.read(name);
  if (!pieces) return;
  const comments: string[] = [];
  let text = "";
  let inText = false;
  const events = readXml(pieces, {
    open(element, { author }) {
      if (element === "comment") text = author === undefined ? "" : `Author: ${author}\n`;
      if (element === "t") inText = true;
    },
    text: (more) => void (inText && (text += more)),
    close(element) {
      if (element === "t") inText = false;
      if (element === "p") text += "\n";
      if (element === "comment") comments.push(text);
    },
  });
  for await (const _ of events)
    for (const comment of comments.splice(0))
      yield { t: "text", text: comment, place: { member: "comments" }, hidden: "comment" };
  for (const comment of comments)
    yield { t: "text", text: comment, place: { member: "comments" }, hidden: "comment" };
}
