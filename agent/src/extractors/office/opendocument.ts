import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError, type Extractor } from "../extractor.ts";
import type { Part } from "../part.ts";
import { OdfContent } from "./opendocument-content.ts";
import { personProperty, propertyLines } from "./property-parts.ts";
import { sheetParts } from "./sheet-text.ts";
import { readWholeXml, readXml } from "./xml-events.ts";
import { firstEntry, ZipPackage } from "./zip-package.ts";

const TYPE = /^application\/vnd\.(?:oasis\.opendocument|sun\.xml)\./;
const MEDIA = /^(?:Pictures|media|Object \d+)\/[^/]+\.(?:png|jpe?g|gif|bmp|tiff?|webp|pdf)$/i;
const PEOPLE: Readonly<Record<string, string>> = {
  creator: "Last modified by",
  "initial-creator": "Author",
  "printed-by": "Printed by",
};
const TEXTS = new Set(["title", "subject", "description", "keyword", "user-defined"]);

/** OpenDocument (ISO/IEC 26300): texts, sheets and presentations of LibreOffice and others. */
export const openDocumentExtractor: Extractor = {
  format: "OpenDocument",
  matches(head) {
    const first = firstEntry(head);
    return first?.name === "mimetype" && TYPE.test(first.content);
  },
  async *extract(input, { scratch, beat }) {
    const zip = await ZipPackage.open(await input.random(scratch));
    if (await isEncrypted(zip)) throw new ExtractError(SKIP_REASONS.encrypted);
    yield* metaParts(zip);
    for (const name of ["content.xml", "styles.xml"]) {
      const pieces = zip.read(name);
      if (!pieces) continue;
      const content = new OdfContent();
      for await (const _ of readXml(pieces, content)) {
        beat();
        yield* content.take();
      }
      content.end();
      yield* content.take();
      for (const { name: sheet, rows, isHidden } of content.sheets.splice(0))
        yield* sheetParts(rows, { member: sheet }, isHidden ? "hidden sheet" : undefined);
    }
    for (const name of zip.matching(MEDIA)) yield* zip.file(name);
  },
};

async function isEncrypted(zip: ZipPackage): Promise<boolean> {
  let found = false;
  await readWholeXml(zip.read("META-INF/manifest.xml"), {
    open(name) {
      if (name === "encryption-data") found = true;
    },
  });
  return found;
}

async function* metaParts(zip: ZipPackage): AsyncGenerator<Part, void, undefined> {
  const values: [name: string, value: string][] = [];
  let name = "";
  let text = "";
  await readWholeXml(zip.read("meta.xml"), {
    open(element, attributes) {
      name = element === "user-defined" ? (attributes["name"] ?? element) : element;
      text = "";
    },
    text: (more) => (text += more),
    close(element) {
      const label = PEOPLE[element] ?? (TEXTS.has(element) ? name : undefined);
      if (label !== undefined && text.trim() !== "") values.push([label, text.trim()]);
      text = "";
    },
  });
  yield* propertyLines(values);
  const people = new Set(Object.values(PEOPLE));
  for (const [label, value] of values) if (people.has(label)) yield personProperty(label, value);
}
