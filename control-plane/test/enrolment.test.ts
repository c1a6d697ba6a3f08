import { describe, expect, test } from "vitest";
import { PUBLIC_KEY, type Tenant, World } from "./api-fixture.ts";

const enroll = async (world: World, token: string, more: Record<string, unknown> = {}) => {
  const json = { token, name: "agent-one", labels: ["amsterdam"], publicKey: PUBLIC_KEY, ...more };
  const { status, body } = await world.ask("/agent/v1/enroll", { json });
  return {
    status,
    code: body.error?.code as string | undefined,
    message: body.error?.message as string,
    body,
  };
};

const newToken = async (world: World, tenant: Tenant, json: Record<string, unknown> = {}) => {
  const { body } = await world.ask("/v1/enrolment-tokens", {
    token: tenant.apiToken,
    json: { name: "t", ...json },
  });
  return body as { id: string; token: string };
};

describe("POST /agent/v1/enroll", () => {
  test("makes an agent of the token's tenant, listed as offline, with an audit row", async () => {
    const world = new World();
    const tenant = await world.tenant("Voorbeeld BV");
    const { status, body } = await enroll(world, tenant.enrolmentToken);
    expect(status).toBe(201);
    expect(body).toEqual({
      agentId: expect.stringMatching(/^agt_/),
      tenantId: tenant.tenantId,
      tenantName: "Voorbeeld BV",
    });

    const { body: list } = await world.ask("/v1/agents", { token: tenant.apiToken });
    expect(list.agents).toMatchObject([
      { id: body.agentId, name: "agent-one", labels: ["amsterdam"], state: "offline" },
    ]);
    const { body: audit } = await world.ask("/v1/audit", { token: tenant.apiToken });
    expect(audit.entries[0]).toMatchObject({
      action: "agent.enrol",
      actor: `agent:${body.agentId}`,
      subject: body.agentId,
    });
  });

  test("refuses an unknown, an expired, a revoked and a used-up token, each with its own sentence", async () => {
    const world = new World();
    const tenant = await world.tenant();
    const unknown = await enroll(world, "dge_unknown");
    expect([unknown.status, unknown.code]).toEqual([401, "enrolment_token_unknown"]);
    const wrongUse = await enroll(world, tenant.apiToken);
    expect([wrongUse.status, wrongUse.code]).toEqual([401, "enrolment_token_unknown"]);

    const once = await newToken(world, tenant, { uses: 1 });
    expect((await enroll(world, once.token)).status).toBe(201);
    const usedUp = await enroll(world, once.token);
    expect([usedUp.status, usedUp.code]).toEqual([401, "enrolment_token_used_up"]);

    const revokedToken = await newToken(world, tenant);
    await world.ask(`/v1/enrolment-tokens/${revokedToken.id}`, { method: "DELETE", token: tenant.apiToken });
    const revoked = await enroll(world, revokedToken.token);
    expect([revoked.status, revoked.code]).toEqual([401, "enrolment_token_revoked"]);

    const short = await newToken(world, tenant, { lifetimeMs: 60_000 });
    world.shiftMs = 60_001;
    const expired = await enroll(world, short.token);
    expect([expired.status, expired.code]).toEqual([401, "enrolment_token_expired"]);

    expect(new Set([unknown, usedUp, revoked, expired].map((reply) => reply.message)).size).toBe(4);
    const { body } = await world.ask("/v1/agents", { token: tenant.apiToken });
    expect(body.agents).toHaveLength(1);
  });

  test("a token's last use goes to one of two agents that race for it", async () => {
    const world = new World();
    const tenant = await world.tenant();
    const once = await newToken(world, tenant, { uses: 1 });
    const replies = await Promise.all(
      ["a", "b", "c", "d"].map((name) => enroll(world, once.token, { name })),
    );
    expect(replies.map((reply) => reply.status).toSorted()).toEqual([201, 401, 401, 401]);
  });

  test("refuses a key of the wrong size and a name with white space", async () => {
    const world = new World();
    const tenant = await world.tenant();
    expect((await enroll(world, tenant.enrolmentToken, { publicKey: "AAAA" })).status).toBe(400);
    expect((await enroll(world, tenant.enrolmentToken, { name: "an agent" })).status).toBe(400);
  });
});

describe("an agent's connection", () => {
  const upgrade = { upgrade: "websocket" };

  test("is refused to an unknown agent, a revoked one and one that does not upgrade", async () => {
    const world = new World();
    const tenant = await world.tenant();
    const agent = await world.enrolled(tenant);
    const connect = (headers: Record<string, string>) => world.ask("/agent/v1/connect", { headers });
    expect((await connect({ "x-dataguardian-agent": agent })).status).toBe(426);
    expect((await connect(upgrade)).status).toBe(401);
    expect((await connect({ ...upgrade, "x-dataguardian-agent": "agt_unknown" })).status).toBe(401);
    await world.ask(`/v1/agents/${agent}/revoke`, { method: "POST", token: tenant.apiToken });
    const { status, body } = await connect({ ...upgrade, "x-dataguardian-agent": agent });
    expect([status, body.error.code]).toEqual([403, "agent_revoked"]);
    const poll = await world.ask("/agent/v1/poll/open", {
      method: "POST",
      headers: { "x-dataguardian-agent": agent },
    });
    expect(poll.status).toBe(403);
    const again = await world.ask("/agent/v1/poll", {
      json: { poll: `${agent}.secret`, waitMs: 0, frames: [] },
    });
    expect(again.status).toBe(403);
  });

  test("reaches the hub of its own tenant, whatever hub headers it forges", async () => {
    const world = new World();
    const tenant = await world.tenant();
    const other = await world.tenant("Andere BV");
    const agent = await world.enrolled(tenant);
    const forged = {
      "x-hub-tenant": other.tenantId,
      "x-hub-agent": "agt_forged",
      "x-hub-agent-key": PUBLIC_KEY,
    };
    const headers = { "x-dataguardian-agent": agent, ...forged };
    const { status, body } = await world.ask("/agent/v1/poll/open", { method: "POST", headers });
    expect(status).toBe(200);
    expect(body.poll.split(".")[0]).toBe(agent);
    expect(JSON.parse(body.frames[0])).toMatchObject({ t: "challenge" });
    const poll = await world.ask("/agent/v1/poll", { json: { poll: body.poll, waitMs: 0, frames: [] } });
    expect(poll.status).toBe(200);

    const socket = await world.raw("/agent/v1/connect", { headers: { ...upgrade, ...headers } });
    expect(socket.status).toBe(101);
    socket.webSocket?.accept();
    socket.webSocket?.close(1000);
  });
});
