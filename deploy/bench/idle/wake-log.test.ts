import { expect, it } from "vitest";
import { countWakes } from "./wake-log.ts";

it("counts wake-ups by cause and nothing else", () => {
  const log = [
    '{"event":"hub_woken","cause":"message"}',
    '{"event":"request","route":"/v1/scans"}',
    '{"event":"hub_woken","cause":"alarm"}',
    '{"event":"hub_woken","cause":"message"}',
    "",
  ].join("\n");
  expect([...countWakes(log)]).toEqual([
    ["message", 2],
    ["alarm", 1],
  ]);
});
