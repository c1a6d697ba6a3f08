import { expect, test } from "vitest";
import { scanStream } from "../../pipeline/scan-stream.ts";
import type { PartContext } from "../part.ts";
import { delimitedDialect } from "./delimited-dialect.ts";
import { tableContext } from "./delimited-table.ts";

const nameOf = (text: string, value: string, name = "") =>
  tableContext(name)({ text, offset: 0 }).fieldAt?.(text.indexOf(value)) ?? null;

test.each([";", ",", "\t", "|"])(
  "a table is known by its records, whatever it is called: %j",
  (delimiter) => {
    const rows = [
      ["naam", "bsn", "plaats"],
      ["Jan", "231480003", "Ede"],
      ["An", "123", "Goor"],
    ];
    const text = rows.map((row) => row.join(delimiter)).join("\r\n");
    expect(nameOf(text, "231480003", "export")).toBe("bsn");
    expect(nameOf(text, "Goor", "export")).toBe("plaats");
  },
);

test("cells in quotation marks hold delimiters, line ends and quotation marks", () => {
  const text = 'a;"de ""b"";\nvan";c\n"x;\ny";"231480003 ""\n;";"z"\n1;2;3\n';
  expect(nameOf(text, "231480003")).toBe('de "b"; van');
  expect(nameOf(text, "z")).toBe("c");
  expect(nameOf(text, "3\n", "x")).toBe("c");
});

test("a byte order's line, a title or an empty line before the heading is passed over", () => {
  expect(nameOf("sep=|\nnaam|bsn\nJan|231480003\n", "231480003")).toBe("bsn");
  expect(nameOf("Export van 3 mei\n\nnaam,bsn\nJan,231480003\n", "231480003", "x.CSV")).toBe("bsn");
  expect(nameOf("bsn\r231480003\r231480003\r", "231480003", "x.csv")).toBe("bsn");
});

test("a first record of values is no heading", () => {
  const text = "Jan;231480003;Ede\nAn;231480003;Ede\nPiet;231480003;Ede\n";
  expect(delimitedDialect(text, "")?.names).toEqual(["", "", ""]);
  expect(nameOf(text, "231480003")).toBeNull();
});

test.each([
  ["code", 'import x from "a";\nimport { y, z } from "b";\n\nexport const a = f(1, 2);\n'],
  ["lines that end alike", "foo();\nbar();\nbaz();\nqux();\nquux();\nquuz();\nx();\n"],
  ["prose", "Beste Jan, hoe gaat het?\nGoed, dank je, en met jou?\nOok goed.\n"],
  ["lines of JSON", '{"a":1,"b":2}\n{"a":1,"b":2}\n{"a":1,"b":2}\n{"a":1,"b":2}\n'],
  ["nothing", ""],
])("no table: %s", (_what, text) => {
  expect(delimitedDialect(text, "notes.txt")).toBeNull();
});

test("a quotation mark that is never closed costs some rows, not the file", () => {
  const row = "5;abcdefgh;231480003\n";
  const text = `maat;tekst;bsn\n6;"scheef;231480003\n${row.repeat(4_000)}`;
  const context = tableContext("")({ text, offset: 0 });
  expect(context.fieldAt?.(text.lastIndexOf("231480003"))).toBe("bsn");
});

test("the column is known at any depth, in windows that begin inside a cell", async () => {
  const filler = "x".repeat(300);
  const rows = Array.from({ length: 3_000 }, (_, i) => `${i};"${filler}\n;${filler}";231480003;n\n`);
  const text = `nr;tekst;bsn;x\n${rows.join("")}`;
  const context = tableContext("");
  const seen = new Set<string | null | undefined>();
  const scan = (window: string, { fieldAt }: PartContext = {}) => {
    for (let at = window.indexOf("231480003"); at >= 0; at = window.indexOf("231480003", at + 1))
      if (at > 0) seen.add(fieldAt?.(at));
    return [];
  };
  for await (const _ of scanStream([text.slice(0, 700_001), text.slice(700_001)], 50_000, scan, context));
  expect([...seen]).toEqual(["bsn"]);
});
