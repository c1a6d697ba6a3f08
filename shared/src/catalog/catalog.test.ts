import { expect, test } from "vitest";
import { SEVERITIES } from "../domain/index.ts";
import { ENTITY_TYPES, INSTRUMENTS, PROVISIONS, ruleById, RULES } from "./index.ts";

test.each(Object.entries(RULES))("rule %s refers to known provisions and says what to do", (_id, rule) => {
  expect(SEVERITIES).toContain(rule.severity);
  for (const ref of rule.legal) expect(Object.keys(PROVISIONS)).toContain(ref);
  for (const text of [...Object.values(rule.title), ...Object.values(rule.remediation)])
    expect(text).not.toBe("");
});

test("every provision belongs to a known law and is used by a rule", () => {
  const used = new Set<string>(Object.values(RULES).flatMap((rule) => rule.legal));
  for (const [ref, provision] of Object.entries(PROVISIONS)) {
    expect(Object.keys(INSTRUMENTS)).toContain(provision.instrument);
    expect(ref).toBe(`${provision.instrument} ${provision.article}`);
    expect(used).toContain(ref);
  }
});

test("entity types are upper snake case, as a finding demands", () => {
  for (const type of Object.keys(ENTITY_TYPES)) expect(type).toMatch(/^[A-Z][A-Z0-9_]{1,63}$/);
});

test("an id that only the prototype knows is no rule", () => {
  expect(ruleById("constructor")).toBeUndefined();
  expect(ruleById("pii.national_id.bsn")?.severity).toBe("critical");
});
