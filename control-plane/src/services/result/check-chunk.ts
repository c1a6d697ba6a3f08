/** The leak guard: what is stored is findings and data maps of this protocol and nothing else (P2). */
import { dataMapLine, finding, MAX_CHUNK_FINDINGS } from "@dataguardian/shared/domain";
import { refuse } from "../fault.ts";

const MAX_PLAIN_BYTES = 16 * 1_048_576;

/** Counts the findings of a gzipped chunk. A single line that could carry more than a finding, or than a line of a map, refuses all of it. */
export async function checkChunk(
  gzip: Uint8Array<ArrayBuffer>,
): Promise<{ findings: number; holds: "findings" | "data-map" }> {
  const lines = (await gunzip(gzip)).split("\n");
  if (lines.at(-1) === "") lines.pop();
  if (lines.length > MAX_CHUNK_FINDINGS) throw refuse({ tag: "chunk_too_long", what: "findings" });
  const isMap = fits(dataMapLine, lines[0]);
  for (const [index, line] of lines.entries()) {
    if (!fits(isMap ? dataMapLine : finding, line)) throw refuse({ tag: "chunk_finding", line: index + 1 });
  }
  return isMap ? { findings: 0, holds: "data-map" } : { findings: lines.length, holds: "findings" };
}

function fits(schema: typeof finding | typeof dataMapLine, line = ""): boolean {
  try {
    return schema.safeParse(JSON.parse(line)).success;
  } catch {
    return false;
  }
}

/** A small upload can unpack to gigabytes, so it is unpacked piece by piece and given up at the limit. */
async function gunzip(gzip: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([gzip]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw refuse({ tag: "chunk_not_gzip" });
    });
    if (done) break;
    bytes += value.byteLength;
    if (bytes > MAX_PLAIN_BYTES) {
      await reader.cancel();
      throw refuse({ tag: "chunk_too_long", what: "bytes" });
    }
    text += decode(decoder, value);
  }
  return text + decode(decoder);
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    throw refuse({ tag: "chunk_not_gzip" });
  }
}
