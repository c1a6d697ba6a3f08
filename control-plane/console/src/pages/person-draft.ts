import type { AgentView } from "@dataguardian/shared/api";
import { seal, type SubjectTerms, type TermKind } from "@dataguardian/shared/seal";
import type { NewScan } from "../api/scans.ts";

/** The fields of the form, in its order. */
export const PERSON_FIELDS = [
  "bsn",
  "name",
  "birthDate",
  "email",
  "phone",
  "iban",
  "text",
] as const satisfies readonly TermKind[];

/** What is typed of a person. It is held in the form alone: not in the address, a store or a log. */
export type PersonDraft = Readonly<Record<TermKind, string>>;
export const EMPTY_PERSON: PersonDraft = {
  bsn: "",
  name: "",
  birthDate: "",
  email: "",
  phone: "",
  iban: "",
  text: "",
};

/** A source in which persons can be searched for, with the agents that can open what is sealed to them. */
export interface PersonSource {
  kind: "database" | "document";
  name: string;
  agents: readonly SealedAgent[];
}

export interface SealedAgent {
  id: string;
  name: string;
  sealKey: string;
}

/** As many boxes as a request takes. */
const MAX_AGENTS = 8;

export function personSources(
  sources: readonly { name: string; kind: string; agents: readonly string[] }[],
  agents: readonly AgentView[],
): PersonSource[] {
  const able = agents.flatMap(({ id, name, state, sealKey }) =>
    sealKey !== null && (state === "idle" || state === "busy") ? [{ id, name, sealKey }] : [],
  );
  return sources.flatMap(({ name, kind, agents: ids }) => {
    const readers = able.filter(({ id }) => ids.includes(id)).slice(0, MAX_AGENTS);
    if ((kind !== "database" && kind !== "document") || readers.length === 0) return [];
    return [{ kind, name, agents: readers }];
  });
}

type Faults = Partial<Record<TermKind, true>> & { empty?: true; birthDateAlone?: true };

/** What must be corrected. The agent looks closer; this saves a wait for what is plainly mistyped. */
export function personFaults(draft: PersonDraft): Faults {
  const given = PERSON_FIELDS.filter((kind) => draft[kind].trim() !== "");
  const wrong = given.filter((kind) => !CHECKS[kind](draft[kind].trim()));
  return {
    ...Object.fromEntries(wrong.map((kind) => [kind, true])),
    ...(given.length === 0 && { empty: true as const }),
    ...(given.length === 1 && given[0] === "birthDate" && { birthDateAlone: true as const }),
  };
}

const CHECKS: Readonly<Record<TermKind, (value: string) => boolean>> = {
  bsn: (value) => passesElevenTest(value.replace(/[\s.-]/g, "")),
  name: (value) => /\p{L}[\s,]+\p{L}/u.test(value) && !/\d/.test(value),
  birthDate: (value) => /^\d{4}-\d{2}-\d{2}$/.test(value),
  email: (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
  phone: (value) => /^\+?[\d\s().-]+$/.test(value) && value.replace(/\D/g, "").length >= 9,
  iban: (value) => /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(value.replace(/[\s.-]/g, "").toUpperCase()),
  text: (value) => value.length >= 4,
};

function passesElevenTest(digits: string): boolean {
  if (!/^\d{8,9}$/.test(digits)) return false;
  const weighted = [...digits.padStart(9, "0")].map((digit, i) => Number(digit) * (i === 8 ? -1 : 9 - i));
  return weighted.reduce((sum, part) => sum + part, 0) % 11 === 0;
}

/** The request of a search: the terms are sealed here, once for each agent, and leave this page in no other form. */
export async function sealedRequest(
  draft: PersonDraft,
  source: PersonSource,
  tenantId: string,
  withFiles: boolean,
): Promise<NewScan> {
  const { kind, name, agents } = source;
  const terms = PERSON_FIELDS.flatMap((term) => {
    const value = draft[term].trim();
    return value === "" ? [] : [{ kind: term, value }];
  });
  const text = JSON.stringify({ v: 1, madeAt: Date.now(), terms } satisfies SubjectTerms);
  const sealed = await Promise.all(
    agents.map(async ({ id: agentId, sealKey }) => ({
      agentId,
      box: await seal(sealKey, { tenantId, agentId, kind, source: name }, text),
    })),
  );
  return {
    kind,
    source: name,
    options: { subject: { sealed, ...(kind === "database" && { files: withFiles }) } },
  };
}
