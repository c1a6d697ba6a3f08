import type { AgentView } from "@dataguardian/shared/api";
import { scanRequest } from "@dataguardian/shared/domain";
import { boxKeyOf, openBox, subjectTerms } from "@dataguardian/shared/seal";
import { expect, test } from "vitest";
import { EMPTY_PERSON, personFaults, personSources, sealedRequest } from "./person-draft.ts";

const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
async function aKey() {
  const pair = (await crypto.subtle.generateKey("X25519", true, ["deriveBits"])) as CryptoKeyPair;
  return {
    publicKey: base64(await crypto.subtle.exportKey("raw", pair.publicKey)),
    privateKey: new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey)),
  };
}

const agent = (id: string, state: AgentView["state"], sealKey: string | null): AgentView => ({
  ...{
    id,
    name: id,
    state,
    sealKey,
    labels: [],
    kinds: [],
    sources: [],
    databases: [],
    slots: 1,
    running: [],
  },
  ...{ transport: null, engineVersion: null, lastSeenAt: null, createdAt: 0 },
});

test("only sources with an agent that is there and takes such searches are offered, and only of kinds that know persons", () => {
  const agents = [agent("a", "idle", "ka"), agent("b", "offline", "kb"), agent("c", "busy", null)];
  const sources = [
    { name: "crm", kind: "database", agents: ["a", "b", "c"] },
    { name: "share", kind: "document", agents: ["a"] },
    { name: "shop", kind: "website", agents: ["a"] },
    { name: "old", kind: "database", agents: ["b", "c"] },
  ];
  const a = { id: "a", name: "a", sealKey: "ka" };
  expect(personSources(sources, agents)).toEqual([
    { kind: "database", name: "crm", agents: [a] },
    { kind: "document", name: "share", agents: [a] },
  ]);
});

test("what is mistyped is pointed out", () => {
  expect(personFaults(EMPTY_PERSON)).toEqual({ empty: true });
  expect(personFaults({ ...EMPTY_PERSON, birthDate: "1980-03-12" })).toEqual({ birthDateAlone: true });
  const wrong = { bsn: "123456789", name: "Jan", email: "jan", phone: "12", iban: "NL1", text: "abc" };
  expect(personFaults({ ...EMPTY_PERSON, ...wrong })).toEqual({
    ...{ bsn: true, name: true, email: true, phone: true, iban: true, text: true },
  });
  const right = {
    ...{ bsn: "0104.64.554", name: "Zoë van der Müller", birthDate: "1980-03-12", email: "a@b.nl" },
    ...{ phone: "+31 (0)6 12345678", iban: "NL91 ABNA 0417 1643 00", text: "KL-1" },
  };
  expect(personFaults(right)).toEqual({});
});

test("P9: the request holds a box for each agent, which that agent alone opens, and no term", async () => {
  const [one, two] = [await aKey(), await aKey()];
  const agents = [
    { id: "agent_1", name: "one", sealKey: one.publicKey },
    { id: "agent_2", name: "two", sealKey: two.publicKey },
  ];
  const draft = { ...EMPTY_PERSON, bsn: " 010464554 ", name: "Zoë van der Müller" };
  const request = await sealedRequest(draft, { kind: "database", name: "crm", agents }, "tenant_1", true);
  const { options } = scanRequest.parse(request);
  expect(JSON.stringify(request)).not.toMatch(/010464554|ller/);
  const context = { tenantId: "tenant_1", agentId: "agent_1", kind: "database", source: "crm" };
  const [first, second] = options.subject?.sealed ?? [];
  const opened = await openBox(first?.box ?? "", await boxKeyOf(first?.box ?? "", one, context));
  expect(subjectTerms.parse(JSON.parse(opened)).terms).toEqual([
    { kind: "bsn", value: "010464554" },
    { kind: "name", value: "Zoë van der Müller" },
  ]);
  await expect(openBox(second?.box ?? "", await boxKeyOf(second?.box ?? "", one, context))).rejects.toThrow();
});
