import { inspect } from "node:util";
import { expect, test } from "vitest";
import { Sensitive } from "./sensitive.ts";

const VALUE = "231480003";

test.each([
  ["a template", (s: Sensitive<string>) => `${s}`],
  ["String()", (s: Sensitive<string>) => String(s)],
  ["JSON", (s: Sensitive<string>) => JSON.stringify({ s })],
  ["inspect", (s: Sensitive<string>) => inspect({ s }, { depth: 9, showHidden: true, getters: true })],
  ["concatenation", (s: Sensitive<string>) => "" + (s as unknown as string)],
  ["its own properties", (s: Sensitive<string>) => JSON.stringify({ ...s }) + Object.keys(s).join()],
  ["a structured clone", (s: Sensitive<string>) => JSON.stringify(structuredClone({ s }))],
  ["an error's message", (s: Sensitive<string>) => new Error(s as unknown as string).message],
])("P1: %s does not show the value", (_name, show) => {
  expect(show(new Sensitive(VALUE))).not.toContain(VALUE);
});

test("reveal is the way out", () => {
  expect(Sensitive.reveal(new Sensitive(VALUE))).toBe(VALUE);
});
