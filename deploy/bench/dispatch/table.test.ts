import { expect, it } from "vitest";
import { toTable } from "./table.ts";

it("lines up figures and says why a row has none", () => {
  const latency = { samples: 120, p50Ms: 4.04, p99Ms: 12.3 };
  const table = toTable([
    { agents: 10, system: "ours", result: { ready: latency, asked: latency, cyclesPerSecond: 612.4 } },
    { agents: 10, system: "another queue", result: "no Redis answers at 127.0.0.1:6379 (ECONNREFUSED)" },
  ]);
  const [head, ours, other] = table.split("\n");
  expect(ours).toMatch(/10 {2}ours +4\.0 ms +12\.3 ms +4\.0 ms +12\.3 ms +612$/);
  expect(ours?.length).toBe(head?.length);
  expect(other).toMatch(/10 {2}another queue {2}no Redis answers/);
});
