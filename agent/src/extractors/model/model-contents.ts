import type { ByteInput } from "../byte-input.ts";
import { ByteInput as Input } from "../byte-input.ts";
import { EXTRACTORS, unknownReason } from "../registry.ts";
import { Scratch } from "../scratch.ts";
import { walk } from "../walk.ts";

export interface ModelContents {
  /** Type and subject of what was seen, with the member where it is in one. */
  seen: string[];
  reasons: string[];
  texts: string;
  skipped: string[];
}

/** For tests: what a scan of models sees in a file. */
export async function modelContents(name: string, file: Uint8Array | ByteInput): Promise<ModelContents> {
  const scratch = new Scratch();
  const found: ModelContents = { seen: [], reasons: [], texts: "", skipped: [] };
  const input = file instanceof Uint8Array ? Input.of(name, file) : file;
  const options = { extractors: EXTRACTORS["ai-model"], unknown: unknownReason("ai-model") };
  try {
    for await (const leaf of walk(input, options, { scratch, beat: () => {} })) {
      if (leaf.t === "skip") found.skipped.push(`${leaf.member ?? ""}: ${leaf.reason}`);
      if (leaf.t === "observation") {
        found.seen.push(`${leaf.type} ${leaf.value ?? leaf.place?.member ?? leaf.subject}`);
        found.reasons.push(...leaf.reasons);
      }
      if (leaf.t !== "text") continue;
      for await (const piece of typeof leaf.text === "string" ? [leaf.text] : leaf.text)
        if (found.texts.length < 100_000) found.texts += piece;
    }
  } finally {
    await input.close();
    scratch.close();
  }
  return found;
}
