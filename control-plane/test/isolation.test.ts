/** No route shows or changes anything of another tenant. The routes come from the OpenAPI document, so none is forgotten. */
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { OPERATOR_TOKEN, type Tenant, World } from "./api-fixture.ts";

const world = new World();
const document = world.app.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "", version: "" } });
const routes = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  Object.keys(item ?? {}).map((method) => ({ path, method: method.toUpperCase() })),
);
const isOperators = (path: string) => path.startsWith("/v1/operator/");
const withIds = routes.filter(({ path }) => path.includes("{") && !isOperators(path));

const SCHEDULE = { name: "nightly", cron: "30 2 * * *", scan: { kind: "code", target: "/srv/code" } };
/** What routes with a body are sent, so that nothing but the id is wrong. */
const bodies: Record<string, unknown> = {
  "PUT /v1/schedules/{id}": { ...SCHEDULE, name: "other" },
  "POST /v1/agents/{id}/check": { source: "crm" },
  "PUT /v1/operator/tenants/{id}/limits": { agents: 1, concurrentScans: 1, scansPerMonth: 1 },
};
const send = (method: string, path: string, id: string, token: string) =>
  world.ask(path.replace("{id}", id), { method, token, json: bodies[`${method} ${path}`] });

let victim: Tenant;
let attacker: Tenant;
/** The victim's own, by the resource that the path names. */
let ids: Record<string, string>;

beforeAll(async () => {
  [victim, attacker] = [await world.tenant("Slachtoffer BV"), await world.tenant("Aanvaller BV")];
  const { id, jobIds } = await world.scan(victim);
  const make = async (kind: string, json: unknown) =>
    (await world.ask(`/v1/${kind}`, { token: victim.apiToken, json })).body.id as string;
  const tokenOf = async (kind: string) =>
    (await world.ask(`/v1/${kind}`, { token: victim.apiToken })).body.tokens[0].id;
  ids = {
    scans: id,
    jobs: jobIds[0] ?? "",
    agents: await world.enrolled(victim),
    "enrolment-tokens": await tokenOf("enrolment-tokens"),
    "api-tokens": await tokenOf("api-tokens"),
    schedules: await make("schedules", SCHEDULE),
    webhooks: await make("webhooks", { name: "desk", url: "https://hooks.example.org/a" }),
    alerts: "alr_victim",
  };
  await env.DB.prepare(
    `insert into alerts (id, tenant_id, kind, subject, subject_name, level, value, threshold, raised_at)
     values (?, ?, 'queue_wait', '', '', 'warning', 2, 1, 1)`,
  )
    .bind(ids["alerts"], victim.tenantId)
    .run();
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
    "schedules",
    "webhooks",
    "alerts",
    "plan_limits",
    "capacity_samples",
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
    const { status } = await send(method, path, id ?? "", attacker.apiToken);
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
    ({ path, method }) =>
      method === "GET" && !path.includes("{") && path !== "/v1/health" && !isOperators(path),
  );

  test.each(lists)("$method $path holds nothing of another tenant", async ({ path }) => {
    const { status, body } = await world.ask(path, { token: attacker.apiToken });
    expect(status).toBe(200);
    const text = JSON.stringify(body);
    for (const id of [victim.tenantId, ...Object.values(ids)]) expect(text).not.toContain(id);
  });
});

describe("the operator's routes", () => {
  const operators = routes.filter(({ path }) => isOperators(path));

  test.each(operators)("$method $path is closed to a tenant's owner", async ({ path, method }) => {
    expect((await send(method, path, victim.tenantId, victim.apiToken)).status).toBe(401);
  });

  test.each(operators.filter(({ path }) => path.includes("{")))(
    "$method $path answers 404 for a tenant that is none",
    async ({ path, method }) =>
      expect((await send(method, path, "ten_none", OPERATOR_TOKEN)).status).toBe(404),
  );

  test.each(operators)("$method $path is not there without an operator's token", async ({ path, method }) => {
    const unset = { OPERATOR_TOKEN: undefined };
    const { status } = await world.ask(path.replace("{id}", "x"), { method, token: "", env: unset });
    expect(status).toBe(404);
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
