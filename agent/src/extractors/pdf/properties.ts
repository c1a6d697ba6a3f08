import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Part } from "../part.ts";

const FIELDS = ["Title", "Author", "Subject", "Keywords", "Creator", "Producer"] as const;
const MAX_OUTLINE = 10_000;

/** What the document says of itself: its properties, its outline, the scripts in it. */
export async function* propertyParts(document: PDFDocumentProxy): AsyncGenerator<Part, void, undefined> {
  const { info, metadata } = await document.getMetadata();
  const values = info as Record<string, unknown>;
  const lines = FIELDS.flatMap((name) => {
    const value = values[name];
    return typeof value === "string" && value.trim() !== "" ? [`${name}: ${value.trim()}`] : [];
  });
  const custom = Object.entries((values["Custom"] ?? {}) as Record<string, unknown>);
  for (const [name, value] of custom) if (typeof value === "string") lines.push(`${name}: ${value}`);
  const creators = [metadata?.get("dc:creator")].flat(2).filter((name) => typeof name === "string");
  for (const name of creators) if (name !== values["Author"]) lines.push(`Author: ${name}`);
  if (lines.length > 0) yield { t: "text", text: `${lines.join("\n")}\n`, place: { member: "properties" } };
  for (const author of new Set([values["Author"], ...creators]))
    if (typeof author === "string" && author.trim() !== "")
      yield {
        t: "observation",
        type: "AUTHOR_METADATA",
        confidence: 0.8,
        reasons: ["property 'Author' of the document"],
        subject: author,
        value: author,
        count: 1,
        place: { member: "properties" },
      };
  const outline = titles((await document.getOutline()) ?? []);
  if (outline.length > 0) yield { t: "text", text: outline.join("\n"), place: { member: "outline" } };
  const scripts = Object.values((await document.getJSActions()) ?? {}).flat();
  if (scripts.length > 0) yield { t: "text", text: scripts.join("\n"), place: { member: "scripts" } };
}

interface Bookmark {
  title: string;
  items: Bookmark[];
}

function titles(bookmarks: readonly Bookmark[]): string[] {
  const found: string[] = [];
  const left = [...bookmarks].reverse();
  while (left.length > 0 && found.length < MAX_OUTLINE) {
    const bookmark = left.pop();
    if (!bookmark) break;
    found.push(bookmark.title);
    left.push(...bookmark.items.toReversed());
  }
  return found;
}
