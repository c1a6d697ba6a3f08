/** People sign in through better-auth; a cookie is worth something only from the console's own origin. */
import { describe, expect, test } from "vitest";
import { ORIGIN, type Tenant, World } from "./api-fixture.ts";

const world = new World();
let address = 1;

/** From an address of its own each time, so that only the test of the limit meets the limit. */
const signIn = (
  tenant: Tenant,
  more: { password?: string; origin?: string; ip?: string; email?: string } = {},
) =>
  world.ask("/auth/sign-in/email", {
    json: { email: more.email ?? tenant.ownerEmail, password: more.password ?? tenant.password },
    headers: { origin: more.origin ?? ORIGIN, "cf-connecting-ip": more.ip ?? `192.0.2.${address++}` },
    ...(more.origin === undefined ? {} : { origin: more.origin }),
  });

const cookieOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

async function signedIn(tenant: Tenant): Promise<string> {
  const { status, headers } = await signIn(tenant);
  if (status !== 200) throw new Error(`sign-in answered ${status}`);
  return cookieOf(headers);
}

describe("signing in", () => {
  test("gives a session cookie that scripts cannot read and other sites do not send", async () => {
    const tenant = await world.tenant("Voorbeeld BV");
    const { status, headers } = await signIn(tenant);
    expect(status).toBe(200);
    const cookie = headers.getSetCookie().find((text) => text.includes("session_token")) ?? "";
    expect(cookie).toMatch(/^__Secure-dataguardian\./);
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).toMatch(/; Secure/i);

    const me = await world.ask("/v1/me", { cookie: cookieOf(headers) });
    expect(me.body).toEqual({
      user: { id: tenant.ownerId, name: "Owner Example", email: tenant.ownerEmail },
      tenant: { id: tenant.tenantId, name: "Voorbeeld BV" },
      role: "owner",
    });
  });

  test.each(["http://127.0.0.1:8787", "http://localhost:8787"])(
    "leaves Secure out on %s only",
    async (origin) => {
      const { status, headers } = await signIn(await world.tenant(), { origin });
      expect(status).toBe(200);
      expect(headers.getSetCookie().join()).not.toMatch(/Secure/i);
    },
  );

  test("answers a wrong password and an unknown person alike", async () => {
    const tenant = await world.tenant();
    const wrong = await signIn(tenant, { password: "not-the-password" });
    const unknown = await signIn(tenant, { email: "nobody@example.test" });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.body).toEqual(unknown.body);
  });

  test("is limited, an address at a time", async () => {
    const tenant = await world.tenant();
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) {
      statuses.push((await signIn(tenant, { password: "not-the-password", ip: "198.51.100.7" })).status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401));
    expect(statuses[10]).toBe(429);
    expect((await signIn(tenant, { ip: "198.51.100.8" })).status).toBe(200);
  });

  test("ends with signing out", async () => {
    const cookie = await signedIn(await world.tenant());
    const headers = { origin: ORIGIN };
    expect((await world.ask("/auth/sign-out", { method: "POST", cookie, headers, json: {} })).status).toBe(
      200,
    );
    expect((await world.ask("/v1/me", { cookie })).status).toBe(401);
  });

  test("a tampered cookie is no session", async () => {
    const cookie = await signedIn(await world.tenant());
    expect((await world.ask("/v1/me", { cookie })).status).toBe(200);
    expect((await world.ask("/v1/me", { cookie: cookie.replace(/.(?=;|$)/, "x") })).status).toBe(401);
  });

  test.each([
    ["POST", "/auth/sign-up/email"],
    ["POST", "/auth/organization/create"],
    ["POST", "/auth/organization/invite-member"],
    ["POST", "/auth/organization/remove-member"],
    ["POST", "/auth/organization/update"],
    ["POST", "/auth/delete-user"],
  ])("%s %s does not exist here", async (method, path) => {
    const cookie = await signedIn(await world.tenant());
    const json = { email: "new@example.test", password: "a-long-password", name: "New" };
    const { status } = await world.ask(path, { method, cookie, json, headers: { origin: ORIGIN } });
    expect(status).toBe(404);
  });
});

describe("a cookie", () => {
  const json = { kind: "code", target: "/srv" };

  test("changes nothing unless the console's own origin asks", async () => {
    const cookie = await signedIn(await world.tenant());
    const create = (headers: Record<string, string>) => world.ask("/v1/scans", { cookie, json, headers });
    for (const headers of [
      {},
      { origin: "https://elsewhere.test" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ] as Record<string, string>[]) {
      const { status, body } = await create(headers);
      expect([status, body.error.code]).toEqual([403, "cross_origin"]);
    }
    expect((await create({ origin: ORIGIN })).status).toBe(201);
    expect((await create({ "sec-fetch-site": "same-origin" })).status).toBe(201);
    const { body } = await world.ask("/v1/scans", { cookie });
    expect(body.scans).toHaveLength(2);
    expect(body.scans[0].requestedBy).toBe("Owner Example");
  });

  test("does not stand in for a bad token", async () => {
    const cookie = await signedIn(await world.tenant());
    expect((await world.ask("/v1/me", { cookie, token: "dgk_wrong" })).status).toBe(401);
  });

  test("opens nothing of another tenant, and cannot be switched to one", async () => {
    const cookie = await signedIn(await world.tenant());
    const other = await world.tenant("Andere BV");
    const { id } = await world.scan(other);
    expect((await world.ask(`/v1/scans/${id}`, { cookie })).status).toBe(404);
    const json = { organizationId: other.tenantId };
    const headers = { origin: ORIGIN };
    const { status } = await world.ask("/auth/organization/set-active", { cookie, json, headers });
    expect(status).toBeGreaterThanOrEqual(400);
    expect((await world.ask(`/v1/scans/${id}`, { cookie })).status).toBe(404);
  });

  test("opens the live socket from the console's origin only", async () => {
    const cookie = await signedIn(await world.tenant());
    const open = (headers: Record<string, string>) =>
      world.raw("/v1/live", { cookie, headers: { upgrade: "websocket", ...headers } });
    expect((await open({})).status).toBe(403);
    expect((await open({ origin: "https://elsewhere.test" })).status).toBe(403);
    expect((await world.raw("/v1/live", { cookie })).status).toBe(426);
    const opened = await open({ origin: ORIGIN });
    expect(opened.status).toBe(101);
    opened.webSocket?.accept();
    opened.webSocket?.close(1000);
  });
});
