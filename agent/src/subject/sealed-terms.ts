import { BOX_LIFETIME_MS, openBox, subjectTerms, type TermKind } from "@dataguardian/shared/seal";
import { ScanError } from "../pipeline/scan-error.ts";
import type { Identifier } from "./identifier.ts";
import { readIdentifiers } from "./read-identifiers.ts";

const LABELS: Readonly<Record<TermKind, string>> = {
  bsn: "bsn",
  email: "email",
  phone: "phone",
  iban: "iban",
  name: "name",
  birthDate: "born",
  // A label that is none of the others: then it is looked for as it stands.
  text: "number",
};
/** Clocks of browsers and servers may differ by so much. */
const CLOCKS_DIFFER_MS = 86_400_000;

/** What lies in the box of a search for a person. Throws `ScanError`, whose sentence repeats no term. */
export async function openTerms(
  { box, boxKey }: { box: string; boxKey: string },
  now: number,
): Promise<Identifier[]> {
  const given = await read(box, boxKey);
  const age = now - given.madeAt;
  if (age > BOX_LIFETIME_MS || age < -CLOCKS_DIFFER_MS)
    throw new ScanError(
      "invalid",
      "The search terms were sealed more than a week ago, or the clocks differ: ask for a new search.",
    );
  const lines = given.terms.map(({ kind, value }) => `${LABELS[kind]}: ${value.replace(/\s+/g, " ")}`);
  const identifiers = readIdentifiers(lines.join("\n"));
  if (!identifiers.ok)
    throw new ScanError("invalid", identifiers.sentence.replace(/^Line \d+/, "A search term"));
  return identifiers.identifiers;
}

async function read(box: string, boxKey: string) {
  try {
    return subjectTerms.parse(JSON.parse(await openBox(box, boxKey)));
  } catch {
    // What the parser says would repeat what it read.
    throw new ScanError(
      "invalid",
      "The search terms were sealed to another key than this agent's: ask for a new search.",
    );
  }
}
