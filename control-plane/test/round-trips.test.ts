/** How often a read goes to D1: each time is a wait for whoever looks, and D1 answers one query at a time. */
import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { ORIGIN, type Tenant, World } from "./api-fixture.ts";
import { countingTrips } from "./counting-db.ts";

const world = new World();
const document = world.app.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "", version: "" } });
const reads = Object.entries(document.paths ?? {})
  .filter(
    ([path, item]) => "get" in (item ?? {}) && !path.startsWith("/v1/operator/") && path !== "/v1/health",
  )
  .map(([path]) => path);

let tenant: Tenant;
let cookie: string;
let ids: Record<string, string>;

beforeAll(async () => {
  tenant = await world.tenant();
  const { headers } = await world.ask("/auth/sign-in/email", {
    json: { email: tenant.ownerEmail, password: tenant.password },
    headers: { origin: ORIGIN, "cf-connecting-ip": "203.0.113.9" },
  });
  cookie = headers
    .getSetCookie()
    .map((text) => text.split(";")[0])
    .join("; ");
  await world.enrolled(tenant);
  const schedule = { name: "nightly", cron: "30 2 * * *", scan: { kind: "code", target: "/srv/code" } };
  const made = await world.ask("/v1/schedules", { token: tenant.apiToken, json: schedule });
  ids = { scans: (await world.scan(tenant, { shards: 3 })).id, schedules: made.body.id };
});

test.each(reads)("a signed-in GET %s asks D1 twice at most: who is it, and what they want", async (path) => {
  const { db, trips } = countingTrips(env.DB);
  const id = ids[path.split("/")[2] ?? ""];
  if (path.includes("{id}")) expect(id, `this test needs an id for ${path}`).toBeDefined();
  const { status } = await world.ask(path.replace("{id}", id ?? ""), { cookie, env: { DB: db } });
  expect(status).toBe(200);
  expect(trips(), path).toBeLessThanOrEqual(2);
});
