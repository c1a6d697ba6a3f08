import { isUtf8 } from "node:buffer";
import { SKIP_REASONS } from "../../sources/file-source.ts";
import type { Extractor } from "../extractor.ts";
import { FileSpool } from "../file-spool.ts";
import type { PartColumns } from "../part.ts";
import { decodeText } from "../text/plain-text.ts";
import { textStart } from "../text/text-start.ts";
import { type ContentLine, contentLines } from "./content-lines.ts";
import { components } from "./property.ts";
import { ATTRIBUTE_LABELS } from "./property-labels.ts";
import { RecordText } from "./record-text.ts";

const BEGINS = /^(?:\s*(?:#[^\n]*|version: *\d+ *)?\r?\n| [^\n]*\n)*dn::? *[A-Za-z0-9+/=._-]/;
const ATTRIBUTE = /^([A-Za-z][\w.-]{0,100})((?:;[\w.-]{1,100}){0,10}):([:<]?) */;
const MAX_RECORD_CHARS = 512 * 1024;

/** What a directory exports (RFC 2849): a text part for each entry, pictures behind them. */
export const ldifExtractor: Extractor = {
  format: "LDIF",
  matches: (head) => BEGINS.test(textStart(head) ?? ""),
  async *extract(input, { scratch, beat }) {
    const pieces = decodeText(input.stream(), input.head);
    if (!pieces) return;
    const counted: PartColumns["counted"] = new Map();
    const spool = new FileSpool(scratch);
    let record = new RecordText(counted);
    try {
      for await (const line of contentLines(pieces)) {
        if (line.isCut)
          yield { t: "skip", reason: SKIP_REASONS.tooLargeToHold, member: `line ${line.pieces[0]?.line}` };
        read(line, record, spool);
        if (record.length === 0 || !(line.text === "" || record.length > MAX_RECORD_CHARS)) continue;
        beat();
        yield record.part();
        record = new RecordText(counted);
      }
      if (record.length > 0) yield record.part();
      yield* spool.parts();
    } finally {
      spool.close();
    }
  },
};

function read(line: ContentLine, record: RecordText, spool: FileSpool): void {
  const { text } = line;
  const attribute = ATTRIBUTE.exec(text);
  if (!attribute) {
    // A comment is read too: it may be an entry that was taken out.
    if (text.trim() !== "" && text !== "-") record.add("Text", "", line, [{ start: 0, end: text.length }]);
    return;
  }
  const [start, name = "", , mark] = attribute;
  const label = ATTRIBUTE_LABELS[name.toLowerCase()] ?? name;
  const stretch = { start: start.length, end: text.length };
  if (stretch.end <= stretch.start) return;
  if (mark === ":") {
    const bytes = Buffer.from(text.slice(start.length), "base64");
    const isText = isUtf8(bytes) && !bytes.includes(0);
    if (isText) record.add(label, name, line, [{ ...stretch, text: bytes.toString("utf8") }]);
    else spool.put(`${name}-${spool.count + 1}.${/photo/i.test(name) ? "jpg" : "bin"}`, bytes);
  } else if (/postaladdress|registeredaddress/i.test(name)) {
    // The lines of an address (RFC 4517, 3.3.28).
    const lines = components(text, start.length, "$").filter(({ start: from, end }) => end > from);
    record.add(
      label,
      name,
      line,
      lines.map((one, index) => ({ ...one, before: index > 0 ? ", " : "" })),
    );
  } else record.add(label, name, line, [stretch]);
}
