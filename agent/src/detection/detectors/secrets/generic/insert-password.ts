import { isPlaceholder } from "../../../checks/placeholder.ts";
import { passwordStrength, standsForSomething } from "../../../checks/secret-value.ts";
import { isAboutSecret, nameWords } from "../../../checks/setting-name.ts";
import type { Candidate } from "../../../candidate.ts";
import type { Detector, Verdict } from "../../../detector.ts";

const COLUMNS = String.raw`\((?<columns>[^()]{3,400})\)`;
const VALUE = String.raw`\s{0,8}(?:N?'[^'\r\n]{0,200}'|"[^"\r\n]{0,200}"|[^\s,()'"][^\s,()'"]{0,40}(?:\([^()\r\n]{0,60}\))?)\s{0,4}`;
const INSERT = new RegExp(
  String.raw`insert\s(?:ignore\s)?into\s{1,4}[\w.\x60"[\]]{1,80}\s{0,4}${COLUMNS}\s{1,8}values\s{0,8}\((?<row>${VALUE}(?:,${VALUE}){0,30})\)`,
  "i",
);
const PASSWORD =
  /(?:^| )(?:pass(?:word|wd|phrase|code)?|pwd|wachtwoord|kennwort|passwort|secret|api ?key|token)(?: |$)/;

/** The row's literals, in order, each with its place in the row. */
function* valuesOf(row: string): Generator<{ value: string; from: number }> {
  for (const found of row.matchAll(new RegExp(`${VALUE}(?=,|$)`, "gi"))) {
    const lead = /^\s*N?['"]?/i.exec(found[0])?.[0].length ?? 0;
    yield { value: found[0].slice(lead).replace(/['"]\s*$/, ""), from: (found.index ?? 0) + lead };
  }
}

function check({ value }: Candidate): Verdict | null {
  const { columns = "", row = "" } = INSERT.exec(value)?.groups ?? {};
  const names = columns.split(",").map(nameWords);
  const at = names.findIndex((name) => PASSWORD.test(name) && !isAboutSecret(name));
  const cell = at < 0 ? undefined : [...valuesOf(row)][at];
  if (!cell || /\s/.test(cell.value) || standsForSomething(cell.value)) return null;
  const confidence = passwordStrength(cell.value);
  if (confidence < 0.5) return null;
  const from = value.length - 1 - row.length + cell.from;
  return {
    reasons: ["value of a password's column"],
    confidence,
    ...(confidence < 0.6 ? { severity: "medium" } : {}),
    skip: from,
    length: from + cell.value.length,
    known: isPlaceholder(cell.value) ? "placeholder, not a credential" : null,
  };
}

export const insertPassword: Detector = {
  id: "password-inserted",
  entityType: "PASSWORD",
  rule: "secret.password",
  category: "credential",
  format: "the literal that an SQL statement inserts into a column that is called a password",
  keywords: ["insert into ", "insert ignore into "],
  pattern: INSERT,
  check,
  confidence: { bare: 0.75, context: 0.75 },
  visible: { head: 0, tail: 0 },
  references: ["ISO/IEC 9075-2", "CWE-798"],
  examples: {
    match: ["INSERT INTO users (id, name, password) VALUES (1, 'hr', '{{password:a}}');"],
    ignore: [
      "INSERT INTO users (name, password) VALUES (?, ?)",
      "INSERT INTO users (name, password) VALUES ('hr', NULL)",
      "INSERT INTO users (name, password_hash) VALUES ('hr', 'x1y2z3a4b5')",
    ],
  },
};
