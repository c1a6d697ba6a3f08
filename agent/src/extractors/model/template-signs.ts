import type { ObservationPart } from "../part.ts";

/**
 * Ways out of a Jinja template to Python's objects. Chat templates loop over messages and test roles: they have no use for
 * these. What a template only says to the model, such as `import os` in an example, runs nothing and is no sign.
 */
const SIGNS: readonly { pattern: RegExp; says: string }[] = [
  {
    pattern:
      /__(?:class|base|bases|mro|subclasses|globals|builtins|import|init|getattribute|getattr|dict|code|reduce|reduce_ex|loader)__/,
    says: "reaches for Python's inner names",
  },
  { pattern: /\|\s*attr\s*\(/, says: "takes an attribute by a computed name" },
  {
    pattern: /\b(?:lipsum|cycler|joiner)\s*(?:\.|\[|\|)/,
    says: "reaches into a function of the template engine",
  },
  { pattern: /\b_TemplateReference\b|\b_module\s*\./, says: "reaches for the template engine itself" },
  { pattern: /\bos\s*\.\s*(?:system|popen|exec\w*|spawn\w*)\s*\(/, says: "calls the operating system" },
  { pattern: /^-?\s*(?:import|from|include|extends)\b/, says: "loads another template" },
];
const EXPRESSION = /\{\{([\s\S]{0,65536}?)\}\}|\{%([\s\S]{0,65536}?)%\}/g;

/** What the expressions of a chat template reach for, if anything: one observation for the template. */
export function templateSigns(template: string, key: string): ObservationPart[] {
  const said = new Set<string>();
  let count = 0;
  for (const [, output, statement] of template.matchAll(EXPRESSION)) {
    // An underscore may be written as an escape within a string.
    const code = (output ?? statement ?? "").replace(/\\x5f|\\u005f|\\137/gi, "_");
    const found = SIGNS.filter(({ pattern }) => pattern.test(code));
    for (const { says } of found) said.add(says);
    if (found.length > 0) count++;
  }
  if (count === 0) return [];
  return [
    {
      t: "observation",
      type: "MODEL_TEMPLATE_CODE",
      confidence: 0.9,
      reasons: [...said].map((says) => `the chat template ${says}`),
      subject: key,
      count,
      place: { key },
    },
  ];
}
