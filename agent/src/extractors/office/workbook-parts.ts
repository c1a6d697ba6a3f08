import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";
import { readWholeXml, readXml } from "./xml-events.ts";

const MAX_CHARS = 100_000_000;

/** The texts that cells refer to by number. Throws `ExtractError` when they are more than memory shall hold. */
export async function readSharedStrings(
  pieces: AsyncIterable<Uint8Array> | null,
  beat: () => void,
): Promise<string[]> {
  const strings: string[] = [];
  if (!pieces) return strings;
  let text = "";
  let chars = 0;
  let inText = false;
  let inPhonetic = false;
  const events = readXml(pieces, {
    open(element) {
      if (element === "si") text = "";
      else if (element === "rPh") inPhonetic = true;
      else if (element === "t") inText = !inPhonetic;
    },
    text: (more) => void (inText && (text += more)),
    close(element) {
      if (element === "t") inText = false;
      else if (element === "rPh") inPhonetic = false;
      else if (element === "si") {
        chars += text.length;
        strings.push(text);
      }
    },
  });
  for await (const _ of events) {
    beat();
    if (chars > MAX_CHARS) throw new ExtractError(SKIP_REASONS.tooLargeToHold);
  }
  return strings;
}

/** Number formats that show a date without saying how (ISO/IEC 29500-1, 18.8.30). */
const isDateFormat = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);
const IN_QUOTES = /"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

/** The numbers of the cell styles that show a number as a date. */
export async function readStyles(pieces: AsyncIterable<Uint8Array> | null): Promise<ReadonlySet<number>> {
  const custom = new Map<number, boolean>();
  const dates = new Set<number>();
  let inCells = false;
  let style = 0;
  await readWholeXml(pieces, {
    open(element, { numFmtId, formatCode = "" }) {
      const id = Number(numFmtId ?? 0);
      if (element === "numFmt") custom.set(id, /[ymdh]/i.test(formatCode.replace(IN_QUOTES, "")));
      else if (element === "cellXfs") inCells = true;
      else if (element === "xf" && inCells) {
        if (custom.get(id) ?? isDateFormat(id)) dates.add(style);
        style++;
      }
    },
    close(element) {
      if (element === "cellXfs") inCells = false;
    },
  });
  return dates;
}
