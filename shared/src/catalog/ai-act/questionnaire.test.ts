import { expect, test } from "vitest";
import { ANNEX_III, type HighRiskArea } from "./annex-iii.ts";
import { PROHIBITED_PRACTICES, type ProhibitedPractice } from "./prohibited.ts";
import { type AiUse, aiUse, aiUseFile } from "./questionnaire.ts";
import { riskIndications } from "./risk-indications.ts";

const HARMLESS: AiUse = aiUse.parse({ domain: "none", autonomy: "advises" });
const classes = (change: Partial<AiUse>) =>
  riskIndications({ ...HARMLESS, ...change }).map(({ indicates }) => indicates);

test.each<[string, Partial<AiUse>, string[]]>([
  ["nothing", {}, ["minimal"]],
  ["people talk with it", { conversation: true }, ["transparency"]],
  ["an area of Annex III", { domain: "employment" }, ["high"]],
  ["an area, only prepared", { domain: "employment", autonomy: "prepares" }, ["minimal"]],
  [
    "an area, only prepared, with profiles",
    { domain: "employment", autonomy: "prepares", profiling: true },
    ["high"],
  ],
  ["a product, only prepared", { domain: "product", autonomy: "prepares" }, ["high"]],
  ["profiles in no area", { profiling: true }, ["minimal"]],
  [
    "everything",
    { practices: ["social-scoring"], domain: "services", generates: true },
    ["prohibited", "high", "transparency"],
  ],
])("%s", (_what, change, expected) => {
  expect(classes(change)).toEqual(expected);
});

test("every reason names its article and day in both languages, and fits a finding", () => {
  const full: AiUse = {
    ...HARMLESS,
    autonomy: "decides",
    persons: ["workers", "children"],
    profiling: true,
    conversation: true,
    generates: true,
    practices: Object.keys(PROHIBITED_PRACTICES) as ProhibitedPractice[],
  };
  for (const domain of [...(Object.keys(ANNEX_III) as HighRiskArea[]), "product" as const])
    for (const { reasons } of riskIndications({ ...full, domain })) {
      expect(reasons.length).toBeLessThanOrEqual(11);
      for (const { en, nl } of reasons) {
        expect(en.length).toBeLessThanOrEqual(160);
        expect(en).toMatch(/article|Annex/);
        expect(nl).toMatch(/artikel|bijlage/);
        expect(/\d{4}-\d\d-\d\d/.exec(nl)?.[0]).toBe(/\d{4}-\d\d-\d\d/.exec(en)?.[0]);
      }
    }
});

test("an answer that is none of the choices is refused", () => {
  expect(aiUse.safeParse({ domain: "astrology", autonomy: "decides" }).success).toBe(false);
  expect(aiUse.safeParse({ domain: "none" }).success).toBe(false);
  expect(aiUse.safeParse({ ...HARMLESS, other: true }).success).toBe(false);
});

test("a word on the purpose may stand in a file, and goes no further", () => {
  expect(aiUseFile.safeParse({ ...HARMLESS, purpose: "social scoring" }).success).toBe(true);
  expect(aiUse.safeParse({ ...HARMLESS, purpose: "social scoring" }).success).toBe(false);
});
