import fc from "fast-check";
import { expect, test } from "vitest";
import { keywordUses } from "../keyword-uses.ts";
import { Prepared } from "../prepare.ts";
import { DETECTORS } from "../registry.ts";
import { KeywordIndex } from "./keyword-index.ts";
import { KEYWORD_PLACE, PlaceFinder } from "./place-finder.ts";
import { isWordCharacter } from "./symbols.ts";
import { TextUnits } from "./text-units.ts";

const literals = [...keywordUses(DETECTORS.map((detector, i) => new Prepared(detector, i))).keys()];
const index = new KeywordIndex(new Map(literals.map((literal) => [literal, [literal]])));
const finder = new PlaceFinder(index.filter);
const reader = new TextUnits();

function found(text: string): Set<string> {
  const units = reader.read(text);
  const places = new Set<string>();
  finder.restart();
  const count = finder.read(units, 0, text.length);
  for (let i = 0; i < count; i++) {
    const place = finder.places[i] ?? 0;
    if ((place & 3) === KEYWORD_PLACE)
      index.at(units, place >>> 2, ([literal], start) => places.add(`${start} ${literal}`));
  }
  return places;
}

const SPELLINGS: readonly ((literal: string) => string)[] = [
  (literal) => literal,
  (literal) => literal.toUpperCase(),
  (literal) => literal.replace(/^./, (first) => first.toUpperCase()),
];
/** Not so where a small letter has a form of its own: the last sigma of a word. */
const isSame = (written: string, literal: string) =>
  written.length === literal.length &&
  Array.from(literal).every(
    (letter, i) => letter === "\0" || written[i]?.toLowerCase() === letter.toLowerCase(),
  );
const BETWEEN = [" ", "", "_", ".", "x", "\n", "é", "字", "=", "9", "@"];

test("finds each keyword wherever it stands, in any case and with any separator", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.constantFrom(...literals),
          fc.nat(2),
          fc.constantFrom(..." _-."),
          fc.constantFrom(...BETWEEN),
        ),
        {
          minLength: 1,
          maxLength: 12,
        },
      ),
      (parts) => {
        let text = "";
        const planted: string[] = [];
        for (const [literal, spelling, separator, between] of parts) {
          const written = SPELLINGS[spelling]?.(literal.replaceAll("\0", separator)) ?? literal;
          const before = text.charCodeAt(text.length - 1);
          // A keyword of three characters begins where no word goes on.
          const isSeen = written.length > 3 || text === "" || !isWordCharacter(before) || before > 0x7f;
          if (isSeen && isSame(written, literal)) planted.push(`${text.length} ${literal}`);
          text += written + between;
        }
        const seen = found(text);
        expect(planted.filter((place) => !seen.has(place))).toEqual([]);
      },
    ),
    { seed: 11, numRuns: 3_000 },
  );
});

test("reports no keyword that does not stand there", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...literals), { minLength: 1, maxLength: 8 }), (some) => {
      const text = some.map((literal) => literal.replaceAll("\0", " ").slice(0, -1)).join("");
      for (const place of found(text)) {
        const [start = "", ...rest] = place.split(" ");
        const literal = rest.join(" ");
        const there = text.slice(Number(start), Number(start) + literal.length).toLowerCase();
        expect(there.replace(/[ _.-]/g, " ")).toBe(literal.replaceAll("\0", " ").replace(/[ _.-]/g, " "));
      }
    }),
    { seed: 12, numRuns: 1_000 },
  );
});
