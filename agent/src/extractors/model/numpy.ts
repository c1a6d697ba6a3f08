import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError, type Extractor } from "../extractor.ts";
import type { Part } from "../part.ts";
import { behind } from "./behind.ts";
import { numpyHeader } from "./numpy-header.ts";
import { pickleParts } from "./pickle/pickle.ts";

const MAGIC = Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]);

/** NumPy's own file format (numpy/lib/format.py): numbers, texts, or, where the items are objects, a pickle. */
export const numpyExtractor: Extractor = {
  format: "NumPy",
  matches: (head) => MAGIC.equals(head.subarray(0, MAGIC.length)),
  async *extract(input, { beat }) {
    const header = numpyHeader(input.head);
    if (header === null) throw new ExtractError(SKIP_REASONS.damaged);
    const { dataAt, isObject, text } = header;
    const data = behind(input.stream(), dataAt);
    if (isObject) yield* pickleParts(data, input.name, beat, dataAt);
    else if (text !== null) yield textPart(data, dataAt, text);
    else for await (const piece of data) if (piece.length > 0) beat();
  },
};

/** Items of a fixed length, a line each. */
function textPart(data: AsyncIterable<Uint8Array>, dataAt: number, { kind, bytes, isBig }: TextItems): Part {
  const starts: { text: number; item: number }[] = [];
  let length = 0;
  let item = 0;
  const lines = async function* () {
    let rest: Buffer = Buffer.alloc(0);
    for await (const piece of data) {
      const all = Buffer.concat([rest, piece]);
      const count = Math.floor(all.length / bytes);
      let text = "";
      for (let i = 0; i < count; i++) {
        const one = all.subarray(i * bytes, (i + 1) * bytes);
        if (i % 256 === 0) starts.push({ text: length + text.length, item: item + i });
        text += `${kind === "S" ? one.toString("utf8").replace(/\0+$/, "") : utf32(one, isBig)}\n`;
      }
      rest = Buffer.from(all.subarray(count * bytes));
      item += count;
      length += text.length;
      if (starts.length > 20_000) starts.splice(0, starts.length - 10_000);
      if (text !== "") yield text;
    }
  };
  return {
    t: "text",
    text: lines(),
    placeAt: (offset, count) => ({
      offset: dataAt + (starts.findLast((start) => start.text <= offset)?.item ?? 0) * bytes,
      length: count,
    }),
  };
}

interface TextItems {
  kind: "S" | "U";
  bytes: number;
  isBig: boolean;
}

function utf32(bytes: Buffer, isBig: boolean): string {
  let text = "";
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
    if (code === 0) break;
    text += code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  }
  return text.toWellFormed();
}
