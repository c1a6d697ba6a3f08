import { UNPACK_LIMITS, type UnpackLimits } from "../budget.ts";
import { ByteInput } from "../byte-input.ts";
import { EXTRACTORS, unknownReason } from "../registry.ts";
import { Scratch } from "../scratch.ts";
import { walk } from "../walk.ts";

const MAX_TEXT_CHARS = 1_000;

/** For tests: everything in a file, the texts by member, and why others were not read. */
export async function contents(
  name: string,
  file: Uint8Array | ByteInput,
  limits: Partial<UnpackLimits> = {},
): Promise<{ texts: Record<string, string>; skipped: string[]; chars: number }> {
  const scratch = new Scratch();
  const texts: Record<string, string> = {};
  const skipped: string[] = [];
  let chars = 0;
  const input = file instanceof ByteInput ? file : ByteInput.of(name, file);
  const options = {
    extractors: EXTRACTORS.document,
    unknown: unknownReason("document"),
    limits: { ...UNPACK_LIMITS, ...limits },
  };
  try {
    for await (const leaf of walk(input, options, { scratch, beat: () => {} })) {
      if (leaf.t === "skip") skipped.push(`${leaf.member ?? ""}: ${leaf.reason}`);
      if (leaf.t !== "text") continue;
      const member = leaf.place?.member ?? "";
      let text = texts[member] ?? "";
      for await (const piece of typeof leaf.text === "string" ? [leaf.text] : leaf.text) {
        chars += piece.length;
        text += piece.slice(0, Math.max(0, MAX_TEXT_CHARS - text.length));
      }
      texts[member] = text;
    }
  } finally {
    await input.close();
    scratch.close();
  }
  return { texts, skipped, chars };
}
