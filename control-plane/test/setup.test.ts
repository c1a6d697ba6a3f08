import { describe, expect, test } from "vitest";
import { setupReply } from "@dataguardian/shared/api";
import { SETUP_TOKEN, World } from "./api-fixture.ts";

const world = new World();
const json = { tenantName: "Voorbeeld BV", ownerName: "Owner Example", ownerEmail: "setup@example.test" };

describe("POST /v1/setup", () => {
  test("makes a tenant whose token works, and says the secrets once", async () => {
    const { status, body } = await world.ask("/v1/setup", { token: SETUP_TOKEN, json });
    expect(status).toBe(201);
    const made = setupReply.parse(body);
    expect(made.password.length).toBeGreaterThanOrEqual(24);

    const me = await world.ask("/v1/me", { token: made.apiToken });
    expect(me.body).toEqual({
      user: null,
      tenant: { id: made.tenantId, name: "Voorbeeld BV" },
      role: "owner",
    });
    const audit = await world.ask("/v1/audit", { token: made.apiToken });
    expect(audit.body.entries).toMatchObject([
      { actor: "operator", action: "tenant.create", subject: made.tenantId },
    ]);
  });

  test("one e-mail address, one account", async () => {
    const { ownerEmail } = await world.tenant("Eerste BV");
    const again = await world.ask("/v1/setup", {
      token: SETUP_TOKEN,
      json: { ...json, ownerEmail: ownerEmail.toUpperCase() },
    });
    expect(again.status).toBe(409);
    expect(again.body.error.code).toBe("email_taken");
  });

  test("a wrong token is refused before the body is looked at", async () => {
    const { status, body } = await world.ask("/v1/setup", { token: "wrong", json: { nonsense: true } });
    expect([status, body.error.code]).toEqual([401, "token_unknown"]);
  });

  test.each([undefined, ""])("is closed while the token is %o, also for an empty token", async (unset) => {
    for (const authorization of ["", "Bearer ", "Bearer undefined"]) {
      const headers = { authorization };
      const { status } = await world.ask("/v1/setup", { json, headers, env: { SETUP_TOKEN: unset } });
      expect(status).toBe(404);
    }
  });
});
