import fc from "fast-check";
import { expect, test } from "vitest";
import { TextUnits } from "../places/text-units.ts";
import { Dictionary } from "./dictionary.ts";

const reader = new TextUnits();

function found(entries: readonly string[], text: string): string[] {
  const places: string[] = [];
  new Dictionary(entries).find(reader.read(text), text.length, (start, end) =>
    places.push(text.slice(start, end)),
  );
  return places;
}

test.each<[string[], string, string[]]>([
  [["Jansen"], "Jan Jansen, jansen; JANSEN-x", ["Jansen", "jansen", "JANSEN"]],
  [["jan"], "Jansen Janssen anjan jan1", []],
  [["Jansen Bouw B.V."], "of jansen\n bouw  b.v. in", ["jansen\n bouw  b.v"]],
  [["klant 0042"], "klant 0042 klant 00421 klant 004", ["klant 0042"]],
  [["a b", "a b c d"], "a b c e a b c d", ["a b", "a b c d"]],
  [["O'Neil"], "o'neil's O’Neil", ["o'neil"]],
  [["Élodie Müller"], "élodie müller ELODIE", ["élodie müller"]],
  [["12-34"], "12-34 112-34 12-345", ["12-34"]],
])("%j in %j", (entries, text, expected) => {
  expect(found(entries, text)).toEqual(expected);
});

test("entries beyond what is bounded are refused", () => {
  expect(() => new Dictionary(["x".repeat(201)])).toThrow("characters");
  expect(() => new Dictionary(["a b c d e f g h i j k l m"])).toThrow("words");
});

test("finds every entry that a text is made of, between words that are none", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcdefgh"), minLength: 2, maxLength: 8 });
  const entry = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.uniqueArray(entry, { minLength: 1, maxLength: 40 }), (entries) => {
      const text = entries.join(" 9999 ");
      expect(found(entries, text)).toEqual(entries);
    }),
  );
});

test("a hundred thousand entries that begin alike cost no more than others", () => {
  const entries = Array.from({ length: 100_000 }, (_, i) => `klant nummer ${i + 100_000}`);
  expect(found(entries, "klant nummer 150000 klant nummer 99999 ".repeat(2_000))).toHaveLength(2_000);
});
