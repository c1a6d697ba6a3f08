import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { finding } from "@dataguardian/shared/domain";
import { describe, expect, test } from "vitest";
import { eventually, Harness } from "./fake-hub/harness.ts";
import { alive, REAL_JOB } from "./fake-hub/test-agent.ts";

const harness = Harness.install();

describe("a job", () => {
  test("L2 L6: is accepted, scanned for real, uploaded and committed", async () => {
    writeFileSync(join(harness.home.root, "klant.txt"), "mail naar j.jansen@voorbeeld-bedrijf.nl\n");
    await harness.start({ entry: REAL_JOB });
    const ref = harness.hub.grant(harness.home.root);
    await harness.hub.frame("accept", (f) => f.nonce === ref.nonce);
    const { manifest } = await harness.hub.frame("commit");
    expect(manifest.coverage.unitsScanned).toBe(1);
    expect(manifest.chunks).toHaveLength(1);
    const lines = gunzipSync(harness.hub.chunks.get(`${ref.jobId}/1/0`) ?? "")
      .toString()
      .trim()
      .split("\n");
    const found = lines.map((line) => finding.parse(JSON.parse(line)));
    expect(found.map((f) => f.entityType)).toContain("EMAIL_ADDRESS");
    expect(lines.join()).not.toContain("j.jansen");
    await eventually(() => expect(harness.spooled()).toEqual([]));
    expect(harness.home.logs.find((l) => l["event"] === "job_settled")).toMatchObject({
      outcome: "accepted",
    });
  });

  test("L2: outside the policy is refused with a reason, and nothing runs", async () => {
    await harness.start();
    harness.hub.grant("/etc");
    const refusal = await harness.hub.frame("refuse");
    expect(refusal.code).toBe("path");
    expect(refusal.reason).not.toContain("/etc");
    expect(harness.hub.frames.some((f) => f.t === "accept")).toBe(false);
  });

  test("inherits no secret, and writes more findings than one chunk holds", async () => {
    await harness.start();
    const target = harness.home.target({ findings: 2_500 });
    harness.hub.grant(target);
    const { manifest } = await harness.hub.frame("commit");
    expect(manifest.chunks.map((c) => c.findings)).toEqual([1_000, 1_000, 500]);
    const env = JSON.parse(readFileSync(join(target, "env.json"), "utf8")) as Record<string, string>;
    expect(env["SECRET_OF_THE_AGENT"]).toBeUndefined();
    expect(Object.values(env).join()).not.toContain("do-not-inherit");
    expect(env["TMPDIR"]).toContain(join(harness.home.dir, "data", "work"));
  });

  test.each([
    [{ crash: true }, "crash", true],
    [{ fill: "buffers" }, "memory", true],
    [{ fill: "heap" }, "memory", true],
    [{ fail: "There is no such repository." }, "not_found", false],
    [{ throw: "driver says j.jansen@voorbeeld-bedrijf.nl" }, "internal", true],
    [{ fail: "klant-j.jansen@voorbeeld-bedrijf.nl is not there." }, "not_found", false],
  ] as const)("that ends badly (%o) is reported as %s", async (script, code, retryable) => {
    await harness.start();
    harness.hub.grant(harness.home.target(script));
    const failure = await harness.hub.frame("fail");
    expect(failure).toMatchObject({ code, retryable });
    expect(failure.reason).not.toContain("jansen");
    expect(JSON.stringify(harness.home.logs)).not.toContain("jansen");
    await eventually(() => expect(harness.spooled()).toEqual([]));
  });

  test("that takes too long is killed with all its processes", async () => {
    await harness.start();
    const target = harness.home.target({ hang: true });
    harness.hub.grant(target, { timeoutMs: 4_000 });
    await eventually(() => expect(harness.home.pids(target)).toHaveLength(2));
    const failure = await harness.hub.frame("fail");
    expect(failure.code).toBe("timeout");
    for (const pid of harness.home.pids(target)) await eventually(() => expect(alive(pid)).toBe(false));
  });

  test("L10: cancelled is killed first, then confirmed", async () => {
    await harness.start();
    const target = harness.home.target({ hang: true });
    const { jobId, epoch } = harness.hub.grant(target);
    await eventually(() => expect(harness.home.pids(target)).toHaveLength(2));
    harness.hub.send({ v: 1, t: "cancel", jobId, epoch, graceMs: 5_000 });
    await harness.hub.frame("cancelled");
    for (const pid of harness.home.pids(target)) await eventually(() => expect(alive(pid)).toBe(false));
    await eventually(() => expect(harness.spooled()).toEqual([]));
  });

  test("one too many for the slots is refused as busy", async () => {
    await harness.start({ change: { slots: 1 } });
    harness.hub.grant(harness.home.target({ hang: true }));
    await harness.hub.frame("accept");
    harness.hub.grant(harness.home.target({}));
    expect((await harness.hub.frame("refuse")).code).toBe("busy");
  });

  test("whose result outgrows the spool fails by policy", async () => {
    const limits = { maxMemoryMb: 256, spoolMb: 1 };
    await harness.start({ change: { policy: { kinds: ["code"], roots: [harness.home.root], limits } } });
    harness.hub.grant(harness.home.target({ findings: 2_500, bulky: true }));
    expect(await harness.hub.frame("fail")).toMatchObject({ code: "policy", retryable: false });
  });

  test("progress is at most one frame a second", async () => {
    await harness.start();
    harness.hub.grant(harness.home.target({ findings: 10 }));
    await harness.hub.frame("commit");
    expect(harness.hub.frames.filter((f) => f.t === "progress").length).toBeLessThanOrEqual(2);
  });
});
