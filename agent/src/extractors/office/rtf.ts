import { SKIP_REASONS } from "../../sources/file-source.ts";
import type { Extractor } from "../extractor.ts";
import { FileSpool } from "../file-spool.ts";
import type { Part } from "../part.ts";
import { embeddedContent, nativeData } from "./embedded-object.ts";
import { personProperty, propertyLines } from "./property-parts.ts";
import type { BinaryGroup } from "./rtf-binary.ts";
import { RtfReader } from "./rtf-reader.ts";
import { guarded, streamedText } from "./streamed-text.ts";

const MAGIC = Buffer.from("{\\rtf");
const PIECE_CHARS = 256 * 1024;
const LABELS: Readonly<Record<string, string>> = {
  author: "Author",
  operator: "Last modified by",
  manager: "Manager",
};
/** Drawings in instructions, and bitmaps without their header. */
const UNREAD = /^(?:emfblip|wmetafile|macpict|dibitmap|wbitmap|pmmetafile)$/;

/** Rich Text Format, as Word and others write it: text, comments, hidden and deleted text, pictures, objects. */
export const rtfExtractor: Extractor = {
  format: "RTF",
  matches: (head) => head[0] === 0x7b && MAGIC.equals(head.subarray(0, MAGIC.length)),
  async *extract(input, { beat, scratch }) {
    const files = new FileSpool(scratch);
    const skipped: Part[] = [];
    let count = 0;
    const reader = new RtfReader((group) => {
      const member = `${group.word === "pict" ? "picture" : "object"} ${++count}`;
      const reason = keep(group, member, files);
      if (reason !== null) skipped.push({ t: "skip", reason, member });
    });
    const pieces = (async function* () {
      for await (const bytes of input.stream()) {
        beat();
        // A piece of a megabyte may be one picture, or a million lines.
        for (let at = 0; at < bytes.length; at += PIECE_CHARS) {
          reader.write(bytes.subarray(at, at + PIECE_CHARS));
          if (reader.length > PIECE_CHARS) yield reader.take();
        }
      }
      reader.end();
      yield reader.take();
    })();
    try {
      yield* guarded(undefined, streamedText(pieces, {}));
      yield* reader.asides.take();
      const { properties, authors } = reader;
      yield* propertyLines(properties.map(([name, value]) => [LABELS[name] ?? name, value]));
      for (const [name, value] of properties)
        if (LABELS[name] !== undefined) yield personProperty(LABELS[name], value);
      for (const author of authors) yield personProperty("Author of a change", author);
      yield* skipped;
      yield* files.parts();
    } finally {
      files.close();
    }
  },
};

/** Puts what is in a group aside as a file; why not, where that cannot be. */
function keep({ word, kind, data }: BinaryGroup, member: string, files: FileSpool) {
  if (word === "pict" && UNREAD.test(kind)) return SKIP_REASONS.unsupported;
  const { bytes } = data;
  if (!bytes) return SKIP_REASONS.tooLargeToHold;
  if (bytes.length === 0) return null;
  if (word === "pict") files.put(member, bytes);
  else {
    const native = nativeData(bytes);
    if (!native) return SKIP_REASONS.unsupported;
    const { name, bytes: content } = embeddedContent(native) ?? { name: member, bytes: native };
    files.put(name, content, member);
  }
  return null;
}
