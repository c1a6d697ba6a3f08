import { readFileSync } from "node:fs";
import { TESTED_CAPACITY } from "@dataguardian/shared/capacity";
import { expect, test } from "vitest";

interface Seen {
  schema: string;
  concurrentScans: number;
  one: { settled: number };
  busy: { errors: number };
}

test("what alerts call tested was seen by the committed run of the load bench, without an error", () => {
  const seen = JSON.parse(readFileSync(new URL("tested-capacity.json", import.meta.url), "utf8")) as Seen;
  expect(seen.schema).toBe("dataguardian.tested-capacity/1");
  expect(TESTED_CAPACITY.concurrentScans).toBeLessThanOrEqual(seen.concurrentScans);
  expect(seen.one.settled).toBeGreaterThanOrEqual(seen.concurrentScans);
  expect(seen.busy.errors).toBe(0);
});
