import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { ENTITY_TYPES, RULES } from "@dataguardian/shared/catalog";
import { describe, expect, test } from "vitest";
import { fillExample } from "./example-values.ts";
import { DETECTORS } from "./registry.ts";
import { scanText } from "./scan-text.ts";
import { Sensitive } from "./sensitive.ts";

test("every detector file is registered, under its own name, and nothing else is", () => {
  const files = readdirSync(new URL("detectors/", import.meta.url)).map((file) => basename(file, ".ts"));
  expect(DETECTORS.map((detector) => detector.id).sort()).toEqual(files.sort());
});

test("the catalogue names exactly the entity types and rules that a detector reports", () => {
  expect(new Set(DETECTORS.map((detector) => detector.entityType))).toEqual(
    new Set(Object.keys(ENTITY_TYPES)),
  );
  expect(new Set(DETECTORS.map((detector) => detector.rule))).toEqual(new Set(Object.keys(RULES)));
});

describe.each(DETECTORS.map((detector) => [detector.id, detector] as const))("%s", (id, detector) => {
  test("has the severity of its rule, a trigger, references and examples of both kinds", () => {
    expect(detector.severity).toBe(RULES[detector.rule].severity);
    expect(detector.trigger ?? detector.keywords?.[0]).toBeDefined();
    expect(detector.pattern.global).toBe(true);
    expect(detector.references.length).toBeGreaterThan(0);
    expect(detector.examples.match.length).toBeGreaterThan(0);
    expect(detector.examples.ignore.length).toBeGreaterThan(0);
  });

  test("shows four characters at most, a credential none", () => {
    const { head, tail } = detector.visible;
    expect(head + tail).toBeLessThanOrEqual(detector.category === "credential" ? 0 : 4);
  });

  test.each(detector.examples.match)("finds %s", (example) => {
    const text = fillExample(example);
    const match = scanText(text).find((found) => found.detector.id === id);
    expect(match).toBeDefined();
    if (!match) return;
    expect(text.slice(match.offset, match.offset + match.length)).toBe(Sensitive.reveal(match.value));
    expect(match.reasons.length).toBeGreaterThan(0);
    expect(JSON.stringify(match.reasons)).not.toContain(Sensitive.reveal(match.value));
  });

  test.each(detector.examples.ignore)("passes over %s", (example) => {
    expect(scanText(fillExample(example)).filter((found) => found.detector.id === id)).toEqual([]);
  });
});
