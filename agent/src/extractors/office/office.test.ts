import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { zipOf } from "../archive/zip-writer.ts";
import { ByteInput } from "../byte-input.ts";
import type { ObservationPart, TextPart } from "../part.ts";
import { EXTRACTORS, unknownReason } from "../registry.ts";
import { SKIP_REASONS } from "../../sources/file-source.ts";
import { Scratch } from "../scratch.ts";
import { walk } from "../walk.ts";

type Seen = { text: string; part: TextPart };

async function read(bytes: Uint8Array, name = "x") {
  const scratch = new Scratch();
  const texts: Seen[] = [];
  const people: (string | undefined)[] = [];
  const skipped: string[] = [];
  const options = { extractors: EXTRACTORS.document, unknown: unknownReason("document") };
  for await (const leaf of walk(ByteInput.of(name, bytes), options, { scratch, beat: () => {} })) {
    if (leaf.t === "text") {
      let text = "";
      if (typeof leaf.text === "string") text = leaf.text;
      else for await (const piece of leaf.text) text += piece;
      texts.push({ text, part: leaf });
    }
    if (leaf.t === "observation") people.push((leaf as ObservationPart).value);
    if (leaf.t === "skip") skipped.push(leaf.reason);
  }
  scratch.close();
  /** How the part that holds a number is hidden; "seen" when it is not. */
  const hiding = (number: string) =>
    texts.filter(({ text }) => text.includes(number)).map(({ part }) => part.hidden ?? "seen");
  return { texts, people, skipped, hiding };
}

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

describe("texts as LibreOffice writes them", () => {
  test.each(["brief.docx", "brief.odt", "brief.rtf", "brief.doc"])("%s", async (name) => {
    const { texts, people, hiding, skipped } = await read(fixture(name));
    expect(hiding("231480003")).toEqual(["seen"]);
    expect(hiding("231480027")).toEqual(["comment"]);
    expect(hiding("231480015")).toEqual(["deleted text"]);
    expect(hiding("231480039")).toEqual(["hidden text"]);
    expect(people).toContain("Niemand Anders");
    const row = texts.find(({ text }) => text.includes("231480040"))?.text ?? "";
    expect(row).toMatch(/^Naam\s*\tBSN\s*\t?\n?.*Jansen\s*\t231480040/ms);
    expect(texts.some(({ text }) => text.includes("iemand@voorbeeldbedrijf.nl"))).toBe(true);
    expect(skipped).toEqual([]);
  });
});

describe("sheets as LibreOffice writes them", () => {
  test.each(["lijst.xlsx", "lijst.ods", "lijst.xls"])("%s", async (name) => {
    const { texts, hiding, skipped } = await read(fixture(name));
    const sheet = texts.find(({ part }) => part.place?.member === "Personeel" && part.hidden === undefined);
    // A row is a line. The source gave the date no format, so that some say only which day it is.
    expect(sheet?.text).toMatch(/^Naam\tBSN\tGeboortedatum\nJansen\t231480003\t(?:1980-05-17|29358)\n$/);
    const { text = "", part } = sheet ?? {};
    const context = part?.context?.({ text, offset: 0 });
    expect(context?.fieldAt?.(text.indexOf("231480003"))).toBe("BSN");
    expect(part?.placeAt?.(text.indexOf("231480003"), 9)).toEqual({
      member: "Personeel",
      key: "B2",
      line: 2,
    });
    expect(hiding("231480015")).toEqual(["hidden sheet"]);
    expect(hiding("231480027")).toEqual(["comment"]);
    expect(skipped).toEqual([]);
  });
});

describe("slides as LibreOffice writes them", () => {
  test.each(["praat.pptx", "praat.odp", "praat.ppt"])("%s", async (name) => {
    const { texts, hiding, people } = await read(fixture(name));
    expect(hiding("231480003")).toEqual(["seen"]);
    expect(hiding("231480015")).toEqual(["hidden slide"]);
    expect(hiding("231480027")).toEqual(["speaker notes"]);
    const pages = (number: string) => texts.find(({ text }) => text.includes(number))?.part.place?.page;
    expect([pages("231480003"), pages("231480027"), pages("231480015")]).toEqual([1, 1, 2]);
    expect(people).toContain("Niemand Anders");
  });
});

