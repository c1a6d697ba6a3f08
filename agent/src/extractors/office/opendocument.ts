import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ByteInput } from "../byte-input.ts";
import { type ExtractContext, ExtractError, type Extractor, reasonOf } from "../extractor.ts";
import type { Part } from "../part.ts";
import { zipParts } from "../archive/zip.ts";
import { OdfContent, type OdfItem } from "./opendocument-content.ts";
import { metaParts } from "./opendocument-meta.ts";
import { personProperty } from "./property-parts.ts";
import { type SheetRow, sheetParts } from "./sheet-text.ts";
import { guarded } from "./streamed-text.ts";
import { readWholeXml, readXml } from "./xml-events.ts";
import { firstEntry, ZipPackage } from "./zip-package.ts";

const TYPE = /^application\/vnd\.(?:oasis\.opendocument|sun\.xml)\./;
/** What else is in the package: pictures, embedded documents, scripts. Replacements show what an object shows. */
const MEDIA = /^(?:Pictures|media)\/[^/]+$/;
const OBJECTS = /^Object[^/]*(?:\/content\.xml)?$/;
const SCRIPTS = /^(?:Basic|Scripts)\/.+\.(?:xml|py|js|bsh)$/;
const VECTOR = /\.(?:emf|wmf|svm|svg)$/i;
const FLAT = /<office:document\s[^>]*office:mimetype="application\/vnd\.oasis\.opendocument\./;

/** OpenDocument (ISO/IEC 26300): texts, sheets and presentations of LibreOffice and others, packed or flat. */
export const openDocumentExtractor: Extractor = {
  format: "OpenDocument",
  matches(head) {
    if (head[0] === 0x3c || head[0] === 0xef) return isFlat(head);
    const first = firstEntry(head);
    return first !== null && (first.name === "mimetype" ? TYPE.test(first.content) : MAYBE.has(first.name));
  },
  async *extract(input, context) {
    if (isFlat(input.head)) {
      let taken = 0;
      const bytes = input.stream();
      yield* contentParts(bytes, context, (chars) => {
        taken += chars;
        if (taken > (input.size ?? 0) + MAX_REPEATED_CHARS)
          throw new ExtractError(SKIP_REASONS.unpacksTooLarge);
      });
      return;
    }
    const random = await input.random(context.scratch);
    let zip: ZipPackage;
    try {
      zip = await ZipPackage.open(random);
    } catch (error) {
      if (reasonOf(error) !== SKIP_REASONS.damaged) throw error;
      return yield* zipParts(random, context.beat);
    }
    const { isOpenDocument, isEncrypted } = await manifestOf(zip);
    if (!isOpenDocument) return yield* zipParts(random, context.beat);
    if (isEncrypted) throw new ExtractError(SKIP_REASONS.encrypted);
    yield* packageParts(zip, context);
  },
};

/** What packages begin with that do not begin as the standard has it. */
const MAYBE = new Set(["META-INF/manifest.xml", "content.xml", "meta.xml", "styles.xml"]);
const MAX_REPEATED_CHARS = 256 * 1024 * 1024;
const FLAT_WITHIN = 8 * 1024;

function isFlat(head: Uint8Array): boolean {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, FLAT_WITHIN)).toString(
    "latin1",
  );
  return (start.startsWith("<") || start.startsWith("\u00ef\u00bb\u00bf<")) && FLAT.test(start);
}

async function* packageParts(
  zip: ZipPackage,
  context: ExtractContext,
): AsyncGenerator<Part, void, undefined> {
  const take = (chars: number) => zip.take(chars);
  const meta = zip.read("meta.xml");
  if (meta) yield* guarded("meta.xml", metaParts(meta));
  const content = zip.read("content.xml");
  if (content) yield* guarded(undefined, contentParts(content, context, take));
  else yield { t: "skip", reason: SKIP_REASONS.damaged };
  const styles = zip.read("styles.xml");
  if (styles) yield* guarded("styles.xml", contentParts(styles, context, take, "styles.xml"));
  for (const name of zip.matching(OBJECTS)) {
    const object = zip.read(name);
    if (!name.endsWith(".xml")) yield* guarded(name, zip.file(name));
    else if (object) yield* guarded(name, contentParts(object, context, take, name));
  }
  for (const name of [...zip.matching(MEDIA), ...zip.matching(SCRIPTS)]) {
    if (VECTOR.test(name)) yield { t: "skip", reason: SKIP_REASONS.unsupported, member: name };
    else yield* guarded(name, zip.file(name));
  }
}

/** What the package says of itself; without a manifest the parts must tell. */
async function manifestOf(zip: ZipPackage): Promise<{ isOpenDocument: boolean; isEncrypted: boolean }> {
  let isEncrypted = false;
  let isOpenDocument = zip.has("mimetype") && zip.has("content.xml");
  try {
    await readWholeXml(zip.read("META-INF/manifest.xml"), {
      open(name, attributes) {
        if (name === "encryption-data") isEncrypted = true;
        if (name === "file-entry" && TYPE.test(attributes["media-type"] ?? "")) isOpenDocument = true;
      },
    });
  } catch {
    // What is wrong with the content shows when it is read.
  }
  return { isOpenDocument: isOpenDocument || isEncrypted, isEncrypted };
}

/** The text and the sheets of a document, of its headers and footers, or of one in it. */
async function* contentParts(
  bytes: AsyncIterable<Uint8Array>,
  { beat }: ExtractContext,
  take: (chars: number) => void,
  member?: string,
): AsyncGenerator<Part, void, undefined> {
  const content = new OdfContent(take);
  const items = itemsOf(bytes, content, beat);
  const within = member === undefined ? {} : { member };
  try {
    for (let next = await items.next(); next.done !== true; next = await items.next()) {
      const item = next.value;
      if (item.t === "text") yield { ...item, place: { ...within, ...item.place } };
      else if (item.t === "sheet") {
        const place = { member: member === undefined ? item.name : `${member} ${item.name}` };
        yield* sheetParts(rowsOf(items), { place, ...(item.isHidden ? { hidden: "hidden sheet" } : {}) });
      }
      for (const part of content.asides.take())
        yield part.t === "text" ? { ...part, place: { ...within, ...part.place } } : part;
    }
  } finally {
    yield* content.asides.take();
    if (content.meta) yield* content.meta.parts();
    for (const author of content.authors) yield personProperty("Author of a change", author);
    for (const [i, picture] of content.pictures.entries()) {
      const name = `picture ${i + 1}`;
      yield { t: "file", input: ByteInput.of(name, Buffer.from(picture, "base64")), place: { member: name } };
    }
  }
}

async function* itemsOf(
  bytes: AsyncIterable<Uint8Array>,
  content: OdfContent,
  beat: () => void,
): AsyncGenerator<OdfItem, void, undefined> {
  try {
    for await (const _ of readXml(bytes, content)) {
      beat();
      yield* content.items.splice(0);
    }
  } finally {
    content.end();
    yield* content.items.splice(0);
  }
}

/** The rows of the sheet that has begun; what follows its end is left to be read. */
async function* rowsOf(
  items: AsyncGenerator<OdfItem, void, undefined>,
): AsyncGenerator<SheetRow, void, undefined> {
  for (let next = await items.next(); next.done !== true; next = await items.next()) {
    if (next.value.t === "sheetEnd") return;
    if (next.value.t === "row") yield next.value.row;
  }
}
