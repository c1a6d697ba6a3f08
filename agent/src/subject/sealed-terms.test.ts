import { reasonIn } from "@dataguardian/shared/reasons";
import { boxKeyOf, seal, type SubjectTerms, TERM_KINDS } from "@dataguardian/shared/seal";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadSealKey } from "../control/seal-key.ts";
import { Sensitive } from "../detection/sensitive.ts";
import { openTerms } from "./sealed-terms.ts";

const dir = mkdtempSync(join(tmpdir(), "sealed-terms-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const key = await loadSealKey(dir);
const context = { tenantId: "tenant_1", agentId: "agent_1", kind: "database", source: "crm" };
const NOW = 1_790_000_000_000;
const DAY_MS = 86_400_000;

async function opened(content: unknown) {
  const box = await seal(key.publicKey, context, JSON.stringify(content));
  return openTerms({ box, boxKey: await boxKeyOf(box, key, context) }, NOW);
}
const ofTerms = (terms: SubjectTerms["terms"], madeAt = NOW) => opened({ v: 1, madeAt, terms });

test("P9: terms are read as the command line reads them", async () => {
  const identifiers = await ofTerms(
    [
      { kind: "bsn", value: "0104.64.554" },
      { kind: "birthDate", value: "12-03-1980" },
      { kind: "phone", value: "06 12345678" },
      { kind: "name", value: "Jan\nbsn: de Vries" },
      { kind: "text", value: "KL-0012" },
    ],
    NOW - 6 * DAY_MS,
  );
  expect(identifiers.map(({ kind, value }) => `${kind} ${Sensitive.reveal(value)}`)).toEqual([
    "bsn 010464554",
    "birthDate 1980-03-12",
    "phone +31 612345678",
    // A line of its own it does not become.
    "name Jan bsn: de Vries",
    "text KL-0012",
  ]);
});

const BSN = { kind: "bsn", value: "010464554" } as const;
test.each([
  ["kept for eight days", { v: 1, madeAt: NOW - 8 * DAY_MS, terms: [BSN] }, "more than a week ago"],
  ["of the day after tomorrow", { v: 1, madeAt: NOW + 2 * DAY_MS, terms: [BSN] }, "the clocks differ"],
  [
    "with a term that is none",
    { v: 1, madeAt: NOW, terms: [{ ...BSN, value: "123456789" }] },
    "A search term is no BSN",
  ],
  ["with a field too many", { v: 1, madeAt: NOW, terms: [BSN], path: "/etc" }, "another key"],
  ["with no term", { v: 1, madeAt: NOW, terms: [] }, "another key"],
  ["of another version", { v: 2, madeAt: NOW, terms: [BSN] }, "another key"],
])("a box %s is refused in a sentence that repeats no term", async (_name, content, sentence) => {
  const failed = await opened(content).catch((error: unknown) => error);
  expect(failed).toMatchObject({ code: "invalid", message: expect.stringContaining(sentence) });
  expect(String(failed)).not.toMatch(/\d{5}/);
});

test("every sentence of a term that is none is said in Dutch too", async () => {
  const wrong = {
    bsn: "1",
    email: "x",
    phone: "1",
    iban: "1",
    name: "Jan",
    birthDate: "31-02-1980",
    text: "abc",
  };
  for (const kind of TERM_KINDS) {
    const failed = (await ofTerms([{ kind, value: wrong[kind] }]).catch((error: unknown) => error)) as Error;
    expect(reasonIn("nl", failed.message), kind).toMatch(/^Een zoekterm is /);
  }
  const alone = await ofTerms([{ kind: "birthDate", value: "12-03-1980" }]).catch((error: unknown) => error);
  expect(reasonIn("nl", (alone as Error).message)).toMatch(/geboortedatum/);
});

test("a damaged key file is no key", async () => {
  const other = mkdtempSync(join(dir, "damaged-"));
  writeFileSync(join(other, "seal-key.pem"), "x");
  await expect(loadSealKey(other)).rejects.toThrow();
});
