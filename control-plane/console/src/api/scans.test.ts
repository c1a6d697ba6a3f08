import { expect, test } from "vitest";
import { placeAfter } from "./scans.ts";

test("findings are read severity by severity, each to its end, from the worst down", () => {
  const severities = ["critical", "low"] as const;
  const first = placeAfter(severities, null, null);
  expect(first).toEqual({ severity: "critical", cursor: null });
  const second = placeAfter(severities, first, "c1");
  expect(second).toEqual({ severity: "critical", cursor: "c1" });
  const third = placeAfter(severities, second, null);
  expect(third).toEqual({ severity: "low", cursor: null });
  expect(placeAfter(severities, third, null)).toBeNull();
});

test("without severities there is nothing to ask for", () => {
  expect(placeAfter([], null, null)).toBeNull();
});
