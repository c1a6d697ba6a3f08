import { expect, test } from "vitest";
import { elevenTest } from "../detection/checks/eleven-test.ts";
import { foundIn } from "./found-in.ts";

/** Numbers that pass the eleven-test. */
function bsns(count: number): string[] {
  const found: string[] = [];
  for (let n = 231_480_000; found.length < count; n++) if (elevenTest(String(n))) found.push(String(n));
  return found;
}

const signsOf = async (name: string, text: string) =>
  (await foundIn(name, text)).found
    .filter(({ type }) => type === "PERSON_LIST" || type === "HIDDEN_CONTENT")
    .map(({ type, reasons }) => [type, ...reasons]);

test("a list of a hundred persons is one, by values that identify them", async () => {
  const list = (values: readonly string[]) => `bsn\n${values.join("\n")}\n`;
  expect(await signsOf("x.csv", list(bsns(100)))).toEqual([
    ["PERSON_LIST", "at least 100 different values of NL_BSN"],
  ]);
  expect(await signsOf("x.csv", list(bsns(99)))).toEqual([]);
  expect(await signsOf("x.csv", list(Array.from({ length: 200 }, () => "231480003")))).toEqual([]);
});

test("numbers that only might be someone's, and mailboxes of no person, make no list", async () => {
  const loose = bsns(150).map((n, i) => `order ${n} van klant ${i}`);
  expect(await signsOf("x.txt", `bsn 231480003\n${loose.join("\n\n")}`)).toEqual([]);
  const boxes = Array.from({ length: 120 }, (_, i) => `info@bedrijf${i}.nl`);
  expect(await signsOf("x.txt", boxes.join("\n"))).toEqual([]);
  const persons = Array.from({ length: 120 }, (_, i) => `jan.${i}@bedrijf.nl`);
  expect(await signsOf("x.txt", persons.join("\n"))).toEqual([
    ["PERSON_LIST", "at least 100 different values of EMAIL_ADDRESS"],
  ]);
});

test("comments of a page are a sign only if something is in them", async () => {
  expect(await signsOf("x.html", "<html><!-- kop --><p>tekst</p><input type=hidden value=5>")).toEqual([]);
  expect(await signsOf("x.html", "<html><!-- bsn 231480003 --><p>tekst</p>")).toEqual([
    ["HIDDEN_CONTENT", "comment"],
  ]);
});
