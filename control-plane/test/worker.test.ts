/** The Worker as it is deployed: entry, bindings, document. */
import { exports } from "cloudflare:workers";
import { expect, test } from "vitest";

const worker = (exports as unknown as { default: Fetcher }).default;
const get = (path: string) => worker.fetch(`https://dataguardian.test${path}`);

test("answers that it is well", async () => {
  const response = await get("/v1/health");
  expect([response.status, await response.json()]).toEqual([200, { ok: true }]);
});

test("serves an OpenAPI document in which every route says how it can fail and what it needs", async () => {
  const document = await (
    await get("/openapi.json")
  ).json<{ paths: Record<string, Record<string, Operation>> }>();
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
  );
  expect(operations.length).toBeGreaterThanOrEqual(20);
  for (const { name, operation } of operations) {
    expect(operation.summary, name).toBeTruthy();
    if (name !== "get /v1/health") expect(Object.keys(operation.responses), name).toContain("401");
  }
});

interface Operation {
  summary?: string;
  responses: Record<string, unknown>;
}
