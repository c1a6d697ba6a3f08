import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { renderSample } from "./sample-values.ts";

const TEMPLATES = fileURLToPath(new URL("../../samples/model/", import.meta.url));

/**
 * Makes the sample folder of a model in `targetDir`: card, settings, tokenizer and training data of templates, weights in
 * safetensors, and a pickle that would run the command `true` when it is loaded. That command does nothing, and nothing here
 * loads the file.
 */
export async function buildModel(targetDir: string): Promise<void> {
  await mkdir(targetDir, { recursive: true });
  for (const name of await readdir(TEMPLATES))
    await writeFile(join(targetDir, name), renderSample(await readFile(join(TEMPLATES, name), "utf8")));
  await writeFile(join(targetDir, "model.safetensors"), weights());
  await writeFile(join(targetDir, "label_encoder.pkl"), pickleThatCalls("posix", "system", "true"));
}

/** One layer of 12 by 4 numbers (github.com/huggingface/safetensors: a length, a header in JSON, the numbers). */
function weights(): Buffer {
  const numbers = new Float32Array(48).map((_, i) => Math.sin(i));
  const header = Buffer.from(
    JSON.stringify({
      __metadata__: { format: "pt", author: "Fictieve Tulpenboetiek" },
      "wte.weight": { dtype: "F32", shape: [12, 4], data_offsets: [0, numbers.byteLength] },
    }),
  );
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header, Buffer.from(numbers.buffer)]);
}

/** `module.name(text)` in protocol 2: the import, the text, a tuple of one, the call, the end. */
function pickleThatCalls(module: string, name: string, text: string): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(text.length);
  return Buffer.concat([
    Buffer.from(`\x80\x02c${module}\n${name}\nX`, "latin1"),
    size,
    Buffer.from(`${text}\x85R.`, "latin1"),
  ]);
}
