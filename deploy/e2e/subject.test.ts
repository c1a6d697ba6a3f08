/** P9 from outside: what a person is searched by is in no file of the control plane or the agent, before or after. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seal, sealFingerprint } from "@dataguardian/shared/seal";
import { runDataguardian } from "../src/stack/agent-process.ts";
import { Harness } from "./harness.ts";
import { findPlanted, PLANTED } from "./planted.ts";

const harness = new Harness();
const input = join(harness.dir, "input");
const crm = join(input, "crm.db");
const { NL_BSN = "", EMAIL_ADDRESS = "" } = PLANTED;
const SECRETS = { NL_BSN, EMAIL_ADDRESS };

beforeAll(async () => {
  mkdirSync(input, { recursive: true });
  const db = new DatabaseSync(crm);
  db.exec("create table klanten (id integer primary key, bsn text, contact text)");
  const insert = db.prepare("insert into klanten (bsn, contact) values (?, ?)");
  for (let n = 0; n < 500; n++) insert.run(String(100_000_000 + n), `klant-${n}@mail.example`);
  insert.run(NL_BSN, `Mail: ${EMAIL_ADDRESS.toUpperCase()}`);
  insert.run(NL_BSN, "geen");
  db.close();
  await harness.up();
});
afterAll(() => harness.down());

it("finds where a person stands by terms that only the agent can read", async () => {
  const tenant = await harness.tenant();
  const agent = await tenant.agent({ name: "crm-reader", root: input, kinds: ["database"], crm });
  const config = join(agent.dir, "agent.yaml");
  const [seen] = await tenant.api.agents();
  expect(seen?.sealKey).not.toBeNull();

  const pause = (paused: boolean) =>
    tenant.api.call("PUT", "/v1/queue/settings", { parse: (reply) => reply }, { paused, maxRunning: null });
  await pause(true);
  const context = { tenantId: tenant.id, agentId: agent.agentId, kind: "database", source: "crm" };
  const terms = [
    { kind: "bsn", value: NL_BSN },
    { kind: "email", value: EMAIL_ADDRESS },
  ];
  const box = await seal(seen?.sealKey ?? "", context, JSON.stringify({ v: 1, madeAt: Date.now(), terms }));
  const sealed = [{ agentId: agent.agentId, box }];
  const scanId = await tenant.api.createScan({
    kind: "database",
    source: "crm",
    options: { subject: { sealed } },
  });
  const stored = () =>
    harness.query<{ options: string }>("select options from scans where id = ?", scanId)[0]?.options;
  // The box is there, and nothing that it holds.
  expect(stored()).toContain(box);
  expect(findPlanted(harness.dir, SECRETS, [input])).toEqual([]);

  await pause(false);
  const scan = await tenant.ended(scanId);
  expect(scan).toMatchObject({ state: "done", options: { subject: { sealed: [] } } });
  expect(stored()).toBe('{"subject":{"sealed":[]}}');
  const { findings } = await tenant.api.findings(scanId, { limit: 10 });
  const found = findings.map(
    ({ entityType, location, count }) => `${location.column} ${entityType} ${count}`,
  );
  expect(found.toSorted()).toEqual(["bsn NL_BSN 2", "contact EMAIL_ADDRESS 1"]);
  expect(findPlanted(harness.dir, SECRETS, [input])).toEqual([]);

  const status = await runDataguardian(["agent", "status", "--config", config]);
  expect(status.stdout).toContain(await sealFingerprint(seen?.sealKey ?? ""));
});
