import { expect, test } from "vitest";
import { chooseLanguage } from "./language.ts";

test.each([
  ["nl", ["en-GB"], "nl"],
  [null, ["nl-BE", "en"], "nl"],
  [null, ["de-DE", "nl"], "nl"],
  [null, ["fr", "de"], "en"],
  [null, [], "en"],
  ["xx", ["nl"], "nl"],
])("remembered %s, preferred %j: %s", (remembered, preferred, expected) => {
  expect(chooseLanguage(remembered, preferred)).toBe(expected);
});
