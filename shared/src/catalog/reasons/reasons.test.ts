import { expect, test } from "vitest";
import { REASON_PHRASES, reasonIn } from "./index.ts";
import { SLOT_KINDS } from "./slots.ts";
import * as words from "./words.ts";

/** What stands in a sentence, of each kind. */
const first = (list: Readonly<Record<string, string>>) => Object.keys(list)[0] ?? "";
const SAMPLES: Readonly<Record<string, string>> = {
  n: "1,234.5 %",
  type: "NL_BSN",
  sentence: "runs Python code",
  sentences: "no TLS 1.3; cannot be read",
  area: "education: admission, assessment, monitoring of tests",
  practice: "manipulation or deception",
  article: "5(1), (i) as added by Regulation (EU) 2026/1",
  host: "cdn.example.nl:8443",
  scans: "image",
  issued: "refresh token",
  coin: "Bitcoin test network",
  hidden: "speaker notes",
  field: "textarea",
  fieldName: "health",
  fields: "name, birth-date",
  purpose: "newsletter",
  vendorKind: "ad",
  cookiePurpose: "advertising",
  country: "United States",
  language: "de",
  requestKind: "image",
  rights: "access, erasure",
  duty: first(words.STATEMENT_ITEMS),
  cardItems: "training data, limitations",
  form: "as it is",
  techniques: "canvas, fonts",
  period: "7 years",
};
const SLOT = /\{(\w+)(?::(\w+))?\}/g;
const sample = (sentence: string) =>
  sentence.replace(SLOT, (_, name: string, kind?: string) =>
    kind === undefined ? `‹${name}›` : (SAMPLES[kind] ?? ""),
  );
const namesIn = (sentence: string) => [...sentence.matchAll(SLOT)].map(([, name]) => name).toSorted();

test("every kind of value has a sample that is one", () => {
  expect(Object.keys(SAMPLES).toSorted()).toEqual(Object.keys(SLOT_KINDS).toSorted());
  for (const [kind, of] of Object.entries(SAMPLES))
    expect(SLOT_KINDS[kind]?.(of, String), kind).not.toBeNull();
});

test("no sentence stands twice, and both languages hold the same values", () => {
  const all = REASON_PHRASES.map(([en]) => en);
  expect(all.filter((en, i) => all.indexOf(en) < i)).toEqual([]);
  for (const [en, nl] of REASON_PHRASES) {
    expect(namesIn(nl), en).toEqual(namesIn(en));
    // Where one value ends and the next begins would be anybody's guess.
    expect(en).not.toMatch(/\}\{/);
    expect(nl).not.toMatch(/\{\w+:/);
  }
});

test.each(REASON_PHRASES)("%s", (en, nl) => {
  const said = reasonIn("nl", sample(en));
  // In the words of this very phrase, and not of another that takes it away.
  const [head = ""] = nl.split("{");
  const tail = nl.slice(nl.lastIndexOf("}") + 1);
  expect(said.startsWith(head), said).toBe(true);
  if (nl.includes("}")) expect(said.endsWith(tail), said).toBe(true);
  for (const [, name, kind] of en.matchAll(SLOT)) if (kind === undefined) expect(said).toContain(`‹${name}›`);
  expect(said).not.toMatch(/\{\w+\}/);
  expect(reasonIn("en", sample(en))).toBe(sample(en));
});

test.each([
  ["context word 'burgerservicenummer'", "woord in de buurt: ‘burgerservicenummer’"],
  ["context word 'it's'", "woord in de buurt: ‘it's’"],
  [
    "in 1,412 of 20,000 rows read, about 7.1 % of 3,000,000 (6.7 % to 7.4 %)",
    "in 1.412 van 20.000 gelezen rijen, ongeveer 7,1 % van 3.000.000 (6,7 % tot 7,4 %)",
  ],
  ["linked to PERSON_NAME near it", "hoort bij iemand die in de buurt staat (Naam van een persoon)"],
  ["linked to CUSTOM_STAFF near it", "hoort bij iemand die in de buurt staat (CUSTOM_STAFF)"],
  ["Google Analytics: analytics, United States", "Google Analytics: analyse, Verenigde Staten"],
  ["asks for name, birth-date", "vraagt om naam, geboortedatum"],
  ["by created_at, changed_at", "volgens created_at, changed_at"],
  ["by https://cdn.example.nl", "door https://cdn.example.nl"],
  [
    "The model cannot be asked: the endpoint is too busy. Try again when it is less busy.",
    "Het model kan niet worden bevraagd: het endpoint heeft het te druk. Probeer het opnieuw als het minder druk is.",
  ],
  ["the chat template calls the operating system", "het chatsjabloon roept het besturingssysteem aan"],
])("%s", (en, nl) => {
  expect(reasonIn("nl", en)).toBe(nl);
});

test.each([
  "",
  " ",
  "words of a newer agent",
  "in many of few rows",
  "{type} is readable",
  "context word ''",
])("%j is returned as it is", (text) => {
  expect(reasonIn("nl", text)).toBe(text);
});

test("a long or hostile text costs one reading", () => {
  const nested = "The start page cannot be read: ".repeat(40);
  for (const text of [
    `in ${"1 of ".repeat(300_000)}`,
    "context word '".repeat(100_000),
    nested,
    ": ".repeat(900),
  ])
    expect(reasonIn("nl", text)).toBeTypeOf("string");
}, 2_000);
