import { expect, test } from "vitest";
import { columnVerdict, rowsReason } from "./column-verdict.ts";
import { columnFilter } from "./name-patterns.ts";
import { isPasswordColumn, passwordForm } from "./password-column.ts";
import { estimateRows, samplePlan } from "./sample-plan.ts";

const EVIDENCE = {
  confidence: 0.5,
  withContext: 0.95,
  hasCheck: true,
  isTopic: false,
  passing: 0,
  sameForm: 0,
  personBeside: null,
};

test("numbers that pass a check by chance are no finding, or a hint; a word for them, or few values, decide otherwise", () => {
  const of = (passing: number, sameForm: number, change = {}) =>
    columnVerdict({ ...EVIDENCE, passing, sameForm, ...change })?.confidence;
  expect(of(91, 1_000)).toBeUndefined();
  expect(of(300, 1_000)).toBe(0.2);
  expect(of(900, 1_000)).toBe(0.5);
  expect(of(1, 3)).toBe(0.5);
  expect(of(91, 1_000, { confidence: 0.95 })).toBe(0.95);
  expect(of(0, 0, { hasCheck: false })).toBe(0.5);
});

test("a topic is raised by a person in another column", () => {
  const topic = { ...EVIDENCE, hasCheck: false, isTopic: true, confidence: 0.2 };
  expect(columnVerdict(topic)?.confidence).toBe(0.2);
  expect(columnVerdict({ ...topic, personBeside: "NL_BSN" })).toMatchObject({
    confidence: 0.7,
    isLinked: true,
  });
});

test("small tables are read whole, large ones at both ends and in between", () => {
  expect(samplePlan(6_000)).toEqual([{ rows: "all" }]);
  expect(samplePlan(6_001)).toEqual([
    { rows: 1_000, from: "oldest" },
    { rows: 1_000, from: "random", seed: 1 },
    { rows: 1_000, from: "newest" },
  ]);
  expect(samplePlan(null, 30)).toHaveLength(3);
  expect(samplePlan(10 ** 9, "all")).toEqual([{ rows: "all" }]);
});

test("only rows drawn by chance stand for the whole table", () => {
  const read = { all: 3_000, random: 1_000 };
  const matched = { all: 1_412, random: 412 };
  const estimate = estimateRows(read, matched, false, 20_000);
  expect(estimate.rows).toBe(8_240);
  expect(estimate.between?.low).toBeCloseTo(0.382, 3);
  expect(estimate.between?.high).toBeCloseTo(0.443, 3);
  expect(rowsReason(read, matched, false, 20_000, estimate)).toBe(
    "in 1,412 of 3,000 rows read, about 41 % of 20,000 (38 % to 44 %)",
  );
  expect(estimateRows(read, { all: 2, random: 0 }, false, 20_000)).toMatchObject({
    rows: 2,
    between: { low: 0 },
  });
  expect(estimateRows(read, matched, true, 3_000)).toEqual({ rows: 1_412, between: null });
});

test.each([
  ["password", true],
  ["userPassword", true],
  ["wachtwoord_hash", true],
  ["pwd", true],
  ["password_changed_at", false],
  ["passwordExpires", false],
  ["wachtwoord_gewijzigd", false],
  ["passport", false],
  ["pw_hint", false],
])("column %s keeps passwords: %s", (name, is) => expect(isPasswordColumn(name)).toBe(is));

test.each([
  ["$2b$12$abcdefghijklmnopqrstuv", "slow hash"],
  ["$argon2id$v=19$m=65536,t=3,p=4$c29t$hash", "slow hash"],
  ["{bcrypt}$2a$10$abcdefghijk", "slow hash"],
  ["pbkdf2_sha256$600000$salt$hash", "slow hash"],
  ["scrypt:32768:8:1$salt$hash", "slow hash"],
  ["5f4dcc3b5aa765d61d8327deb882cf99", "fast hash"],
  ["5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8", "fast hash"],
  ["*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19", "fast hash"],
  ["Zomer2026!", "plain"],
  ["", null],
  ["NULL", null],
  ["1", null],
  ["2026-01-01 12:00:00", null],
])("%j as a password is %s", (value, form) => expect(passwordForm(value)?.form ?? null).toBe(form));

test("patterns of names: any case, stars anywhere, schema or not, in time that does not explode", () => {
  const table = {
    schema: "HR",
    name: "Medewerkers",
    kind: "table" as const,
    columns: [],
    rowEstimate: 0,
    bytes: 0,
    key: [],
    foreignKeys: [],
  };
  const wants = (include: string[], exclude: string[] = []) =>
    columnFilter({ include, exclude })(table, "bsn");
  for (const pattern of ["medewerkers", "hr.*", "*.bsn", "med*ers.b*n", "hr.medewerkers.bsn", "*"])
    expect(wants([pattern])).toBe(true);
  for (const pattern of ["medewerker", "bsn", "hr", "x*", "*.bsn.*", "medewerkers.b*bsn"])
    expect(wants([pattern])).toBe(false);
  expect(wants([], ["*.bsn"])).toBe(false);
  const long = { ...table, name: "a".repeat(200) };
  expect(columnFilter({ include: [`${"*a".repeat(100)}*b`] })(long, "c")).toBe(false);
});
