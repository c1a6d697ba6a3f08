/** The inside of the process that reads one document: gets its bytes, sends its text, and is ended. */
import { ByteInput } from "../../../extractors/byte-input.ts";
import { EXTRACTORS, unknownReason } from "../../../extractors/registry.ts";
import { Scratch } from "../../../extractors/scratch.ts";
import { walk } from "../../../extractors/walk.ts";

export interface DocumentText {
  /** Null where there was none that could be read. */
  text: string | null;
}

const MAX_CHARS = 400_000;

process.once("disconnect", () => process.exit(0));
process.once("message", (bytes: Uint8Array) => {
  void textOf(bytes).then((text) => process.send?.({ text } satisfies DocumentText));
});

async function textOf(bytes: Uint8Array): Promise<string | null> {
  const scratch = new Scratch();
  const input = ByteInput.of("document", bytes);
  const options = { extractors: EXTRACTORS.document, unknown: unknownReason("document") };
  let all = "";
  try {
    for await (const leaf of walk(input, options, { scratch, beat: () => {} })) {
      if (leaf.t !== "text" || leaf.hidden !== undefined) continue;
      for await (const piece of typeof leaf.text === "string" ? [leaf.text] : leaf.text) {
        all += piece;
        if (all.length >= MAX_CHARS) return all.slice(0, MAX_CHARS);
      }
      all += "\n";
    }
    return all.trim() === "" ? null : all;
  } finally {
    await input.close();
    scratch.close();
  }
}
