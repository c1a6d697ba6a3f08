import { expect, test } from "vitest";
import { scanText } from "./scan-text.ts";

const found = (text: string) =>
  scanText(text).map(({ detector, confidence }) => [detector.entityType, confidence]);

test("a BSN with its word is certain, bare a hint, beside another word hardly that", () => {
  expect(found("bsn 231480003")).toEqual([["NL_BSN", 0.95]]);
  expect(found("waarde 231480003")).toEqual([["NL_BSN", 0.35]]);
  expect(found("ordernummer 231480003")).toEqual([["NL_BSN", 0.1]]);
});

test("the nearest word decides, and a word after the value only before a separator", () => {
  expect(found('{"bsn": "leeg", "orderNumber": "231480003"}')).toEqual([["NL_BSN", 0.1]]);
  expect(found('{"waarde": "231480003", "bsn": null}')).toEqual([["NL_BSN", 0.35]]);
  expect(found("231480003 (BSN)")).toEqual([["NL_BSN", 0.95]]);
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
  expect(found("iban NL93 RABO 0314 1592 65")).toEqual([["IBAN", 0.99]]);
  const url = "mysql://".concat("hr:Xk29vbQz7@db.fictief-bedrijf.nl/hr");
  expect(found(url).map(([type]) => type)).toEqual(["CONNECTION_STRING"]);
});

test("a published example loses to whatever is sure, and beats a hint", () => {
  const [visa] = scanText("card 4111 1111 1111 1111");
  expect([visa?.detector.entityType, visa?.known]).toEqual(["PAYMENT_CARD", true]);
});

test("a topic is a finding with a person beside it, and information alone", () => {
  const topic = (text: string) => scanText(text).find(({ detector }) => detector.topic);
  expect(topic("Leven met diabetes type 2: tien adviezen.")?.confidence).toBeLessThan(0.4);
  const linked = topic("Mevrouw S. Brouwer (BSN 231480003) heeft diabetes type 2.");
  expect(linked?.confidence).toBeGreaterThan(0.7);
  expect(linked?.reasons.join()).toMatch(/linked to (?:NL_BSN|PERSON_NAME)/);
});

test("a secret in base64 or in an address is found where it stands", () => {
  const hidden = Buffer.from(`postgres://app:${"Xk29vbQz7"}@db.fictief-bedrijf.nl/hr`).toString("base64");
  const text = `dsn: ${hidden}`;
  const [match] = scanText(text);
  expect(match?.detector.entityType).toBe("CONNECTION_STRING");
  expect([match?.offset, match?.reasons.at(-1)]).toEqual([5, "in base64"]);
});

test.each([
  ["a column before it", "5,231480003,12\n", "bsn"],
  ["Chinese before it", "号码231480003", "bsn"],
  ["full-width punctuation", "号码：231480003。", "bsn"],
])("a number stands free with %s", (_what, text, field) => {
  expect(scanText(text, { fieldAt: () => field })[0]?.confidence).toBe(0.95);
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
