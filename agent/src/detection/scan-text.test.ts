import { expect, test } from "vitest";
import { scanText } from "./scan-text.ts";

const found = (text: string) =>
  scanText(text).map(({ detector, confidence, severity }) => [detector.entityType, confidence, severity]);

test("a BSN with its word is certain, bare a hint, beside another word hardly that", () => {
  expect(found("bsn 231480003")).toEqual([["NL_BSN", 0.95, "critical"]]);
  expect(found("waarde 231480003")).toEqual([["NL_BSN", 0.35, "info"]]);
  expect(found("ordernummer 231480003")).toEqual([["NL_BSN", 0.1, "info"]]);
});

test("the nearest word decides, and a word after the value only before a separator", () => {
  expect(found('{"bsn": "leeg", "orderNumber": "231480003"}')).toEqual([["NL_BSN", 0.1, "info"]]);
  expect(found('{"waarde": "231480003", "bsn": null}')).toEqual([["NL_BSN", 0.35, "info"]]);
  expect(found("231480003 (BSN)")).toEqual([["NL_BSN", 0.95, "critical"]]);
});

test("context words count whole: in camel case and snake case, not inside other words", () => {
  expect(found("klantBsn=231480003")[0]?.[1]).toBe(0.95);
  expect(found("klant_bsn=231480003")[0]?.[1]).toBe(0.95);
  expect(found("absnet 231480003")[0]?.[1]).toBe(0.35);
});

test("the name of a field outweighs the text around", () => {
  const [match] = scanText("order 231480003", { fieldAt: () => "bsn" });
  expect(match?.confidence).toBe(0.95);
});

test("overlapping matches resolve to the best", () => {
  expect(found("iban NL93 RABO 0314 1592 65")).toEqual([["IBAN", 0.98, "medium"]]);
  const url = "mysql://".concat("hr:Xk29vbQz7@db.fictief-bedrijf.nl/hr");
  expect(found(url)).toEqual([["CONNECTION_STRING", 0.92, "critical"]]);
});

test("an IBAN does not hide behind a code of the same shape before it", () => {
  expect(found("code AB12 NL93 RABO 0314 1592 65").map(([type]) => type)).toEqual(["IBAN"]);
});

test.each([
  ["digits", "1".repeat(200_000)],
  ["digits and spaces", "12 ".repeat(100_000)],
  ["at signs", "a@".repeat(100_000)],
  ["dots before an at sign", `${"a.".repeat(100_000)}@`],
  ["address heads", "://a:".repeat(60_000)],
  ["key headings", "-----BEGIN PRIVATE KEY-----".repeat(10_000)],
  ["token heads", "eyJ".repeat(100_000)],
  ["settings", "password=".repeat(30_000)],
  ["settings in rows", "host=a;".repeat(30_000)],
  ["country codes", "NL12".repeat(75_000)],
])("takes time in proportion to the text: %s", (_name, text) => {
  const time = (length: number) => {
    const start = performance.now();
    scanText(text.slice(0, length));
    return performance.now() - start;
  };
  time(20_000);
  // A pattern that backtracks over the whole text would take minutes; a busy machine does not.
  expect(time(text.length)).toBeLessThan(5_000);
});
