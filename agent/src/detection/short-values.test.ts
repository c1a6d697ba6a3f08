import fc from "fast-check";
import { expect, test } from "vitest";
import { scanText } from "./scan-text.ts";
import { Sensitive } from "./sensitive.ts";

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(""));
const hex = fc.array(fc.constantFrom(...Array.from("0123456789abcdef")), { minLength: 4, maxLength: 4 });
const group = hex.map((units) => units.join(""));

/** Values of columns whose groups lead back to one beginning, and others that stand between them. */
const value = fc.oneof(
  fc.array(group, { minLength: 8, maxLength: 8 }).map((groups) => groups.join(":")),
  fc.array(group, { minLength: 5, maxLength: 5 }).map((groups) => groups.join("-")),
  fc.tuple(digits(4), digits(2), digits(2)).map((parts) => parts.join("-")),
  fc.tuple(digits(2), digits(2), digits(2)).map((parts) => parts.join(":")),
  digits(8).map((rest) => `06${rest}`),
  digits(9),
);

const found = (text: string, from = 0) =>
  scanText(text).flatMap(({ detector, offset, confidence, value: of }) =>
    offset < from ? [] : [[detector.id, offset - from, confidence, Sensitive.reveal(of)]],
  );

test("what is found in short values does not depend on what was looked at far ahead of them", () => {
  fc.assert(
    fc.property(
      // Fewer in all than are judged as a list.
      fc.array(value, { minLength: 1, maxLength: 6 }),
      fc.array(value, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 0, max: 70 }),
      (ahead, values, spaces) => {
        // Out of the reach of context words, of patterns and of lists.
        const gap = `\n${".".repeat(200 + spaces)}\n`;
        const text = values.join("\n");
        expect(found(ahead.join("\n") + gap + text, ahead.join("\n").length + gap.length)).toEqual(
          found(gap + text, gap.length),
        );
      },
    ),
    { numRuns: 300 },
  );
});

test("an address of eight groups is found wherever it stands", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 5 }), (spaces, times) => {
      const ahead = "12:30:45 2020-01-31 ".repeat(times) + ".".repeat(spaces);
      const text = `${ahead}\n2a02:a45f:8c1:1:f4c2:9d1:aa01:77be`;
      expect(scanText(text).map(({ detector }) => detector.id)).toContain("ipv6-address");
    }),
    { numRuns: 300 },
  );
});
