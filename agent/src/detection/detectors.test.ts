import { readdirSync } from "node:fs";
import { ENTITY_TYPES, OBSERVATIONS, RULES } from "@dataguardian/shared/catalog";
import { describe, expect, test } from "vitest";
import { CATEGORIES, type Detector } from "./detector.ts";
import { fillExample } from "./example-values.ts";
import { DETECTORS } from "./registry.ts";
import { scanText } from "./scan-text.ts";
import { Sensitive } from "./sensitive.ts";

const FOLDER = new URL("detectors/", import.meta.url);
const isDetector = (value: unknown): value is Detector =>
  typeof value === "object" &&
  value !== null &&
  "entityType" in value &&
  "examples" in value &&
  "id" in value;

test("every detector that a file exports is registered, once", async () => {
  const exported = new Set<Detector>();
  for (const file of readdirSync(FOLDER, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts") || file.endsWith(".test.ts")) continue;
    const module = (await import(new URL(file, FOLDER).href)) as Record<string, unknown>;
    for (const value of Object.values(module).flat()) if (isDetector(value)) exported.add(value);
  }
  const missing = [...exported].filter((detector) => !DETECTORS.includes(detector)).map(({ id }) => id);
  expect(missing).toEqual([]);
  expect(DETECTORS.map(({ id }) => id).filter((id, i, ids) => ids.indexOf(id) < i)).toEqual([]);
});

test("the catalogue names exactly the entity types that a detector reports", () => {
  expect([...new Set<string>(DETECTORS.map(({ entityType }) => entityType))].sort()).toEqual(
    Object.keys(ENTITY_TYPES).sort(),
  );
});

test("every rule is raised by a detector or an observation", () => {
  const raised = new Set<string>([...DETECTORS, ...Object.values(OBSERVATIONS)].map(({ rule }) => rule));
  expect(Object.keys(RULES).filter((rule) => !raised.has(rule))).toEqual(["custom.detector"]);
});

test("at least 250 provider formats of secrets are known", () => {
  const providers = new Set(
    DETECTORS.map(({ entityType }) => entityType).filter((type) => type.startsWith("SECRET_")),
  );
  expect(providers.size).toBeGreaterThanOrEqual(250);
});

/** Countries write passports alike, and one secret can be known by more than one of its marks. */
function isFoundAs(found: Detector, wanted: Detector): boolean {
  if (found.entityType === wanted.entityType) return true;
  if (wanted.category === "document") return found.category === "document";
  return wanted.category === "credential" && found.category === "credential";
}

describe.each(DETECTORS.map((detector) => [detector.id, detector] as const))("%s", (id, detector) => {
  test("is whole: a place to look, a category, sources, examples of both kinds, and a preview of four characters at most", () => {
    expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(CATEGORIES).toContain(detector.category);
    const { keywords, capitalWords, forms, names, digits } = detector;
    expect(keywords ?? capitalWords ?? forms ?? names ?? digits).toBeDefined();
    expect(detector.references.length).toBeGreaterThan(0);
    expect(detector.examples.match.length).toBeGreaterThan(0);
    expect(detector.examples.ignore.length).toBeGreaterThan(0);
    const { head, tail } = detector.visible;
    expect(head + tail).toBeLessThanOrEqual(detector.category === "credential" ? 0 : 4);
  });

  test("finds its examples, says why, and says nothing of the value", () => {
    for (const example of detector.examples.match) {
      const text = fillExample(example);
      const match = scanText(text).find((found) => isFoundAs(found.detector, detector));
      expect(match, text).toBeDefined();
      if (!match) continue;
      const value = Sensitive.reveal(match.value);
      expect(match.reasons.length).toBeGreaterThan(0);
      expect(JSON.stringify(match.reasons)).not.toContain(value);
    }
  });

  test("passes over what only looks like it", () => {
    for (const example of detector.examples.ignore)
      expect(
        scanText(fillExample(example)).filter((found) => found.detector.id === id),
        example,
      ).toEqual([]);
  });
});
