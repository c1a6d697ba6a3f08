/** No route shows or changes anything of another tenant. The routes come from the OpenAPI document, so none is forgotten. */
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { type Tenant, World } from "./api-fixture.ts";

const world = new World();
const document = world.app.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "", version: "" } });
const routes = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  Object.keys(item ?? {}).map((method) => ({ path, method: method.toUpperCase() })),
);
const withIds = routes.filter(({ path }) => path.includes("{"));

let victim: Tenant;
let attacker: Tenant;
/** The victim's own, by the resource that the path names. */
let ids: Record<string, string>;

beforeAll(async () => {
  [victim, attacker] = [await world.tenant("Slachtoffer BV"), await world.tenant("Aanvaller BV")];
  const { id, jobIds } = await world.scan(victim);
  const tokenOf = async (kind: string) =>
    (await world.ask(`/v1/${kind}`, { token: victim.apiToken })).body.tokens[0].id;
  ids = {
    scans: id,
    jobs: jobIds[0] ?? "",
    agents: await world.enrolled(victim),
    "enrolment-tokens": await tokenOf("enrolment-tokens"),
    "api-tokens": await tokenOf("api-tokens"),
  };
  await env.DB.prepare("update jobs set state = 'dead' where id = ?").bind(ids["jobs"]).run();
});

/** Every row of the victim, as text. */
async function rowsOf(tenantId: string): Promise<string> {
  const tables = [
    "scans",
    "jobs",
    "agents",
    "enrolment_tokens",
    "audit_log",
    "idempotency_keys",
    "sources",
    "queue_settings",
  ];
  const replies = await env.DB.batch(
    tables.map((table) => env.DB.prepare(`select * from ${table} where tenant_id = ?`).bind(tenantId)),
  );
  return JSON.stringify(replies.map((reply) => reply.results));
}

describe("ids of another tenant", () => {
  test("the document names the routes that this test is about", () => {
    expect(withIds.length).toBeGreaterThanOrEqual(8);
  });

  test.each(withIds)("$method $path answers 404 and changes nothing", async ({ method, path }) => {
    const id = ids[path.split("/")[2] ?? ""];
    expect(id, `this test needs an id for ${path}`).toBeDefined();
    const before = await rowsOf(victim.tenantId);
    const { status } = await world.ask(path.replace("{id}", id ?? ""), { method, token: attacker.apiToken });
    expect(status).toBe(404);
    expect(await rowsOf(victim.tenantId)).toBe(before);
  });

  test.each(withIds)("$method $path answers the owner otherwise", async ({ method, path }) => {
    if (method !== "GET") return;
    const id = ids[path.split("/")[2] ?? ""] ?? "";
    expect((await world.ask(path.replace("{id}", id), { method, token: victim.apiToken })).status).toBe(200);
  });
});

describe("lists", () => {
  const lists = routes.filter(
    ({ path, method }) => method === "GET" && !path.includes("{") && path !== "/v1/health",
  );

  test.each(lists)("$method $path holds nothing of another tenant", async ({ path }) => {
    const { status, body } = await world.ask(path, { token: attacker.apiToken });
    expect(status).toBe(200);
    const text = JSON.stringify(body);
    for (const id of [victim.tenantId, ...Object.values(ids)]) expect(text).not.toContain(id);
  });
});

describe("without an actor", () => {
  const open = new Set(["GET /v1/health", "POST /v1/setup"]);
  const closed = routes.filter(({ path, method }) => !open.has(`${method} ${path}`));

  test.each(closed)("$method $path answers 401", async ({ path, method }) => {
    expect((await world.ask(path.replace("{id}", "x"), { method })).status).toBe(401);
  });

  test("the live socket too", async () => {
    expect((await world.ask("/v1/live", { headers: { upgrade: "websocket" } })).status).toBe(401);
  });
});
