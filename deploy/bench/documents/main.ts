/** `npm run bench:documents`: how fast documents are read, from disk to findings, beside programs that only take the text out. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { bsn, seeded } from "../scans/random.ts";
import { timedScan } from "../scans/timed-scan.ts";

const MB = 1_000_000;
const PAGES = 1_000;
const CSV_MB = 200;
const COPIES = 60;
const FIXTURES = new URL("../../../agent/src/extractors/office/fixtures/", import.meta.url).pathname;

const folder = mkdtempSync(join(tmpdir(), "bench-documents-"));
const rows: [what: string, ours: string, theirs: string][] = [];
try {
  await pdf();
  await csv();
  await office();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const width = (column: number) => Math.max(...rows.map((row) => (row[column] ?? "").length));
for (const [what, ours, theirs] of rows)
  console.log(`${what.padEnd(width(0))}  ${ours.padEnd(width(1))}  ${theirs}`);

async function pdf(): Promise<void> {
  const random = seeded(1);
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let i = 0; i < PAGES; i++) {
    const page = document.addPage([595, 842]);
    page.drawText(`Dossier ${i}, BSN: ${bsn(random)}`, { x: 50, y: 780, size: 12, font });
    for (let line = 0; line < 45; line++)
      page.drawText("De planning en de samenwerking in het team kwamen aan de orde.", {
        x: 50,
        y: 750 - line * 15,
        size: 10,
        font,
      });
  }
  const file = join(folder, "dossiers.pdf");
  writeFileSync(file, await document.save());
  const { seconds, peakMb, findings } = await timedScan("document", file);
  const found = findings.filter(({ entityType }) => entityType === "NL_BSN").length;
  const theirs = spawned("pdftotext", [file, "-"]);
  rows.push([
    `PDF, ${PAGES} pages (aim: 15 s)`,
    `${seconds.toFixed(1)} s, ${peakMb.toFixed(0)} MB, ${found} of ${PAGES} numbers`,
    theirs === null ? "pdftotext is not installed" : `pdftotext, text only: ${theirs.toFixed(1)} s`,
  ]);
}

async function csv(): Promise<void> {
  const random = seeded(2);
  const file = join(folder, "klanten.csv");
  const line = () =>
    `${Math.floor(random() * 1e6)};Straatweg;ordernummer ${Math.floor(random() * 1e9)};opmerking zonder bijzonderheden;${bsn(random)};EUR\n`;
  const block = Array.from({ length: 20_000 }, line).join("");
  const blocks = Math.ceil((CSV_MB * MB) / block.length);
  writeFileSync(file, `id;straat;order;tekst;bsn;valuta\n${block.repeat(blocks)}`);
  const bytes = statSync(file).size;
  const { seconds, peakMb } = await timedScan("document", file, "--min-confidence", "1");
  rows.push([
    `CSV of ${(bytes / MB).toFixed(0)} MB, a number to find in each line (aim: 60 MB/s)`,
    `${(bytes / MB / seconds).toFixed(1)} MB/s, ${peakMb.toFixed(0)} MB`,
    "",
  ]);
}

async function office(): Promise<void> {
  const place = join(folder, "office");
  mkdirSync(place);
  const names = [
    "brief.docx",
    "brief.odt",
    "brief.rtf",
    "brief.doc",
    "lijst.xlsx",
    "lijst.ods",
    "lijst.xls",
    "praat.pptx",
    "praat.odp",
  ];
  for (let copy = 0; copy < COPIES; copy++)
    for (const name of names) cpSync(join(FIXTURES, name), join(place, `${copy}-${name}`));
  const bytes = names.reduce((sum, name) => sum + statSync(join(FIXTURES, name)).size, 0) * COPIES;
  const { seconds, peakMb } = await timedScan("document", place, "--threads", "1");
  const started = performance.now();
  const zips = names.filter((name) => /x$|od.$/.test(name)).map((name) => join(FIXTURES, name));
  let unzipped = true;
  for (let copy = 0; copy < COPIES && unzipped; copy++)
    for (const zip of zips) unzipped &&= spawnSync("unzip", ["-p", zip]).status === 0;
  const theirs = (performance.now() - started) / 1_000;
  rows.push([
    `${COPIES * names.length} small office files, ${(bytes / MB).toFixed(1)} MB, one process (aim: 10 MB/s)`,
    `${(bytes / MB / seconds).toFixed(1)} MB/s, ${((COPIES * names.length) / seconds).toFixed(0)} files/s, ${peakMb.toFixed(0)} MB`,
    unzipped
      ? `unzip -p of those that are ZIP: ${((COPIES * zips.length) / theirs).toFixed(0)} files/s`
      : "unzip is not installed",
  ]);
}

/** Seconds, or null where there is no such program. */
function spawned(program: string, args: readonly string[]): number | null {
  const started = performance.now();
  const { error } = spawnSync(program, args, { maxBuffer: 1e9 });
  return error ? null : (performance.now() - started) / 1_000;
}
