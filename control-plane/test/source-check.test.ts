/** W11: a person asks, the agent tries, the answer comes back; nothing of it is kept but that somebody asked. */
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { SourceCheckDesk } from "../src/hub/source-check-desk.ts";
import { World } from "./api-fixture.ts";
import { EngineWorld } from "./engine-world.ts";

const OFFER = {
  kinds: ["database" as const],
  sources: [{ name: "crm", kind: "database" as const, labels: [] }],
};
const OK = { fault: null, doubts: ["not encrypted" as const], tables: { readable: 3, all: 3 } };

test("the answer reaches everybody who asked, and only from the agent that was asked", async () => {
  const engines = new EngineWorld();
  const [one, other] = [await engines.connect("one", OFFER), await engines.connect("other", OFFER)];
  const first = engines.engine.checkSource(one.agentId, "crm");
  const second = engines.engine.checkSource(one.agentId, "crm");
  await engines.engine.idle();
  const asked = one.peer.take().filter((frame) => frame.t === "check");
  expect(asked).toMatchObject([{ source: "crm" }]);
  const id = asked[0]!.id;
  await other.say({ v: 1, t: "checked", id, check: { fault: "login", doubts: [] } });
  await one.say({ v: 1, t: "checked", id: "0".repeat(32), check: { fault: "login", doubts: [] } });
  await one.say({ v: 1, t: "checked", id, check: OK });
  expect([await first, await second]).toEqual([OK, OK]);
  // A second answer finds nobody, and harms nothing.
  await one.say({ v: 1, t: "checked", id, check: OK });
});

test("an agent that is not there, or does not answer in time, is no answer", async () => {
  const engines = new EngineWorld();
  const agent = await engines.connect("one", OFFER);
  expect(await engines.engine.checkSource("agt_nobody", "crm")).toBeNull();
  const timers: (() => void)[] = [];
  const { peers } = engines.engine.hub;
  const desk = new SourceCheckDesk(peers, engines.engine.hub.nonce, (_ms, run) => {
    timers.push(run);
    return () => {};
  });
  const waiting = desk.ask(agent.agentId, "crm");
  timers[0]?.();
  expect(await waiting).toBeNull();
});

test("POST /v1/agents/{id}/check: for administrators, about databases that the agent offers", async () => {
  const world = new World();
  const tenant = await world.tenant();
  const engines = new EngineWorld(tenant.tenantId, env.DB, Date.now());
  const agent = await engines.connect("one", {
    ...OFFER,
    sources: [...OFFER.sources, { name: "share", kind: "document", labels: [] }],
  });
  const check = (source: string, token = tenant.apiToken) =>
    world.ask(`/v1/agents/${agent.agentId}/check`, { token, json: { source } });
  // Its socket is with the test's own hub, so that the API's hub knows of no connection.
  expect(await check("crm")).toMatchObject({ status: 409, body: { error: { code: "agent_silent" } } });
  for (const source of ["share", "nowhere"]) expect((await check(source)).status).toBe(404);
  const { body } = await world.ask("/v1/api-tokens", {
    token: tenant.apiToken,
    json: { name: "reader", role: "member" },
  });
  expect((await check("crm", body.token)).status).toBe(403);
  const rows = await env.DB.prepare(
    "select subject from audit_log where tenant_id = ? and action = 'source.check'",
  )
    .bind(tenant.tenantId)
    .all<{ subject: string }>();
  expect(rows.results).toEqual([{ subject: `${agent.agentId}/crm` }]);
});
