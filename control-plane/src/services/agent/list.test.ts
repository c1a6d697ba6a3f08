import { expect, test } from "vitest";
import type { LiveAgent } from "../../hub/hub-api.ts";
import { stateOf } from "./list.ts";

const live: LiveAgent = {
  agentId: "agt_a",
  transport: "websocket",
  draining: false,
  contactAgeMs: 0,
  slots: 1,
  sealKey: null,
};

test.each([
  ["revoked", 1, live, true],
  ["offline", null, undefined, false],
  ["stale", null, { ...live, contactAgeMs: 60_000, draining: true }, true],
  ["draining", null, { ...live, draining: true }, true],
  ["busy", null, live, true],
  ["idle", null, live, false],
] as const)("%s", (state, revokedAt, agent, busy) => {
  expect(stateOf(revokedAt, agent, busy)).toBe(state);
});
