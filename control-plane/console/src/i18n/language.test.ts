import { expect, test } from "vitest";
import { chooseLanguage, localeFor } from "./language.ts";

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

test("dates follow the browser's variety of the chosen language, where it has one", () => {
  expect(localeFor("en", ["nl-NL", "en-GB", "en-US"])).toBe("en-GB");
  expect(localeFor("nl", ["en-GB"])).toBe("nl");
});
