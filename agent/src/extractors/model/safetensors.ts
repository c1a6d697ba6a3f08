import { z } from "zod";
import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError, type Extractor } from "../extractor.ts";
import type { Part } from "../part.ts";
import { HeaderCursor } from "./header-cursor.ts";

const LENGTH_BYTES = 8;
/** Ten times the header of the largest models; its own readers stop at 100 MB. */
const MAX_HEADER_BYTES = 32 * 1024 * 1024;
const OPENING_BRACE = 0x7b;

const metadata = z.record(z.string(), z.string());
const tensor = z.looseObject({
  data_offsets: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
});

/** safetensors (huggingface.co/docs/safetensors): the length of a header, the header as JSON, and weights, which are not read. */
export const safetensorsExtractor: Extractor = {
  format: "safetensors",
  // A text has no byte of zero; a length that lies may have any.
  matches: (head) => head[LENGTH_BYTES] === OPENING_BRACE && (head[7] === 0 || head[7] === 0xff),
  async *extract(input, { scratch }) {
    const bytes = await input.random(scratch);
    const cursor = new HeaderCursor(bytes, MAX_HEADER_BYTES);
    const header = parsed(cursor.take(cursor.u64()).toString("utf8"));
    const { __metadata__: own, ...tensors } = header;
    const notes = metadata.safeParse(own ?? {});
    if (notes.success)
      for (const [name, text] of Object.entries(notes.data))
        yield textPart(`__metadata__.${name}`, name, text);
    const names = Object.keys(tensors);
    if (names.length > 0) yield textPart("tensors", "", names.join("\n"));
    // Readers refuse such a file, or read one tensor's bytes as another's.
    if (!notes.success || !isCovered(tensors, bytes.size - cursor.at))
      throw new ExtractError(SKIP_REASONS.damaged);
  },
};

function parsed(text: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new ExtractError(SKIP_REASONS.damaged);
  }
}

/** Whether the tensors lie one behind the other and fill what follows the header: no overlap, no gap, nothing behind. */
function isCovered(tensors: Record<string, unknown>, dataBytes: number): boolean {
  const spans: [number, number][] = [];
  for (const one of Object.values(tensors)) {
    const known = tensor.safeParse(one);
    if (!known.success) return false;
    spans.push(known.data.data_offsets);
  }
  spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let end = 0;
  for (const [from, to] of spans) {
    if (from !== end || to < from) return false;
    end = to;
  }
  return end === dataBytes;
}

function textPart(key: string, field: string, text: string): Part {
  return {
    t: "text",
    text,
    place: { key },
    ...(field === "" ? {} : { context: () => ({ fieldAt: () => field }) }),
  };
}
