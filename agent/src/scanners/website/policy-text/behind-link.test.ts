import { PDFDocument, StandardFonts } from "pdf-lib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestScans, testScans } from "../browser/test-scans.ts";

/** What is found behind a link to a privacy statement, whatever it is made of. */
let scans: TestScans;
beforeAll(async () => {
  scans = await testScans();
}, 60_000);
afterAll(() => scans?.close());

const SENTENCES = [
  "Fietsenmaker Fictief is verwerkingsverantwoordelijke voor uw persoonsgegevens.",
  "Wij verwerken persoonsgegevens voor de volgende doelen: reparaties en rekeningen.",
  "De grondslag is de overeenkomst met u.",
  "Wij bewaren rekeningen zeven jaar vanwege de fiscale bewaarplicht.",
  "U heeft recht op inzage, rectificatie, verwijdering, beperking, bezwaar en overdraagbaarheid.",
  "U kunt een klacht indienen bij de Autoriteit Persoonsgegevens.",
];
const LINK = (to: string) => `<p>Welkom bij de fietsenmaker</p><a href="${to}">Privacyverklaring</a>`;

async function pdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage();
  for (const [i, text] of SENTENCES.entries())
    page.drawText(text, { x: 30, y: 780 - i * 20, size: 10, font });
  return Buffer.from(await document.save());
}

test("a statement is read as a PDF, and where a script writes it on a page beyond the limit", async () => {
  const bytes = await pdf();
  const written = `<div id="app"></div><script>for (const one of ${JSON.stringify(SENTENCES)}) {
    const p = document.createElement("p"); p.textContent = one; document.getElementById("app").append(p); }</script>`;
  const [asPdf, byScript] = await Promise.all([
    scans.scan(
      {
        "/": LINK("/bestand"),
        "/bestand": (_, response) => response.setHeader("content-type", "application/pdf").end(bytes),
      },
      { website: { static: true } },
    ),
    scans.scan({ "/": LINK("/x"), "/x": written }, { website: { maxPages: 1 } }),
  ]);
  for (const [{ of, types, origin }, path] of [
    [asPdf, "/bestand"],
    [byScript, "/x"],
  ] as const) {
    expect(types(/^PRIVACY_STATEMENT/)).toContain("PRIVACY_STATEMENT_READ");
    expect(types(/MISSING/)).toEqual([]);
    const [read] = of("PRIVACY_STATEMENT_READ");
    expect(read?.location.url).toBe(`${origin}${path}`);
    expect(read?.reasons.join("; ")).toContain("13(2)(a): Wij bewaren rekeningen zeven jaar");
  }
}, 60_000);

test("what is behind the link and is none is said, as it is", async () => {
  const other = `<p>${"Wij zijn zuinig op wat u ons vertelt, en praten er met niemand over. ".repeat(10)}</p>`;
  const behind = async (page: string | Uint8Array | null, type = "text/html") => {
    const answer = (_: unknown, response: { setHeader: Function; writeHead: Function; end: Function }) =>
      page === null ? response.writeHead(404).end() : response.setHeader("content-type", type).end(page);
    const { of, reasons } = await scans.scan(
      { "/": LINK("/x"), "/x": answer },
      { website: { static: true } },
    );
    return {
      said: of("PRIVACY_STATEMENT_MISSING").map(({ reasons: [reason] }) => reason),
      isUntested: Object.keys(reasons).some((reason) => reason.startsWith("what the privacy statement says")),
    };
  };
  const leadsTo = (what: string) => [`a link to one is there, and leads to ${what}`];
  const blank = await PDFDocument.create();
  blank.addPage();
  expect(
    await Promise.all([
      behind(other),
      behind("<p>Volgt</p>"),
      behind(null),
      behind(await blank.save(), "application/pdf"),
      behind(Buffer.from("%PDF-1.7 and nothing else"), "application/pdf"),
    ]),
  ).toEqual([
    { said: leadsTo("a text that does not read as one"), isUntested: false },
    { said: leadsTo("a page with hardly any text"), isUntested: false },
    { said: leadsTo("a page that the site does not give"), isUntested: false },
    { said: [], isUntested: true },
    { said: [], isUntested: true },
  ]);
}, 60_000);
