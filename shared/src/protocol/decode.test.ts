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

describe("P9: sealed search terms", () => {
  const box = `${"A".repeat(5_526)}==`;
  const grant = (subject: unknown) =>
    decodeFromHub(
      JSON.stringify({
        ...{ v: 1, t: "grant", ...lease, ttlMs: 1, timeoutMs: 1, attempt: 1 },
        scan: {
          ...{ id: "scan_1", kind: "database", source: "crm", shard: { index: 0, count: 1 } },
          options: { subject },
        },
      }),
    );

  test("travel as boxes of one length", () => {
    expect(grant({ sealed: [{ agentId: "agent_1", box }] }).ok).toBe(true);
  });

  test.each([
    ["a box of another length", { sealed: [{ agentId: "agent_1", box: box.slice(4) }] }],
    ["what is no base64", { sealed: [{ agentId: "agent_1", box: `${"·".repeat(5_526)}==` }] }],
    ["a term beside it", { sealed: [{ agentId: "agent_1", box, bsn: "010464554" }] }],
    ["terms in place of it", { terms: ["010464554"] }],
    ["more boxes than there may be", { sealed: Array(9).fill({ agentId: "agent_1", box }) }],
  ])("and never as %s", (_name, subject) => {
    expect(grant(subject)).toEqual({ ok: false, code: "bad_frame" });
  });

  const hello = (sealKey: unknown) =>
    decodeFromAgent(
      JSON.stringify({
        ...{ v: 1, t: "hello", agentId: "agent_1", sessionId: "0".repeat(32), signature: "x" },
        ...{ engineVersion: "1", rulesVersion: "1", policyHash: "0".repeat(16), kinds: [], labels: [] },
        ...{ sources: [], slots: 1, draining: false, held: [], sealKey },
      }),
    ).ok;

  test("are sealed to a key of 32 bytes, if the agent has one", () => {
    expect(hello(undefined)).toBe(true);
    expect(hello(`${"A".repeat(43)}=`)).toBe(true);
    expect([hello(null), hello("AAAA"), hello(`${"A".repeat(44)}=`)]).toEqual([false, false, false]);
  });
});
