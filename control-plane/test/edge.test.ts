/** What every request meets: headers, size, shape, roles, and the log line. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { World } from "./api-fixture.ts";

const world = new World();
afterEach(() => vi.restoreAllMocks());

describe("headers", () => {
  test.each(["/v1/health", "/v1/scans", "/openapi.json", "/nowhere"])(
    "%s carries the security headers",
    async (path) => {
      const { headers } = await world.ask(path);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("strict-transport-security")).toContain("max-age");
    },
  );
});

describe("bodies", () => {
  test("broken JSON", async () => {
    const { apiToken } = await world.tenant();
    const headers = { "content-type": "application/json" };
    const { status, body } = await world.ask("/v1/scans", {
      token: apiToken,
      body: '{"kind": secret-value',
      headers,
    });
    expect([status, body.error.code]).toEqual([400, "not_json"]);
    expect(JSON.stringify(body)).not.toContain("secret-value");
  });

  test("another content type", async () => {
    const { apiToken } = await world.tenant();
    const headers = { "content-type": "text/plain" };
    const { status } = await world.ask("/v1/scans", { token: apiToken, body: "{}", headers });
    expect(status).toBe(415);
  });

  test("a missing body", async () => {
    const { apiToken } = await world.tenant();
    const { status } = await world.ask("/v1/scans", { token: apiToken, method: "POST" });
    expect(status).toBe(400);
  });

  test.each(["/v1/scans", "/auth/sign-in/email", "/agent/v1/enroll"])("too large for %s", async (path) => {
    const { apiToken } = await world.tenant();
    const { status, body } = await world.ask(path, { token: apiToken, json: { target: "x".repeat(70_000) } });
    expect([status, body.error.code]).toEqual([413, "too_large"]);
  });

  test("names every fault and no value", async () => {
    const { apiToken } = await world.tenant();
    const json = {
      kind: "code",
      target: "/srv",
      shards: 5_000,
      priority: "planted-value",
      extra: "planted-value",
    };
    const { status, body } = await world.ask("/v1/scans", { token: apiToken, json });
    expect([status, body.error.code]).toEqual([400, "invalid_request"]);
    expect(body.error.message).toMatch(/shards/);
    expect(body.error.message).toMatch(/priority/);
    expect(JSON.stringify(body)).not.toContain("planted-value");
  });

  test("a cursor that is none", async () => {
    const { apiToken } = await world.tenant();
    expect((await world.ask("/v1/scans?cursor=nonsense", { token: apiToken })).status).toBe(400);
  });
});

describe("tokens", () => {
  test("no token, an unknown one, an expired one, a revoked one", async () => {
    const own = new World();
    const tenant = await own.tenant();
    const code = async (token?: string) => {
      const { status, body } = await own.ask("/v1/me", token === undefined ? {} : { token });
      return [status, body.error?.code];
    };
    expect(await code()).toEqual([401, "not_signed_in"]);
    expect(await code("dgk_unknown")).toEqual([401, "token_unknown"]);
    expect(await code(tenant.enrolmentToken)).toEqual([401, "token_unknown"]);

    const made = await own.ask("/v1/api-tokens", {
      token: tenant.apiToken,
      json: { name: "short", lifetimeMs: 60_000 },
    });
    expect(await code(made.body.token)).toEqual([200, undefined]);
    own.shiftMs = 60_001;
    expect(await code(made.body.token)).toEqual([401, "token_expired"]);
    own.shiftMs = 0;
    const path = `/v1/api-tokens/${made.body.id}`;
    expect((await own.ask(path, { method: "DELETE", token: tenant.apiToken })).status).toBe(200);
    expect(await code(made.body.token)).toEqual([401, "token_revoked"]);
  });

  test("lists never show a token or its hash", async () => {
    const tenant = await world.tenant();
    for (const path of ["/v1/api-tokens", "/v1/enrolment-tokens"]) {
      const { body } = await world.ask(path, { token: tenant.apiToken });
      expect(body.tokens).toHaveLength(1);
      expect(Object.keys(body.tokens[0])).not.toContain("hash");
      expect(JSON.stringify(body)).not.toMatch(/dg[ke]_/);
    }
  });
});

describe("roles", () => {
  const needAdmin = [
    ["GET", "/v1/audit"],
    ["GET", "/v1/api-tokens"],
    ["POST", "/v1/api-tokens", { name: "x" }],
    ["DELETE", "/v1/api-tokens/tok_x"],
    ["GET", "/v1/enrolment-tokens"],
    ["POST", "/v1/enrolment-tokens", { name: "x" }],
    ["DELETE", "/v1/enrolment-tokens/enr_x"],
    ["POST", "/v1/agents/agt_x/revoke"],
    ["POST", "/v1/agents/agt_x/drain"],
    ["POST", "/v1/jobs/job_x/redrive"],
    ["PUT", "/v1/queue/settings", { paused: true, maxRunning: null }],
  ] as const;

  test.each(needAdmin)("a member may not %s %s", async (method, path, json = undefined) => {
    const tenant = await world.tenant();
    const { status, body } = await world.ask(path, {
      method,
      token: await world.tokenOf(tenant, "member"),
      json,
    });
    expect([status, body.error.code]).toEqual([403, "needs_role"]);
  });

  test("a member reads and starts scans", async () => {
    const token = await world.tokenOf(await world.tenant(), "member");
    expect((await world.ask("/v1/scans", { token, json: { kind: "code", target: "/srv" } })).status).toBe(
      201,
    );
    for (const path of ["/v1/scans", "/v1/queue", "/v1/agents", "/v1/sources", "/v1/me"]) {
      expect((await world.ask(path, { token })).status, path).toBe(200);
    }
  });

  test("an admin cannot make an owner's token", async () => {
    const token = await world.tokenOf(await world.tenant(), "admin");
    const { status } = await world.ask("/v1/api-tokens", { token, json: { name: "up", role: "owner" } });
    expect(status).toBe(403);
  });
});

test("one log line a request, with the route's pattern and without anything that was sent", async () => {
  const tenant = await world.tenant();
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  await world.ask("/v1/scans/planted-id?cursor=planted-query", { token: tenant.apiToken });
  expect(log).toHaveBeenCalledTimes(1);
  const line = String(log.mock.calls[0]?.[0]);
  expect(JSON.parse(line)).toMatchObject({
    event: "request",
    method: "GET",
    route: "/v1/scans/:id",
    status: 404,
    tenantId: tenant.tenantId,
    actor: expect.stringMatching(/^token:tok_/),
  });
  expect(line).not.toContain("planted");
});
