import {
  PDFDocument,
  type PDFFont,
  PDFName,
  PDFOperator,
  type PDFPage,
  PDFString,
  rgb,
  StandardFonts,
} from "pdf-lib";
import { describe, expect, test } from "vitest";
import { ByteInput } from "../byte-input.ts";
import type { ObservationPart, TextPart } from "../part.ts";
import { unknownReason } from "../registry.ts";
import { Scratch } from "../scratch.ts";
import { textExtractor } from "../text/text-extractor.ts";
import { walk } from "../walk.ts";
import { pdfExtractor } from "./pdf.ts";
import { pngOf } from "./png.ts";

async function read(bytes: Uint8Array) {
  const scratch = new Scratch();
  const texts: TextPart[] = [];
  const seen: ObservationPart[] = [];
  const skipped: string[] = [];
  const options = { extractors: [pdfExtractor, textExtractor], unknown: unknownReason("document") };
  for await (const leaf of walk(ByteInput.of("x.pdf", bytes), options, { scratch, beat: () => {} })) {
    if (leaf.t === "text") texts.push(leaf);
    if (leaf.t === "observation") seen.push(leaf);
    if (leaf.t === "skip") skipped.push(`${leaf.member ?? ""}: ${leaf.reason}`);
  }
  scratch.close();
  const of = (page: number) => texts.filter(({ place }) => place?.page === page);
  return { texts, seen, skipped, of };
}

async function document() {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const addPage = (...lines: [text: string, x: number, y: number][]) => {
    const page = pdf.addPage([600, 800]);
    for (const [text, x, y] of lines) page.drawText(text, { x, y, size: 10, font });
    return page;
  };
  return { pdf, addPage };
}

test("text by page, in lines and cells, each stretch with its box", async () => {
  const { pdf, addPage } = await document();
  addPage(["Naam", 50, 700], ["Telefoon", 200, 700], ["J. Jansen", 50, 680], ["0612345678", 200, 680]);
  addPage(["BSN: 231480003", 100, 500]);
  const { of, skipped } = await read(await pdf.save());
  expect(of(1)[0]?.text).toBe("Naam\tTelefoon\nJ. Jansen\t0612345678");
  const [second] = of(2);
  expect(second?.text).toBe("BSN: 231480003");
  const { page, box } = second?.placeAt?.(5, 9) ?? {};
  expect(page).toBe(2);
  // From the upper left corner: 800 - 500 - the height of the letters.
  expect(box?.[0]).toBeCloseTo(126, -1);
  expect(box?.[1]).toBeCloseTo(290, -1);
  expect(box?.[2]).toBeGreaterThan(40);
  expect(skipped).toEqual([]);
});

test("fields, attachments and properties", async () => {
  const { pdf, addPage } = await document();
  const page = addPage(["Formulier", 50, 700]);
  pdf.setAuthor("Niemand Anders");
  pdf.setTitle("Dossier");
  const field = pdf.getForm().createTextField("klant.iban");
  field.setText("NL91ABNA0417164300");
  field.addToPage(page);
  await pdf.attach(Buffer.from("bijlage\n"), "map/bijlage.txt");
  const { texts, seen, of, skipped } = await read(await pdf.save());
  expect(of(1).map(({ text }) => text)).toContain("iban: NL91ABNA0417164300\n");
  const members = texts.map(({ place, text }) => [place?.member, text]);
  expect(members).toContainEqual(["properties", expect.stringContaining("Author: Niemand Anders\n")]);
  expect(
    members.some(([member, text]) => member?.toString().endsWith("bijlage.txt") && text === "bijlage\n"),
  ).toBe(true);
  expect(seen).toMatchObject([{ type: "AUTHOR_METADATA", value: "Niemand Anders" }]);
  expect(skipped).toEqual([]);
});

test("a page that is a picture is handed on as one; one full of text is not searched for pictures", async () => {
  const { pdf, addPage } = await document();
  const width = 200;
  const data = Uint8Array.from({ length: width * 60 * 3 }, (_, i) => (i * 7) % 256);
  const picture = await pdf.embedPng(pngOf({ width, height: 60, channels: 3, data }));
  addPage().drawImage(picture, { x: 0, y: 0, width: 600, height: 800 });
  const full = Array.from({ length: 40 }, (_, i): [string, number, number] => [
    "woorden ".repeat(8),
    20,
    780 - i * 12,
  ]);
  addPage(...full).drawImage(picture, { x: 0, y: 0, width: 600, height: 100 });
  const files: { page: number | undefined; bytes: Uint8Array }[] = [];
  const context = { scratch: new Scratch(), beat: () => {} };
  for await (const part of pdfExtractor.extract(ByteInput.of("x.pdf", await pdf.save()), context))
    if (part.t === "file") files.push({ page: part.place?.page, bytes: await part.input.whole() });
  expect(files.map(({ page }) => page)).toEqual([1]);
  const again = await PDFDocument.create().then((other) =>
    other.embedPng(files[0]?.bytes ?? new Uint8Array()),
  );
  expect([again.width, again.height]).toEqual([width, 60]);
});

