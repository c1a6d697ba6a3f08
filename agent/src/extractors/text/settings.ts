import type { Extractor } from "../extractor.ts";
import { CODE_POINT_ESCAPES } from "./escape-styles.ts";
import { SETTINGS_SYNTAX } from "./settings-syntax.ts";
import { structuredText } from "./structured-text.ts";
import { textStart } from "./text-start.ts";
import { YAML_SYNTAX } from "./yaml-syntax.ts";

const YAML_NAMED = /\.ya?ml$/i;
const YAML_BEGINS = /^(?:%YAML |---\s*\n\s*[\w"'-]+:\s)/;
const SETTINGS_NAMED =
  /(?:\.(?:toml|ini|cfg|conf|cnf|properties|props|reg|env|desktop|service)|^\.env[\w.-]*)$/i;
const SETTINGS_BEGINS =
  /^(?:[^\S\n]*(?:[#;][^\n]*)?\n){0,20}[^\S\n]*\[[A-Za-z][\w .:-]{0,60}\]\s*\r?\n\s*[\w.-]{1,60}\s*=/;

/** YAML 1.2. */
export const yamlExtractor: Extractor = {
  format: "YAML",
  matches(head, name) {
    const start = textStart(head);
    return start !== null && (YAML_NAMED.test(name) || YAML_BEGINS.test(start));
  },
  extract: (input, context) =>
    structuredText(input, context, { syntax: YAML_SYNTAX, escapes: CODE_POINT_ESCAPES }),
};

/** TOML 1.0, INI, Java's properties and their kin. */
export const settingsExtractor: Extractor = {
  format: "settings",
  matches(head, name) {
    const start = textStart(head);
    return start !== null && (SETTINGS_NAMED.test(name) || SETTINGS_BEGINS.test(start));
  },
  extract: (input, context) =>
    structuredText(input, context, { syntax: SETTINGS_SYNTAX, escapes: CODE_POINT_ESCAPES }),
};
