import fc from "fast-check";
import { expect, test } from "vitest";
import { fillExample } from "../detection/example-values.ts";
import { DETECTORS } from "../detection/registry.ts";
import { scanText } from "../detection/scan-text.ts";
import { Sensitive } from "../detection/sensitive.ts";
import { createRedactor } from "./redact.ts";

const KEY = new Uint8Array(32).fill(7);
const redactor = createRedactor(KEY);
const place = { line: 1, column: 1, offset: 0, length: 1 };

function first(text: string, path = "a.txt", key = KEY) {
  const [match] = scanText(text);
  if (!match) throw new Error("the example holds no match");
  return createRedactor(key).finding({ match, location: { path, ...place } });
}

const examples = DETECTORS.flatMap((detector) =>
  detector.examples.match.map((example) => [detector.id, fillExample(example)] as const),
);

test.each(examples)("P2: a finding of %s holds nothing of the value but its preview", (_id, text) => {
  for (const match of scanText(text)) {
    const value = Sensitive.reveal(match.value);
    const finding = redactor.finding({ match, location: { path: "a.txt", ...place } });
    const { preview, ...rest } = finding;
    // An age of one digit stands in every finding.
    if (value.length > 3) expect(JSON.stringify(rest)).not.toContain(value);
    expect(preview.replaceAll("•", "").length).toBeLessThanOrEqual(finding.category === "credential" ? 0 : 4);
    // What else is in a finding comes from the detector's table, and the fingerprint is drawn by the key.
    const written = finding.reasons.join("\n");
    expect(partsOf(value).filter((part) => written.includes(part))).toEqual([]);
  }
});

const PREVIEW_CHARS = 4;
/** Our sentences name the scheme or the program that the value begins with. */
const SCHEME = /^(?:Bearer |PuTTY)/;

/** Parts of a value that are longer than a preview; small letters alone are words, which our sentences hold too. */
function partsOf(value: string): string[] {
  const text = value.replace(SCHEME, "");
  return Array.from({ length: Math.max(0, text.length - PREVIEW_CHARS) }, (_, at) =>
    text.slice(at, at + PREVIEW_CHARS + 1),
  ).filter((part) => !/^[\p{Ll}\s,.-]*$/u.test(part));
}

test("P3: equal values have equal fingerprints however they are written", () => {
  expect(first("NL93 RABO 0314 1592 65").fingerprint).toBe(first("nl93rabo0314159265").fingerprint);
  expect(first("bsn 231480003").fingerprint).toBe(first("bsn 231 480 003").fingerprint);
  expect(first("06-57414234").fingerprint).toBe(first("+31 (0)6 57414234").fingerprint);
  expect(first("Jan@Fictief-Bedrijf.nl").fingerprint).toBe(first("jan@fictief-bedrijf.nl").fingerprint);
});

test("P3: other values, types and keys have other fingerprints", () => {
  const bsn = first("bsn 231480003");
  expect(bsn.fingerprint).not.toBe(first("bsn 231480015").fingerprint);
  expect(bsn.fingerprint).not.toBe(first("bsn 231480003", "a.txt", new Uint8Array(32).fill(8)).fingerprint);
});

test.each([
  ["dossiers/231480003.pdf", "dossiers/•••••••03.pdf"],
  ["dossier-231480003-scan.pdf", "dossier-•••••••03-scan.pdf"],
  ["bsn_231480003_scan.pdf", "bsn_•••••••03_scan.pdf"],
  ["mail/jan.jansen@fictief-bedrijf.nl/inbox.mbox", "mail/j•••••••••••••••••••••••/inbox.mbox"],
  ["mail/jan.jansen@fictief-bedrijf.nl.csv", "mail/j•••••••••••••••••••••••.csv"],
  ["mail/jan.jansen@fictief-bedrijf.nl.csv.gz", "mail/j•••••••••••••••••••••••.csv.gz"],
  ["mail of jan.jansen@fictief-bedrijf.nl.d/1.eml", "mail of j•••••••••••••••••••••••.d/1.eml"],
  ["src/plain/index.ts", "src/plain/index.ts"],
])("P2: path %s leaves as %s", (path, masked) => {
  expect(redactor.text(path)).toBe(masked);
  expect(first("bsn 231480015", path).location.path).toBe(masked);
});

test("a very long path is shortened from its start", () => {
  const { path = "" } = first("bsn 231480003", `${"d/".repeat(900)}file.ts`).location;
  expect(path.length).toBeLessThanOrEqual(1024);
  expect(path).toMatch(/^….*file\.ts$/);
});

test("text without a match stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."abc /._-:\n") }), (text) => {
      expect(redactor.text(text)).toBe(text);
    }),
  );
});
