import { constants, deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { UNPACK_LIMITS } from "../budget.ts";
import { ByteInput } from "../byte-input.ts";
import { EXTRACTORS, unknownReason } from "../registry.ts";
import { Scratch } from "../scratch.ts";
import { walk } from "../walk.ts";
import { zipOf } from "./zip-writer.ts";

const MEBIBYTE = 1024 * 1024;
const BLOCKS = 256;

const lines = Array.from({ length: 80_000 }, (_, i) => `regel ${i * 7_919}\n`)
  .join("")
  .slice(0, MEBIBYTE);

const block = deflateRawSync(lines, { finishFlush: constants.Z_FULL_FLUSH });

/** A quarter of a gibibyte of lines, packed: a block of deflate that ends at a byte can stand any number of times. */
const packed = Buffer.concat([
  ...Array.from({ length: BLOCKS }, () => block),
  deflateRawSync(Buffer.of(), { finishFlush: constants.Z_FINISH }),
]);

test("what a large member unpacks to is never held", async () => {
  const bytes = zipOf([{ name: "big.txt", bytes: Buffer.of(), packed }]);
  const input = ByteInput.of("x.zip", bytes);
  const scratch = new Scratch();
  const used = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  const before = used();
  let most = before;
  let chars = 0;
  const options = {
    extractors: EXTRACTORS.document,
    unknown: unknownReason("document"),
    limits: UNPACK_LIMITS,
  };
  for await (const leaf of walk(input, options, { scratch, beat: () => {} })) {
    if (leaf.t !== "text" || typeof leaf.text === "string") continue;
    for await (const piece of leaf.text) {
      chars += piece.length;
      most = Math.max(most, used());
    }
  }
  expect(chars).toBe(BLOCKS * MEBIBYTE);
  expect((most - before) / MEBIBYTE).toBeLessThan(100);
});
