/** `limits.bandwidth`: the bucket by itself, and a real git and the real guard's way through the agent's own proxy. */
import { execFile } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { request } from "undici";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dispatcherOf } from "../scanners/website/network/guarded-fetch.ts";
import { NetworkGuard } from "../scanners/website/network/network-guard.ts";
import { TokenBucket } from "./bandwidth.ts";
import { systemClock } from "./clock.ts";
import { jobEnvironment } from "./job-environment.ts";
import { type PacedProxy, startPacedProxy } from "./paced-proxy.ts";

describe("the bucket", () => {
  test("lets a burst pass, then holds the rate, first come first served, over all who ask", async () => {
    let now = 1_000;
    const due: { at: number; run: () => void }[] = [];
    const clock = {
      now: () => now,
      after(ms: number, run: () => void) {
        due.push({ at: now + ms, run });
        return () => {};
      },
    };
    // 8 Mbit/s are 1,000 bytes a millisecond.
    const bucket = new TokenBucket(clock, 8);
    const passed: number[] = [];
    const take = (bytes: number) => void bucket.take(bytes).then(() => passed.push(now));
    take(250_000);
    for (let n = 0; n < 4; n++) take(100_000);
    await Promise.resolve();
    for (const { at, run } of due.toSorted((a, b) => a.at - b.at)) {
      now = at;
      run();
      await Promise.resolve();
      await Promise.resolve();
    }
    expect(passed).toEqual([1_000, 1_100, 1_200, 1_300, 1_400]);
  });

  test("a stopped job waits no longer", async () => {
    const bucket = new TokenBucket(systemClock, 0.1);
    const stopped = new AbortController();
    const waiting = bucket.take(10_000_000, stopped.signal);
    stopped.abort();
    await waiting;
  });
});

describe("the agent's own proxy", () => {
  const BODY = Buffer.alloc(300_000, "x");
  const RATE_MBIT = 4; // 500 bytes a millisecond: 300 kB take 600 ms, of which the burst is 250 ms.
  const AT_LEAST_MS = 300;
  let server: Server;
  let proxy: PacedProxy;
  let passed: number;

  beforeEach(async () => {
    passed = 0;
    server = createServer((_, reply) => reply.end(BODY));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const bucket = new TokenBucket(systemClock, RATE_MBIT);
    const counted = {
      take: (bytes: number) => {
        passed += bytes;
        return bucket.take(bytes);
      },
    };
    proxy = await startPacedProxy(counted, () => null);
  });
  afterEach(async () => {
    await proxy.close();
    await new Promise((done) => server.close(done));
  });

  const port = () => (server.address() as AddressInfo).port;

  test("holds what a website's guard downloads, and goes to the address that it judged", async () => {
    const guard = new NetworkGuard({ listed: [{ host: "127.0.0.1", port: port() }], paced: proxy.url });
    const dispatcher = dispatcherOf({ guard });
    const startedAt = performance.now();
    const { body } = await request(`http://127.0.0.1:${port()}/`, { dispatcher });
    expect((await body.arrayBuffer()).byteLength).toBe(BODY.length);
    expect(performance.now() - startedAt).toBeGreaterThan(AT_LEAST_MS);
    expect(passed).toBeGreaterThan(BODY.length);
    await dispatcher.destroy();
    guard.close();
  });

  test("holds what git downloads: it finds the proxy in its environment", async () => {
    const dirs = { work: "/tmp", codeCache: "/tmp" };
    const env = jobEnvironment(
      { PATH: process.env["PATH"], NO_PROXY: "127.0.0.1" },
      dirs,
      {},
      { url: proxy.url, by: "environment" },
    );
    const startedAt = performance.now();
    // No repository is there; git reads the whole answer all the same before it knows.
    const address = `http://127.0.0.1:${port()}/shop.git`;
    await promisify(execFile)("git", ["ls-remote", address], { env }).catch(() => null);
    expect(passed).toBeGreaterThan(BODY.length);
    expect(performance.now() - startedAt).toBeGreaterThan(AT_LEAST_MS);
  });

  test("is closed to whoever does not know its secret", async () => {
    const { host } = new URL(proxy.url);
    const reply = await request(`http://${host}/`, { headers: { host: "example.org" } });
    expect(reply.statusCode).toBe(407);
    await reply.body.dump();
    expect(passed).toBe(0);
  });
});
