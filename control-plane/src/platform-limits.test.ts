import { expect, test } from "vitest";
import { MAX_CHUNK_BYTES } from "@dataguardian/shared/domain";
import { MAX_FRAME_BYTES } from "@dataguardian/shared/protocol";
import * as limits from "./platform-limits.ts";

test("what we allow stays below what the platform allows", () => {
  const { D1_LIMITS, DURABLE_OBJECT_LIMITS, QUEUE_LIMITS, R2_LIMITS } = limits;
  expect(limits.MAX_AGENT_SOCKETS + limits.MAX_LIVE_SOCKETS).toBeLessThanOrEqual(
    DURABLE_OBJECT_LIMITS.socketsPerObject,
  );
  expect(limits.MAX_WEBHOOKS).toBeLessThanOrEqual(QUEUE_LIMITS.messagesPerBatch);
  // A batch is closed once it is over its bound, so one more commit of a frame's size may come on top.
  expect(limits.MAX_ITEMS_JSON_BYTES).toBeLessThan(D1_LIMITS.rowBytes);
  expect(MAX_CHUNK_BYTES).toBeLessThan(R2_LIMITS.objectBytes);
  expect(MAX_FRAME_BYTES).toBeLessThan(D1_LIMITS.rowBytes);
});
