import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JSON_ESCAPES } from "./escape-styles.ts";
import { foundIn } from "../../pipeline/found-in.ts";
import { InPlaceDecoder } from "./in-place-decoder.ts";

const BSN = "231480003";

const bsnIn = async (name: string, content: string | Uint8Array, chunkChars?: number) =>
  (await foundIn(name, content, chunkChars)).found.filter(({ type }) => type === "NL_BSN");

/** That each place holds what a reader of the file sees there. */
function expectPlaces(text: string, found: Awaited<ReturnType<typeof bsnIn>>, raw = BSN) {
  for (const { line = 0, column = 0, offset = 0, length } of found) {
    expect(text.slice(offset, offset + (length ?? 0))).toBe(raw);
    expect(text.split("\n")[line - 1]?.slice(column - 1, column - 1 + raw.length)).toBe(raw);
  }
}

describe("JSON", () => {
  test("a value is placed by line, column and the keys on the way to it", async () => {
    const text = JSON.stringify({ org: { staff: [{}, { bsn: BSN, "e mail": "jan@bedrijf.nl" }] } }, null, 2);
    const { found } = await foundIn("export", text);
    expect(found.map(({ type, key }) => [type, key])).toEqual([
      ["NL_BSN", "org.staff[1].bsn"],
      ["EMAIL_ADDRESS", 'org.staff[1]["e mail"]'],
    ]);
    expectPlaces(text, found.slice(0, 1));
  });

  test("the nearest key is the context of what stands in a list", async () => {
    const text = JSON.stringify({ bsn: [["x"], "y".repeat(300), BSN] });
    expect(await bsnIn("x.json", text)).toMatchObject([{ key: "bsn[2]", confidence: 0.95 }]);
  });

  test("a value that hides behind escapes is found once, where it stands", async () => {
    const raw = String.raw`2\u0033148000\u0033`;
    const text = `{"naam":"Zo\\u00eb \\"x\\" \\/","bsn":"${raw}",\n"b": {"bsn": "${BSN}"}, "c":"a\\\\u0031"}`;
    const found = await bsnIn("x.json", text);
    expect(found.map(({ value, key }) => [value, key])).toEqual([
      [BSN, "bsn"],
      [BSN, "b.bsn"],
    ]);
    expectPlaces(text, found.slice(0, 1), raw);
    expectPlaces(text, found.slice(1));
  });

  test("line ends in a string part lines", async () => {
    const text = JSON.stringify({ brief: `Beste,\nBSN: ${BSN}\ngroet` });
    expect(await bsnIn("x.json", text)).toMatchObject([{ line: 1, key: "brief", confidence: 0.95 }]);
  });

  test("one text a line, in any encoding", async () => {
    const text = `{"a":1}\n{"bsn":"${BSN}"}\n{"bsn":"${BSN}"}\n`;
    const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
    for (const content of [text, bytes])
      expect(await bsnIn("export.txt", content)).toMatchObject([
        { line: 2, key: "bsn" },
        { line: 3, key: "bsn" },
      ]);
  });

  test("keys and places hold at any depth of a long file, whatever the windows", async () => {
    const item = { tekst: `${"\u00e9 ".repeat(40)}"\n`, bsn: BSN };
    const escaped = JSON.stringify({ rows: Array.from({ length: 400 }, () => item) }).replaceAll(
      "é",
      "\\u00e9",
    );
    const text = `${escaped}\n${" ".repeat(1_100_000)}`;
    const found = await bsnIn("x.json", text, 10_000);
    expect(found.map(({ key }) => key)).toEqual(Array.from({ length: 400 }, (_, i) => `rows[${i}].bsn`));
    expectPlaces(text, found);
  });

  test("nesting without end is read to its end", async () => {
    const depth = 1_000_000;
    const text = `${'{"a":['.repeat(depth / 2)}{"bsn":"${BSN}"}${"]}".repeat(depth / 2)}`;
    const found = await bsnIn("x.json", text);
    expect(found).toHaveLength(1);
    expect(found[0]?.key?.length).toBeLessThanOrEqual(250);
  });

  test.each(["{", '{"a', '["\\', '{"a":"\\u12', "[1,]}}]]", '{"a" "b" : : ,,', '{"x":\n"unended\n, "bsn":'])(
    "broken: %j",
    async (text) => {
      const { outcome } = await foundIn("x.json", text);
      expect(outcome).toMatchObject({ bytes: Buffer.byteLength(text) });
    },
  );
});

