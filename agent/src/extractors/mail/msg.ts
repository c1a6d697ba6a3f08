import { SKIP_REASONS } from "../../sources/file-source.ts";
import { type ExtractContext, ExtractError } from "../extractor.ts";
import type { CompoundEntry, CompoundFile } from "../ole/compound-file.ts";
import type { Part } from "../part.ts";
import { type MapiAttachment, type MapiItem, mapiParts } from "./mapi-item.ts";
import { fixedSize, MapiProperties, valueOf } from "./mapi-properties.ts";

const STREAM = /^__substg1\.0_([\dA-F]{4})([\dA-F]{4})(?:-[\dA-F]{8})?$/i;
const PROPERTIES = "__properties_version1.0";
const RECIPIENT = /^__recip_version1\.0_/i;
const ATTACHMENT = /^__attach_version1\.0_/i;
const EMBEDDED = "__substg1.0_3701000D";
/** What stands before the entries of the property stream, in bytes ([MS-OXMSG] 2.4.1). */
const HEADER_BYTES = { message: 32, embedded: 24, inner: 8 };
const ENTRY_BYTES = 16;
const MAX_PROPERTY_BYTES = 4 * 1024 * 1024;

/** Outlook's message files ([MS-OXMSG]). */
export function readMsg(file: CompoundFile, context: ExtractContext): AsyncGenerator<Part, void, undefined> {
  const reader = new MsgReader(file);
  return mapiParts(reader.item(file.root, HEADER_BYTES.message), undefined, context);
}

class MsgReader {
  readonly #file: CompoundFile;
  /** Entries that belong to a storage that was read: in a file that goes round in a circle they come again. */
  readonly #seen = new Set<number>();

  constructor(file: CompoundFile) {
    this.#file = file;
  }

  item(storage: CompoundEntry, headerBytes: number, charset?: string): MapiItem {
    const { properties, children } = this.#properties(storage, headerBytes, charset);
    const own = properties.charset;
    const inner = (pattern: RegExp) =>
      children.filter(({ name, kind }) => kind === "storage" && pattern.test(name));
    const read = (entry: CompoundEntry) => this.#properties(entry, HEADER_BYTES.inner, own);
    const attachment = (entry: CompoundEntry): MapiAttachment => {
      const found = read(entry);
      const message = found.children.find(({ name, kind }) => kind === "storage" && name === EMBEDDED);
      const isMessage = message && this.#file.named(message).has(PROPERTIES);
      return {
        properties: found.properties,
        message: () => (isMessage ? this.item(message, HEADER_BYTES.embedded, own) : null),
      };
    };
    return {
      properties,
      recipients: function* () {
        for (const entry of inner(RECIPIENT)) yield read(entry).properties;
      },
      attachments: function* () {
        for (const entry of inner(ATTACHMENT)) yield attachment(entry);
      },
    };
  }

  #properties(storage: CompoundEntry, headerBytes: number, charset: string | undefined) {
    const children = this.#file.children(storage);
    const [first] = children;
    if (first) {
      if (this.#seen.has(first.id)) throw new ExtractError(SKIP_REASONS.damaged);
      this.#seen.add(first.id);
    }
    const properties = new MapiProperties(charset);
    for (const entry of children) {
      const [, id, type] = STREAM.exec(entry.name) ?? [];
      if (id === undefined || type === undefined || entry.kind !== "stream") continue;
      properties.add(Number.parseInt(id, 16), {
        type: Number.parseInt(type, 16),
        size: entry.size,
        pieces: () => this.#file.pieces(entry),
      });
    }
    const fixed = children.find(({ name }) => name === PROPERTIES);
    if (fixed) addFixed(properties, this.#file.read(fixed, MAX_PROPERTY_BYTES).subarray(headerBytes));
    return { properties, children };
  }
}

/** Values that are no longer than eight bytes stand in one stream, with the properties' types and numbers. */
function addFixed(properties: MapiProperties, entries: Uint8Array): void {
  const view = new DataView(entries.buffer, entries.byteOffset, entries.length);
  for (let at = 0; at + ENTRY_BYTES <= entries.length; at += ENTRY_BYTES) {
    const type = view.getUint16(at, true);
    const size = fixedSize(type);
    if (size !== undefined && size <= 8)
      properties.add(view.getUint16(at + 2, true), valueOf(type, entries.subarray(at + 8, at + 16)));
  }
}