/** A document by its objects, with a cross-reference table. */
function raw(...objects: string[]): Buffer {
  let text = "%PDF-1.7\n";
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const xref = text.length;
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF`;
  return Buffer.from(text, "latin1");
}

test.each([
  ["only the magic", Buffer.from("%PDF-1.7\n")],
  ["noise after the magic", Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(5_000, 0x55)])],
  [
    "pages that contain themselves",
    raw("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>"),
  ],
  ["a password that nobody knows", encrypted()],
])("%s: counted, not thrown", async (name, bytes) => {
  const { skipped } = await read(bytes);
  expect(skipped).toHaveLength(1);
  expect(skipped[0]).toMatch(name.includes("password") ? /encrypted/ : /damaged/);
});

/** Standard security handler, revision 3, with keys that fit no password. */
function encrypted(): Buffer {
  const bytes = raw("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 0/Kids[]>>");
  const key = "<".concat("5a".repeat(32), ">");
  const encrypt = `/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O${key}/U${key}>>/ID[<00><00>]`;
  return Buffer.from(bytes.toString("latin1").replace("/Root 1 0 R", `/Root 1 0 R${encrypt}`), "latin1");
}

test("a form that paints itself ends, and a document without its end is read all the same", async () => {
  const self =
    "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>/Length 5>>\nstream\n/F Do\nendstream";
  const page =
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>";
  const content = "<</Length 5>>\nstream\n/F Do\nendstream";
  const looped = raw(
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 1/Kids[3 0 R]>>",
    page,
    content,
    self,
  );
  expect((await read(looped)).texts).toEqual([]);
  const stream = "BT /F 12 Tf 50 50 Td (BSN: 231480003) Tj ET";
  const whole = raw(
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 1/Kids[3 0 R]>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 600]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
    `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  );
  const { of } = await read(whole.subarray(0, whole.indexOf("startxref")));
  expect(of(1)[0]?.text).toBe("BSN: 231480003");
});

describe("text that the reader of a page does not see", () => {
  /** A page with a line of text, then what is painted over or around it. */
  async function painted(paint: (page: PDFPage, font: PDFFont) => void) {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    paint(pdf.addPage([400, 300]), font);
    return { pdf, bytes: await pdf.save() };
  }
  const line = (page: PDFPage, font: PDFFont, options = {}) =>
    page.drawText("Klant met bsn 231480003 en meer", { x: 20, y: 200, size: 12, font, ...options });
  const over = { x: 95, y: 196, width: 62, height: 16 };
  const hiding = async (bytes: Uint8Array) => {
    const { texts } = await read(bytes);
    return texts
      .filter(({ text }) => String(text).includes("231480003"))
      .map(({ hidden }) => hidden ?? "seen");
  };

  test("a box over a value is no redaction: the value is told once, with its place", async () => {
    const { bytes } = await painted((page, font) => {
      line(page, font);
      page.drawRectangle({ ...over, color: rgb(0, 0, 0) });
    });
    expect(await hiding(bytes)).toEqual(["text under a box"]);
    const { of } = await read(bytes);
    const [visible, under] = of(1);
    expect(visible?.text).toMatch(/^Klant met bs\w? +en meer$/);
    const [x = 0, y = 0, width = 0] = under?.placeAt?.(String(under.text).indexOf("231480003"), 9).box ?? [];
    expect([x > 90, x + width < 165, y > 85, y < 105]).toEqual([true, true, true, true]);
  });

  test.each([
    [
      "a box under the text",
      (page: PDFPage, font: PDFFont) => {
        page.drawRectangle({ ...over, color: rgb(0, 0, 0) });
        line(page, font, { color: rgb(1, 1, 1) });
      },
    ],
    [
      "a marker that lets it through",
      (page: PDFPage, font: PDFFont) => {
        line(page, font);
        page.drawRectangle({ ...over, color: rgb(1, 1, 0), opacity: 0.4 });
      },
    ],
    [
      "a frame",
      (page: PDFPage, font: PDFFont) => {
        line(page, font);
        page.drawRectangle({ ...over, borderColor: rgb(0, 0, 0), borderWidth: 1 });
      },
    ],
    [
      "a box beside it",
      (page: PDFPage, font: PDFFont) => {
        line(page, font);
        page.drawRectangle({ ...over, y: 150, color: rgb(0, 0, 0) });
      },
    ],
  ])("%s hides nothing", async (_, paint) => {
    const { bytes } = await painted(paint);
    expect(await hiding(bytes)).toEqual(["seen"]);
  });

  test("white on white, and outside of the page", async () => {
    const white = await painted((page, font) => line(page, font, { color: rgb(1, 1, 1) }));
    expect(await hiding(white.bytes)).toEqual(["white text"]);
    const outside = await painted((page, font) => line(page, font, { y: -40 }));
    expect(await hiding(outside.bytes)).toEqual(["text outside the page"]);
  });

  test("on a layer that is switched off", async () => {
    const { pdf } = await painted((page, font) => {
      page.node.set(PDFName.of("Resources"), page.node.Resources() ?? page.doc.context.obj({}));
      page.pushOperators(PDFOperator.of("BDC" as never, [PDFName.of("OC"), PDFName.of("L1")]));
      line(page, font);
      page.pushOperators(PDFOperator.of("EMC" as never));
    });
    const group = pdf.context.register(pdf.context.obj({ Type: "OCG", Name: PDFString.of("Intern") }));
    pdf
      .getPage(0)
      .node.Resources()
      ?.set(PDFName.of("Properties"), pdf.context.obj({ L1: group }));
    pdf.catalog.set(
      PDFName.of("OCProperties"),
      pdf.context.obj({ OCGs: [group], D: { OFF: [group], Order: [group] } }),
    );
    expect(await hiding(await pdf.save())).toEqual(["text on a hidden layer"]);
  });
});
