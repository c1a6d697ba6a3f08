import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ConfigError } from "./faults.ts";
import { loadProcessingRecord } from "./processing-record.ts";

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), "record-"))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function load(name: string, content: string) {
  writeFileSync(join(dir, name), content);
  return loadProcessingRecord(join(dir, name));
}

async function faults(name: string, content: string): Promise<string[]> {
  const error = await load(name, content).catch((thrown: unknown) => thrown);
  if (!(error instanceof ConfigError)) throw new Error("no fault");
  return error.faults.map(({ path, sentence }) => `${path} ${sentence}`);
}

test("YAML, and CSV as spreadsheets save it, say the same", async () => {
  const entry = {
    name: 'Klanten; "en" anderen',
    purpose: "levering",
    categories: ["contact", "NL_BSN"],
    columns: ["klanten.*", "hr.mens.bsn"],
    retention: "7y",
  };
  expect(await load("a.yaml", JSON.stringify({ processing: [entry] }))).toEqual([entry]);
  const row = '"Klanten; ""en"" anderen";levering;"contact, NL_BSN";klanten.* | hr.mens.bsn;7y';
  expect(
    await load("a.csv", `\u{FEFF}Name;Purpose;Categories;Columns;Retention\r\n${row}\r\n;;;;\r\n`),
  ).toEqual([entry]);
  expect(await load("b.csv", "columns,name,legal basis,purpose,categories\nt.*,a,,b,*\n")).toEqual([
    { name: "a", purpose: "b", categories: ["*"], columns: ["t.*"] },
  ]);
});

test("every fault is told with its place, and no value is repeated", async () => {
  const wrong =
    "processing:\n  - { name: a, purpose: b, categories: [schoenen], columns: [], retention: lang, Zomer: 1 }\n";
  expect((await faults("a.yaml", wrong)).sort()).toEqual([
    expect.stringMatching(/^processing\[0\]\.Zomer is not a setting/),
    expect.stringMatching(/^processing\[0\]\.categories\[0\] must be an entity type such as NL_BSN/),
    "processing[0].columns must be 1 or more.",
    "processing[0].retention must be a period such as 7y, 18m, 4w or 90d.",
  ]);
  expect(await faults("b.yaml", "processing: [")).toEqual([expect.stringContaining("is not YAML")]);
  expect(await faults("a.csv", "Name,Purpose\na,b\n")).toEqual([
    "line 1 must name the columns categories, columns.",
  ]);
  expect(await faults("b.csv", "name,purpose,categories,columns,schoenmaat\n")).toEqual([
    "line 1 may name name, purpose, legalBasis, categories, columns, retention and nothing else.",
  ]);
  expect(await faults("c.csv", "name,purpose,categories,columns\na,,*,t.*\n")).toEqual([
    "processing[0].purpose is missing.",
  ]);
  await expect(loadProcessingRecord(join(dir, "none.yaml"))).rejects.toThrow("Give its place with --ropa.");
});
