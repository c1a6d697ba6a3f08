import { ByteInput } from "../byte-input.ts";
import type { Extractor } from "../extractor.ts";
import type { Part } from "../part.ts";
import { personProperty, propertyLines } from "./property-parts.ts";
import { RtfReader } from "./rtf-reader.ts";

const MAX_BYTES = 256 * 1024 * 1024;
const MAGIC = Buffer.from("{\\rtf");

/** Rich Text Format, as Word and others write it: text, comments, hidden and deleted text, pictures. */
export const rtfExtractor: Extractor = {
  format: "RTF",
  matches: (head) => head[0] === 0x7b && MAGIC.equals(head.subarray(0, MAGIC.length)),
  async *extract(input, { beat }) {
    const reader = new RtfReader();
    const bytes = await input.whole(MAX_BYTES);
    for (let at = 0; at < bytes.length; at += 1_048_576) {
      beat();
      reader.write(bytes.subarray(at, at + 1_048_576));
    }
    const { shown, asides, properties, pictures } = reader;
    const labels: Readonly<Record<string, string>> = {
      author: "Author",
      operator: "Last modified by",
      manager: "Manager",
    };
    yield* propertyLines(properties.map(([name, value]) => [labels[name] ?? name, value]));
    for (const [name, value] of properties)
      if (labels[name] !== undefined) yield personProperty(labels[name], value);
    if (shown.trim() !== "") yield { t: "text", text: shown };
    for (const [hidden, text] of Object.entries(asides))
      if (text.trim() !== "") yield { t: "text", text, hidden } as Part;
    for (const [i, picture] of pictures.entries()) {
      const member = `picture ${i + 1}`;
      yield { t: "file", input: ByteInput.of(member, picture), place: { member } };
    }
  },
};
