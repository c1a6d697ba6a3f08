import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createId, type Finding, finding, isId, rootHashInput, scanRequest } from "./index.ts";

const random = (size: number) => new Uint8Array(size).fill(7);

describe("ids", () => {
  test("sort by age and say what they name", () => {
    fc.assert(
      fc.property(fc.nat(2 ** 40), fc.integer({ min: 1, max: 10_000 }), (now, later) => {
        const [older, newer] = [createId("job", now, random), createId("job", now + later, random)];
        expect(isId("job", older)).toBe(true);
        expect(isId("scan", older)).toBe(false);
        expect(older < newer).toBe(true);
      }),
    );
  });
});

const good: Finding = {
  rule: "pii.national_id.bsn",
  entityType: "NL_BSN",
  category: "national_id",
  severity: "critical",
  confidence: 0.95,
  location: { path: "a.txt", line: 1, column: 1, offset: 0, length: 9 },
  preview: "•••••••58",
  fingerprint: "0".repeat(32),
  count: 1,
  detector: "nl-bsn",
  legal: ["GDPR 87"],
  reasons: ["checksum 11-proef"],
};

describe("P2: the wire schema cannot express a value", () => {
  test("a masked preview passes", () => {
    expect(finding.parse(good)).toEqual(good);
  });

  test.each([
    ["a fifth visible character", { preview: "••••12345" }],
    ["the value itself", { preview: "111222333" }],
    ["a field for the value", { value: "111222333" }],
    ["a field beside the place", { location: { ...good.location, text: "111222333" } }],
  ])("%s is refused", (_name, change) => {
    expect(finding.safeParse({ ...good, ...change }).success).toBe(false);
  });
});

test("the root hash changes with every part of the result, and not with how long it took", () => {
  const parts = {
    chunks: [{ n: 0, sha256: "a".repeat(64), bytes: 10, findings: 1 }],
    coverage: { unitsSeen: 1, unitsScanned: 1, bytes: 5, skipped: [] },
    summary: { bySeverity: { high: 1 }, byEntityType: {}, byRule: {} },
  };
  const base = rootHashInput(parts);
  expect(rootHashInput({ ...parts, summary: { ...parts.summary, bySeverity: { high: 2 } } })).not.toBe(base);
  expect(rootHashInput({ ...parts, coverage: { ...parts.coverage, bytes: 6 } })).not.toBe(base);
  expect(rootHashInput({ ...parts, chunks: [] })).not.toBe(base);
});

test("a scan names a source or a target, not both and not neither", () => {
  expect(scanRequest.safeParse({ kind: "code", target: "/srv" }).success).toBe(true);
  expect(scanRequest.safeParse({ kind: "code" }).success).toBe(false);
  expect(scanRequest.safeParse({ kind: "code", target: "/srv", source: "crm" }).success).toBe(false);
});

test("a git ref can not be an option of git", () => {
  expect(
    scanRequest.safeParse({ kind: "code", target: "/srv", options: { ref: "--upload-pack=x" } }).success,
  ).toBe(false);
});
