import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeFromAgent, decodeFromHub, MAX_FRAME_BYTES } from "./index.ts";

const lease = { jobId: "job_1", epoch: 3, nonce: "0".repeat(32) };

describe("W2: a frame is JSON with v and t, and nothing that the schema does not name", () => {
  test.each([
    ["no JSON", "{", "bad_frame"],
    ["no object", "[1]", "bad_frame"],
    ["null", "null", "bad_frame"],
    ["another version", JSON.stringify({ v: 2, t: "accept", ...lease }), "unsupported_version"],
    ["an unknown type", JSON.stringify({ v: 1, t: "exec", ...lease }), "unknown_type"],
    ["a missing field", JSON.stringify({ v: 1, t: "accept", jobId: "job_1" }), "bad_frame"],
    ["a field too many", JSON.stringify({ v: 1, t: "accept", ...lease, note: "x" }), "bad_frame"],
    ["epoch zero", JSON.stringify({ v: 1, t: "accept", ...lease, epoch: 0 }), "bad_frame"],
    ["too large", " ".repeat(MAX_FRAME_BYTES + 1), "too_large"],
  ])("%s", (_name, frame, code) => {
    expect(decodeFromAgent(frame)).toEqual({ ok: false, code });
  });

  test("a good one", () => {
    const message = { v: 1, t: "accept", ...lease };
    expect(decodeFromAgent(JSON.stringify(message))).toEqual({ ok: true, message });
  });

  test("each side refuses the other side's types", () => {
    expect(decodeFromHub(JSON.stringify({ v: 1, t: "accept", ...lease }))).toEqual({
      ok: false,
      code: "unknown_type",
    });
  });

  test("never throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc
            .record({ v: fc.constant(1), t: fc.constantFrom("hello", "commit"), manifest: fc.jsonValue() })
            .map((value) => JSON.stringify(value)),
        ),
        (frame) => {
          expect(decodeFromAgent(frame).ok).toBe(false);
        },
      ),
    );
  });
});
