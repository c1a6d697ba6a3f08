import fc from "fast-check";
import { expect, test } from "vitest";
import { scanText, type TextScan } from "../../detection/scan-text.ts";
import { ColumnTextBuilder } from "../../sources/database/column-text.ts";
import { ColumnScan } from "./column-scan.ts";
import { fictitiousBsn } from "./demo-schema.ts";
import { keyedHash } from "./distinct.ts";

/** To the column it is a customer's own engine, of which nothing is known but what it has found. */
const eachValue: TextScan = (text, context) => scanText(text, context);

function scanned(name: string, values: readonly (string | null)[], scan: TextScan, batchRows: number) {
  const tools = { scanText: scan, hash: keyedHash(new Uint8Array(32)) };
  const column = new ColumnScan({ name, type: "text", nature: "text" }, tools);
  for (let at = 0; at < values.length; at += batchRows) {
    const builder = new ColumnTextBuilder();
    for (const value of values.slice(at, at + batchRows))
      if (value === null) builder.addNull();
      else builder.add(value);
    column.add(builder.finish(), true);
  }
  return {
    read: column.read,
    withValue: column.withValue,
    chars: column.chars,
    types: [...column.types]
      .map(([type, { matched, places, distinct }]) => ({
        type,
        matched,
        distinct: distinct.estimate,
        places: [...places].map(([path, { best, ...tally }]) => ({
          path,
          ...tally,
          detector: best.detector.id,
          confidence: best.confidence,
          known: best.known,
        })),
      }))
      .toSorted((a, b) => (a.type < b.type ? -1 : 1)),
  };
}

const digits = (count: number) =>
  fc.integer({ min: 0, max: 10 ** count - 1 }).map((n) => String(n).padStart(count, "0"));
const hex = (count: number) =>
  fc
    .array(fc.integer({ min: 0, max: 15 }), { minLength: count, maxLength: count })
    .map((all) => all.map((one) => one.toString(16)).join(""));
/** One kind of value a column, as columns are, with a few of others in it. */
const kinds: readonly fc.Arbitrary<string | null>[] = [
  digits(9),
  digits(10),
  fc.integer({ min: 1, max: 400_000 }).map(String),
  digits(13),
  digits(8).map((rest) => `06${rest}`),
  fc.tuple(digits(2), digits(10)).map(([check, rest]) => `NL${check}BANK${rest}`),
  fc.tuple(digits(3), fc.constantFrom("post.nl", "bedrijf.nl")).map(([n, host]) => `k${n}@voorbeeld-${host}`),
  fc.constantFrom("nieuw", "betaald", "Jansen", "de Vries", "diabetes", "Utrecht", "ja", "", null),
  fc.tuple(digits(2), digits(2)).map(([a, b]) => `19${a}-0${b[0]}-1${b[1]}`),
  fc.tuple(digits(2), digits(2), digits(2)).map((all) => `10.${all.map(Number).join(".")}`),
  fc.tuple(fc.constantFrom("Dorpsstraat", "Kerkweg"), digits(2)).map(([street, n]) => `${street} ${n}`),
  fc.tuple(hex(8), hex(4), hex(4), hex(4), hex(12)).map((all) => all.join("-")),
  hex(32),
  fc.constantFrom('{"bsn": "231480003", "op": 12}', '{"bsn": "111222334", "op": 3}', "[1,2]"),
];
const rare = fc.constantFrom(
  "231480003",
  "bsn 231480003 op de bon",
  "06-57414234",
  "jan@voorbeeld-post.nl",
  "NL91ABNA0417164300",
  "4111 1111 1111 1111",
);
const heading = fc.constantFrom(
  "kenmerk",
  "id",
  "bsn",
  "klant_bsn",
  "telefoon",
  "iban",
  "naam",
  "geboortedatum",
  "adres",
  "waarde",
  "ip",
);

test("a column whose values are known is counted as one in which the whole engine looks at each", () => {
  fc.assert(
    fc.property(
      heading,
      fc.constantFrom(...kinds),
      fc.integer({ min: 1_500, max: 3_000 }),
      fc.gen(),
      (name, kind, batchRows, gen) => {
        const values = Array.from({ length: 5_200 }, (_unused, i) =>
          i % 97 === 96 ? gen(() => rare) : i % 41 === 40 ? null : gen(() => kind),
        );
        expect(scanned(name, values, scanText, batchRows)).toEqual(
          scanned(name, values, eachValue, batchRows),
        );
      },
    ),
    { numRuns: 8, seed: 7 },
  );
});

test("one number that passes its check is found among thousands that do not, behind all that was learnt of them", () => {
  const values = Array.from({ length: 9_000 }, (_, i) => String(100_000_000 + i * 11));
  values[8_321] = fictitiousBsn(3);
  const { types } = scanned("kenmerk", values, scanText, 1_000);
  expect(types).toEqual(scanned("kenmerk", values, eachValue, 1_000).types);
  const named = scanned("bsn", values, scanText, 1_000).types.find(({ type }) => type === "NL_BSN");
  expect(named?.matched.all).toBe(
    scanned("bsn", values, eachValue, 1_000).types.find(({ type }) => type === "NL_BSN")?.matched.all,
  );
  expect(named?.matched.all).toBeGreaterThan(0);
});

test("rows are counted as if each had been looked at", () => {
  const values = Array.from({ length: 400 }, (_, i) =>
    i % 4 === 0
      ? null
      : i % 4 === 1
        ? fictitiousBsn(i % 20)
        : i % 4 === 2
          ? "jan@bedrijf.nl, piet@bedrijf.nl"
          : "niets",
  );
  const { read, withValue, types } = scanned("kenmerk", values, scanText, 400);
  expect(read).toEqual({ all: 400, random: 400 });
  expect(withValue).toBe(300);
  const of = (wanted: string) => types.find(({ type }) => type === wanted);
  expect(of("EMAIL_ADDRESS")?.matched).toEqual({ all: 100, random: 100 });
  expect(of("NL_BSN")).toMatchObject({
    matched: { all: 100, random: 100 },
    places: [{ path: "", passing: 100, sameForm: 100, matched: { all: 100, random: 100 } }],
  });
});
