import fc from "fast-check";
import { expect, test } from "vitest";
import { KeywordIndex } from "./keyword-index.ts";
import { BLOCK_CHARS, PlaceFinder } from "./place-finder.ts";
import { TextUnits } from "./text-units.ts";

const { filter } = new KeywordIndex(
  new Map(["password", "iban", "bsn", "api_key", "straße", "номер"].map((word) => [word, [word]])),
);
const byVectors = new PlaceFinder(filter);
const oneByOne = new PlaceFinder(filter, false);
const reader = new TextUnits();

/** Each place by its block, its distance from the block's start and what it is. */
function placesOf(finder: PlaceFinder, text: string): number[][] {
  const units = reader.read(text);
  const blocks: number[][] = [];
  finder.restart();
  for (let from = 0; from < text.length; from += BLOCK_CHARS) {
    const count = finder.read(units, from, Math.min(text.length, from + BLOCK_CHARS));
    blocks.push([...finder.places.subarray(0, count)]);
  }
  return blocks;
}

test("the pass is compiled for vectors", () => {
  expect(byVectors.places.buffer.byteLength).toBeGreaterThan(oneByOne.places.buffer.byteLength);
});

test("finds the same places with vectors as one by one", () => {
  const word = fc.constantFrom(
    "password",
    "IBAN NL",
    "bsn: 1",
    "Api_Key=",
    "STRASSE straße",
    "номер 7",
    "@a1",
    " ",
  );
  const piece = fc.oneof(word, fc.string({ maxLength: 40 }), fc.string({ unit: "binary", maxLength: 8 }));
  const text = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join("").repeat(3));
  fc.assert(
    fc.property(text, (one) => {
      expect(placesOf(byVectors, one)).toEqual(placesOf(oneByOne, one));
    }),
    { numRuns: 100, seed: 1 },
  );
});

test("carries words and numbers over the edge of a block", () => {
  for (let shift = 0; shift < 24; shift++) {
    const text = `${"x".repeat(BLOCK_CHARS - shift)} my password 231480003 Jan@home`;
    const blocks = placesOf(byVectors, text);
    expect(blocks).toEqual(placesOf(oneByOne, text));
    expect(blocks.flat().length).toBeGreaterThan(3);
  }
});