const xml = (body: string) => Buffer.from(`<?xml version="1.0"?>${body}`);
const TYPES = { name: "[Content_Types].xml", bytes: xml("<Types/>") };
const word = (document: string, ...more: { name: string; bytes: Buffer }[]) =>
  zipOf([TYPES, { name: "word/document.xml", bytes: xml(document) }, ...more]);
const SHEET = "xl/worksheets/sheet1.xml";
const workbook = (sheet: string, strings = "<sst/>") =>
  zipOf([
    TYPES,
    {
      name: "xl/workbook.xml",
      bytes: xml('<workbook xmlns:r="r"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>'),
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      bytes: xml('<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'),
    },
    { name: "xl/sharedStrings.xml", bytes: xml(strings) },
    {
      name: "xl/styles.xml",
      bytes: xml(
        '<s><numFmts><numFmt numFmtId="165" formatCode="dd\\-mm\\-yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs></s>',
      ),
    },
    { name: SHEET, bytes: xml(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`) },
  ]);

test("cells in every form that a workbook has for them", async () => {
  const cells = [
    '<c r="A1" t="s"><v>0</v></c>',
    '<c r="C1" t="inlineStr"><is><t>in de cel</t></is></c>',
    '<c r="D1"><v>2.31480003E8</v></c>',
    '<c r="E1" t="str"><f>A1</f><v>formule</v></c>',
    '<c r="F1" t="b"><v>1</v></c>',
    '<c r="G1" s="1"><v>29358</v></c>',
    '<c r="H1" s="2"><v>29358.5</v></c>',
  ].join("");
  const strings = "<sst><si><r><t>ge</t></r><r><t>deeld</t></r></si></sst>";
  const { texts } = await read(workbook(`<row r="3">${cells}</row>`, strings));
  expect(texts[0]?.text).toBe(
    "gedeeld\tin de cel\t231480003\tformule\ttrue\t1980-05-17\t1980-05-17 12:00:00\n",
  );
});

test("a large sheet comes in pieces, its column's heading with every cell", async () => {
  const rows = Array.from(
    { length: 60_000 },
    (_, i) => `<row><c t="inlineStr"><is><t>naam ${i}</t></is></c><c><v>${i}</v></c></row>`,
  );
  const heading =
    '<row><c t="inlineStr"><is><t>Naam</t></is></c><c t="inlineStr"><is><t>Nummer</t></is></c></row>';
  const { texts } = await read(workbook(heading + rows.join("")));
  expect(texts).toHaveLength(1);
  expect(texts[0]?.part.text).not.toBeTypeOf("string");
  expect(texts[0]?.text.split("\n")).toHaveLength(60_002);
});

test("pictures and embedded files go on, drawings in instructions are counted", async () => {
  const bytes = word(
    "<document><p><r><t>tekst</t></r></p></document>",
    { name: "word/media/image1.emf", bytes: Buffer.from("x") },
    { name: "word/embeddings/bijlage.txt", bytes: Buffer.from("ingebed\n") },
  );
  const { texts, skipped } = await read(bytes);
  expect(texts.map(({ text }) => text)).toEqual(["tekst\n", "ingebed\n"]);
  expect(skipped).toEqual(["a format that this version does not read"]);
});

test.each([
  [
    "entities that multiply",
    word(
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><document><p><r><t>&b;</t></r></p></document>',
    ),
    "damaged",
  ],
  ["XML that breaks off", word("<document><p><r><t>tekst"), "damaged"],
  [
    "an encrypted OpenDocument file",
    zipOf([
      { name: "mimetype", bytes: Buffer.from("application/vnd.oasis.opendocument.text"), method: 0 },
      {
        name: "META-INF/manifest.xml",
        bytes: xml("<manifest><file-entry><encryption-data/></file-entry></manifest>"),
      },
    ]),
    "encrypted",
  ],
])("%s: counted, not thrown", async (_what, bytes, reason) => {
  const { skipped } = await read(bytes);
  expect(skipped).toEqual([expect.stringContaining(reason)]);
});

test("a cell that says it stands a million times is believed a little", async () => {
  const content =
    '<c xmlns:table="t" xmlns:text="x" xmlns:office="o"><office:spreadsheet><table:table table:name="A"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></c>';
  const bytes = zipOf([
    { name: "mimetype", bytes: Buffer.from("application/vnd.oasis.opendocument.spreadsheet"), method: 0 },
    { name: "content.xml", bytes: xml(content) },
  ]);
  const { texts } = await read(bytes);
  expect(texts[0]?.text.length).toBeLessThan(1_000);
});

test.each(["{\\rtf1", "{\\rtf1 {{{{", "{\\rtf1 \\u", "{\\rtf1 \\bin99999999 x", "{\\rtf1 \\'z"])(
  "broken RTF ends: %j",
  async (text) => {
    expect((await read(Buffer.from(text.padEnd(20)))).skipped).toEqual([]);
  },
);

test("RTF in a code page, and characters that it has no page for", async () => {
  const { texts } = await read(
    Buffer.from(
      "{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0 Arial;}}\\uc1 \\'cf\\'f0\\'e8 caf\\u233?\\par}",
      "latin1",
    ),
  );
  expect(texts[0]?.text).toBe("При café\n");
});

describe("a part that cannot be read costs that part alone", () => {
  const CORE = "docProps/core.xml";
  const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const doc = (body: string) => `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;

  test("properties", async () => {
    const bytes = word(doc(p("bsn 231480003")), {
      name: CORE,
      bytes: Buffer.from("<cp:coreProperties><dc:cre"),
    });
    const { hiding, skipped } = await read(bytes, "a.docx");
    expect(hiding("231480003")).toEqual(["seen"]);
    expect(skipped).toEqual([SKIP_REASONS.damaged]);
  });

  test("a header", async () => {
    const bytes = word(doc(p("bsn 231480003")), {
      name: "word/header1.xml",
      bytes: Buffer.from("<w:hdr><w:p><<<"),
    });
    const { hiding, skipped } = await read(bytes, "a.docx");
    expect(hiding("231480003")).toEqual(["seen"]);
    expect(skipped).toEqual([SKIP_REASONS.damaged]);
  });

  test("the body, whose text before the break counts", async () => {
    const whole = doc(p("bsn 231480003") + p("nog iets"));
    const { hiding, skipped } = await read(word(whole.slice(0, whole.indexOf("nog"))), "a.docx");
    expect(hiding("231480003")).toEqual(["seen"]);
    expect(skipped).toEqual([SKIP_REASONS.damaged]);
  });

  const twoSheets = (first: Buffer | null) =>
    zipOf([
      TYPES,
      {
        name: "xl/workbook.xml",
        bytes: xml(
          '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="r1"/><sheet name="B" r:id="r2"/></sheets></workbook>',
        ),
      },
      {
        name: "xl/_rels/workbook.xml.rels",
        bytes: xml(
          '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="worksheets/sheet2.xml"/></Relationships>',
        ),
      },
      ...(first ? [{ name: SHEET, bytes: first }] : []),
      {
        name: "xl/worksheets/sheet2.xml",
        bytes: xml(
          '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>bsn 231480003</t></is></c></row></sheetData></worksheet>',
        ),
      },
    ]);
  test.each([
    ["broken", Buffer.from("<worksheet><sheetData><row><c")],
    ["not there", null],
  ])("a sheet that is %s", async (_, first) => {
    const { hiding, skipped } = await read(twoSheets(first), "a.xlsx");
    expect(hiding("231480003")).toEqual(["seen"]);
    expect(skipped).toEqual([SKIP_REASONS.damaged]);
  });

  test("deleted text of any length is read in pieces", async () => {
    const del = `<w:del><w:r><w:delText>${"woorden ".repeat(400)}</w:delText></w:r></w:del>`;
    const body = `<w:p>${del.repeat(4_000)}<w:del><w:r><w:delText> 231480003</w:delText></w:r></w:del></w:p>`;
    const { hiding, skipped } = await read(word(doc(body)), "a.docx");
    expect(hiding("231480003")).toEqual(["deleted text"]);
    expect(skipped).toEqual([]);
  });
});
