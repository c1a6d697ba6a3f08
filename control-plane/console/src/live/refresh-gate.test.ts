import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RefreshGate } from "./refresh-gate.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("the first change goes through at once, a burst goes together, and quiet time opens the gate again", () => {
  const seen: string[][] = [];
  const gate = new RefreshGate((keys) => seen.push(keys.map((key) => key.join("/"))), 1_000);
  gate.add([["scans"]]);
  expect(seen).toEqual([["scans"]]);
  gate.add([["scans"], ["scan", "a"]]);
  gate.add([["scans"], ["queue"]]);
  expect(seen).toHaveLength(1);
  vi.advanceTimersByTime(1_000);
  expect(seen[1]).toEqual(["scans", "scan/a", "queue"]);
  vi.advanceTimersByTime(5_000);
  expect(seen).toHaveLength(2);
  gate.add([["agents"]]);
  expect(seen[2]).toEqual(["agents"]);
});

test("after stop nothing comes, and no timer is left", () => {
  const refresh = vi.fn();
  const gate = new RefreshGate(refresh, 1_000);
  gate.add([["scans"]]);
  gate.add([["queue"]]);
  gate.stop();
  vi.advanceTimersByTime(5_000);
  expect(refresh).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});
