import fc from "fast-check";
import { expect, test } from "vitest";
import { fillExample } from "../detection/example-values.ts";
import { DETECTORS } from "../detection/registry.ts";
import { scanText } from "../detection/scan-text.ts";
import { Sensitive } from "../detection/sensitive.ts";
import { scanStream } from "./scan-stream.ts";

const examples = DETECTORS.flatMap(({ examples: { match, ignore } }) => [...match, ...ignore]).map(
  fillExample,
);
const filler = fc.constantFrom(
  "\n",
  " ",
  "x".repeat(700),
  "lorem ipsum dolor\n".repeat(60),
  "const a = [1, 22, 333];\n".repeat(200),
);
const texts = fc
  .array(fc.oneof(fc.constantFrom(...examples), filler), { minLength: 1, maxLength: 400, size: "max" })
  .map((parts) => parts.join("\n"));

async function collect(pieces: readonly string[], chunkChars: number) {
  const found = [];
  for await (const { match, place } of scanStream(pieces, chunkChars, scanText))
    found.push({
      type: match.detector.id,
      value: Sensitive.reveal(match.value),
      confidence: match.confidence,
      ...place,
    });
  return found;
}

/** The slow and obvious way. */
function whole(text: string) {
  return scanText(text).map(({ detector, value, confidence, offset, length }) => {
    const before = text.slice(0, offset).split("\n");
    const column = (before.at(-1) ?? "").length + 1;
    return {
      type: detector.id,
      value: Sensitive.reveal(value),
      confidence,
      line: before.length,
      column,
      offset,
      length,
    };
  });
}

test("text found in chunks is text found whole, with the same places", async () => {
  await fc.assert(
    fc.asyncProperty(
      texts,
      fc.integer({ min: 1_500, max: 20_000 }),
      fc.integer({ min: 1, max: 50_000 }),
      async (text, chunkChars, pieceChars) => {
        const pieces = [];
        for (let at = 0; at < text.length; at += pieceChars) pieces.push(text.slice(at, at + pieceChars));
        expect(await collect(pieces, chunkChars)).toEqual(whole(text));
      },
    ),
    { numRuns: 60 },
  );
});

test("the same on one endless line", async () => {
  const text = Array.from(
    { length: 3_000 },
    (_, i) => `{"n":${i},"mail":"p${i}@fictief-bedrijf.nl","bsn":"231480003"}`,
  ).join(",");
  expect(text.length).toBeGreaterThan(100_000);
  const expected = whole(text);
  expect(expected).toHaveLength(6_000);
  for (const chunkChars of [1_001, 4_096, 30_011])
    expect(await collect([text], chunkChars)).toEqual(expected);
});