test("a file in a data URI is read too", async () => {
  const csv = Buffer.from(`naam;bsn\n${"Jan;1\n".repeat(40)}Jan;${BSN}\n`).toString("base64");
  for (const [name, text] of [
    ["x.json", JSON.stringify({ a: `data:text/csv;charset=utf-8;base64,${csv}` }).replaceAll("/", "\\/")],
    ["x.xml", `<a href="data:text/csv;base64,${csv}"/>`],
    ["x.yml", `a: data:text/csv;base64,${csv}\n`],
  ] as const) {
    const { found, outcome } = await foundIn(name, text);
    expect(found.filter(({ type }) => type === "NL_BSN")).toMatchObject([
      { value: BSN, member: "data-1.csv", line: 42 },
    ]);
    expect(outcome.members).toEqual({ read: 1, skipped: [] });
  }
});

test("XML: text, attributes and CDATA under their elements", async () => {
  const text = `<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "b">]>\n<staff><!-- bsn ${BSN} -->
    <p:person><bsn>${BSN}</bsn></p:person><p:person naam='Zo&#235;' bsn="2&#51;1480003" a="b>c"/>
    <person><bsn><![CDATA[${BSN}]]></bsn></person><img/><x y=''>a &amp; bsn: ${BSN}</x></staff>`;
  const found = await bsnIn("export", text);
  expect(found.map(({ key }) => key)).toEqual([
    undefined,
    "staff.person.bsn",
    "staff.person[1].@bsn",
    "staff.person[2].bsn",
    "staff.x",
  ]);
  expectPlaces(
    text,
    [0, 1, 3, 4].flatMap((i) => found[i] ?? []),
  );
  expectPlaces(text, found.slice(2, 3), "2&#51;1480003");
});

test("XML: nothing is expanded", async () => {
  const entities = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};">`).join("\n");
  const text = `<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY e0 "ha">\n${entities}]>\n<bsn>&e30;${BSN}</bsn>`;
  const startedAt = performance.now();
  expect(await bsnIn("bomb.xml", text)).toHaveLength(1);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});

test("YAML: keys by indentation, lists, strings with escapes", async () => {
  const text = `---
# commentaar
org:
  staff:
  - naam: Jan
    bsn: ${BSN}
  -   bsn: "231\\u003480003"
      meer:
      - ${BSN}
  "extra key": |
    bsn
    ${BSN}
bsn: [1, ${BSN}]
`;
  const found = await bsnIn("x.yaml", text);
  expect(found.map(({ key, line }) => [key, line])).toEqual([
    ["org.staff[0].bsn", 6],
    ["org.staff[1].bsn", 7],
    ["org.staff[1].meer[0]", 9],
    ['org["extra key"]', 12],
    ["bsn", 13],
  ]);
  expectPlaces(text, found.slice(1, 2), "231\\u003480003");
});

test("YAML: aliases stay aliases", async () => {
  const lines = Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]\n`);
  const text = `a0: &a0 [bsn ${BSN}]\n${lines.join("")}`;
  expect(await bsnIn("bomb.yml", text)).toHaveLength(1);
});

test.each([
  ["x.toml", `[[staff]]\nbsn = 1\n[[staff]]\nbsn = "${BSN}"\n`, "staff[1].bsn"],
  ["x.ini", `; c\n[klant a]\nbsn=${BSN}\n`, '["klant a"].bsn'],
  ["x.properties", `# bsn\nklant.bsn : 2314\\u00380003\n`, '["klant.bsn"]'],
  [".env", `export BSN=${BSN}\n`, "BSN"],
  ["settings", `[main]\nbsn = ${BSN}\n`, "main.bsn"],
])("%s", async (name, text, key) => {
  expect(await bsnIn(name, text)).toMatchObject([{ value: BSN, key }]);
});

test("decoding in place keeps the length, the lines and what has no escapes, in whatever pieces", () => {
  const token = fc.constantFrom(
    '"',
    "a",
    "\n",
    "\\",
    "\\u00e9",
    "\\ud83d\\ude00",
    "\\/",
    "\\n",
    '\\"',
    " ",
    "x:",
  );
  fc.assert(
    fc.property(fc.array(token, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (tokens, size) => {
      const text = tokens.join("");
      const decoder = new InPlaceDecoder(JSON_ESCAPES);
      let all = "";
      for (let at = 0; at < text.length; at += size)
        all += [...decoder.decode(text.slice(at, at + size))].join("");
      all += [...decoder.decode("", true)].join("");
      expect(all.length).toBe(text.length);
      for (let i = 0; i < text.length; i++) expect(all[i] === "\n").toBe(text[i] === "\n");
      for (let i = 0; i < all.length; i++)
        if (/[aé:x]/.test(all[i] ?? "")) {
          const from = decoder.sourceOf(i);
          const source = all[i] === "é" ? "\\u00e9" : all[i];
          expect(text.slice(from, from + (source?.length ?? 0))).toBe(source);
        }
    }),
    { numRuns: 500 },
  );
});
