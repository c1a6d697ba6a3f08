/** GET /v1/scans/{id}/data-map: one map of what the jobs of a scan have drawn, which lies in R2 alone. */
import { beforeAll, expect, test } from "vitest";
import { type ChunkEntry, dataMap, type DataMapLine } from "@dataguardian/shared/domain";
import { sha256 } from "../src/auth/secret.ts";
import { type Tenant, World } from "./api-fixture.ts";
import { aFinding, commit, gzip, type Held, lease, ndjson, upload, uploadFindings } from "./leased-job.ts";

const world = new World();
let tenant: Tenant;
let agentId: string;
beforeAll(async () => {
  tenant = await world.tenant();
  agentId = await world.enrolled(tenant);
});

const table = (name: string, persons: number | null): DataMapLine => ({
  t: "table",
  table: {
    ...{ table: name, kind: "table", rows: 40, rowsRead: 40, unseenBelow: 0, refersTo: [] },
    persons: persons === null ? null : { about: persons, by: "mail" },
    columns: [
      {
        ...{ column: "mail", type: "text" },
        categories: [
          {
            ...{ entityType: "EMAIL_ADDRESS", category: "contact", confidence: 1, rows: 40 },
            ...{ rowsRead: 40, rowsMatched: 40, different: 40 },
          },
        ],
      },
    ],
  },
});
const key = (from: string, to: string): DataMapLine => ({
  t: "key",
  key: { from, to, text: `${from}.x → ${to}.id` },
});
const end = (madeAt: string): DataMapLine => ({ t: "end", madeAt, tablesSeen: 7, leftOut: 0 });

async function uploadMap(held: Held, n: number, lines: readonly unknown[]): Promise<ChunkEntry> {
  const bytes = await gzip(ndjson(lines));
  const { status } = await upload(world, held, n, bytes);
  expect(status).toBe(204);
  return { n, sha256: await sha256(bytes), bytes: bytes.byteLength, findings: 0, holds: "data-map" };
}

const read = (id: string, path: string) => world.ask(`/v1/scans/${id}/${path}`, { token: tenant.apiToken });

test("jobs draw their own tables, one of them the keys; findings do not mix with them", async () => {
  const { id, jobIds } = await world.scan(tenant, {
    kind: "database",
    target: undefined,
    source: "crm",
    shards: 2,
  });
  expect((await read(id, "data-map")).body).toBeNull();
  const [one, two] = await Promise.all(jobIds.map((jobId) => lease(tenant, jobId, agentId)));
  const found = await uploadFindings(world, one!, 0, [aFinding({ location: { table: "klant" } })]);
  const lines = [key("order", "klant"), key("regel", "order"), end("2026-01-02T03:04:05.000Z")];
  await commit(one!, [found, await uploadMap(one!, 1, [table("klant", 30), ...lines])], { low: 1 });
  await commit(two!, [await uploadMap(two!, 0, [table("log", null), end("2026-01-02T03:04:06.000Z")])], {});
  const { status, body } = await read(id, "data-map");
  expect(status).toBe(200);
  expect(dataMap.parse(body)).toMatchObject({
    ...{ database: "crm", madeAt: "2026-01-02T03:04:06.000Z", tablesSeen: 7 },
    tables: [{ table: "klant" }, { table: "log" }],
    spread: [
      {
        from: "klant",
        to: [
          { table: "order", path: ["order.x → klant.id"] },
          { table: "regel", path: ["order.x → klant.id", "regel.x → order.id"] },
        ],
      },
    ],
  });
  expect((await read(id, "findings")).body.findings).toHaveLength(1);
});

test("P2: a line with room for a value, or a finding among the lines, refuses the whole chunk", async () => {
  const { jobIds } = await world.scan(tenant, { kind: "database", target: undefined, source: "hr" });
  const held = await lease(tenant, jobIds[0] ?? "", agentId);
  const drawn = table("klant", 3) as Extract<DataMapLine, { t: "table" }>;
  for (const second of [
    { ...drawn, table: { ...drawn.table, comment: "Mail Sanne" } },
    { ...drawn, value: "x" },
    aFinding(),
  ]) {
    const { status } = await upload(
      world,
      held,
      0,
      await gzip(ndjson([end("2026-01-02T03:04:05.000Z"), second])),
    );
    expect(status).toBe(422);
  }
});
