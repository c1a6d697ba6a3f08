import type { Scratch } from "../scratch.ts";
import { type NumberFormat, numberFormat } from "./number-format.ts";
import { TextStore } from "./text-store.ts";
import { readWholeXml, readXml } from "./xml-events.ts";
import type { ZipPackage } from "./zip-package.ts";

/** What cells refer to. */
export interface CellSources {
  strings: TextStore;
  /** By the number of the cell's style. */
  formats: readonly NumberFormat[];
  is1904: boolean;
}

/** Reads the texts that cells refer to by number. Throws `ExtractError`; what was read before is in the store. */
export async function readSharedStrings(
  pieces: AsyncIterable<Uint8Array>,
  strings: TextStore,
  beat: () => void,
): Promise<void> {
  let text = "";
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
      else if (element === "si") strings.push(text);
    },
  });
  for await (const _ of events) beat();
}

const MAX_STYLES = 65_536;

/** How the cell styles show a number, by the style's number. */
export async function readFormats(zip: ZipPackage, name: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  await readWholeXml(zip.read(name), {
    open(element, { numFmtId, formatCode = "" }) {
      const id = Number(numFmtId ?? 0);
      if (element === "numFmt") {
        if (codes.size < MAX_STYLES) codes.set(id, formatCode);
      } else if (element === "cellXfs") inCells = true;
      else if (element === "xf" && inCells && formats.length < MAX_STYLES)
        formats.push(numberFormat(id, codes.get(id)));
    },
    close(element) {
      if (element === "cellXfs") inCells = false;
    },
  });
  return formats;
}

export function emptySources(scratch: Scratch): CellSources {
  return { strings: new TextStore(scratch), formats: [], is1904: false };
}
