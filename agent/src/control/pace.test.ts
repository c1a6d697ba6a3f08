import { describe, expect, test } from "vitest";
import { LEASE_TIMES } from "@dataguardian/shared/lease";
import { RECONNECT_BUSY_CAP_MS, reconnectDelayMs } from "./backoff.ts";
import { FakeClock } from "./fake-hub/fake-clock.ts";
import { Heartbeat } from "./heartbeat.ts";
import { ProgressRelay } from "./progress-relay.ts";
import { proxyFor } from "./proxy.ts";
import { chooseNext, FIRST_CHOICE, probeDelayMs } from "./transport-choice.ts";
import type { Transport } from "./transport.ts";

describe("L12: reconnecting", () => {
  test("the window doubles from 1 s to 64 s and stays there", () => {
    const windows = Array.from({ length: 9 }, (_, i) => reconnectDelayMs(i + 1, 0.999_999));
    expect(windows.map((ms) => Math.round(ms / 1_000))).toEqual([1, 2, 4, 8, 16, 32, 64, 64, 64]);
    expect(reconnectDelayMs(1_000, 0)).toBe(0);
  });

  test("an agent that holds leases never waits longer than they can bear", () => {
    const waits = Array.from({ length: 9 }, (_, i) =>
      reconnectDelayMs(i + 1, 0.999_999, RECONNECT_BUSY_CAP_MS),
    );
    expect(Math.max(...waits)).toBeLessThan(0.2 * LEASE_TIMES.selfFenceShare * LEASE_TIMES.ttlMs);
  });

  test("three failed WebSockets to a reachable host give polling its turn, a failed poll gives it back", () => {
    const failed = { welcomed: false, errno: "UNKNOWN" };
    let choice = FIRST_CHOICE;
    for (let i = 0; i < 3; i++) choice = chooseNext(choice, failed);
    expect(choice.kind).toBe("poll");
    expect(chooseNext(choice, { welcomed: true, errno: "UNKNOWN" }).kind).toBe("poll");
    expect(chooseNext(choice, failed)).toEqual(FIRST_CHOICE);
  });

  test("a host that is down says nothing about WebSockets", () => {
    let choice = FIRST_CHOICE;
    for (let i = 0; i < 50; i++) choice = chooseNext(choice, { welcomed: false, errno: "ECONNREFUSED" });
    expect(choice.kind).toBe("websocket");
  });

  test("while polling, WebSockets are tried ever more seldom, every five minutes at least", () => {
    expect([0, 1, 2, 3, 4, 99].map(probeDelayMs)).toEqual([
      30_000, 60_000, 120_000, 240_000, 300_000, 300_000,
    ]);
  });
});

function heartbeat(busy: { now: boolean }) {
  const clock = new FakeClock();
  const seen = { pings: [] as number[], silent: 0 };
  const transport = { ping: () => seen.pings.push(clock.now()), setInterval() {} } as unknown as Transport;
  const beat = new Heartbeat(clock, transport, {
    idleMs: 25_000,
    busyMs: 5_000,
    isBusy: () => busy.now,
    onSilent: () => seen.silent++,
  });
  return { clock, seen, beat };
}

describe("L4: the heartbeat", () => {
  test("pings at the idle pace, and at the busy pace from the first job on", () => {
    const busy = { now: false };
    const { clock, seen, beat } = heartbeat(busy);
    clock.advance(26_000);
    for (const at of seen.pings) beat.contact(at);
    busy.now = true;
    beat.beat();
    beat.contact(26_000);
    clock.advance(5_000);
    expect(seen.pings).toEqual([0, 25_000, 26_000, 31_000]);
  });

  test("a connection without an answer for 2 to 3 intervals is silent", () => {
    const { clock, seen } = heartbeat({ now: true });
    clock.advance(12_500);
    expect(seen.silent).toBe(0);
    clock.advance(2_500);
    expect(seen.silent).toBe(1);
    clock.advance(60_000);
    expect(seen.silent).toBe(1);
  });

  test("turning busy after a long idle wait is not taken for silence", () => {
    const busy = { now: false };
    const { clock, seen, beat } = heartbeat(busy);
    beat.contact(0);
    clock.advance(24_000);
    busy.now = true;
    beat.beat();
    expect(seen.silent).toBe(0);
  });
});

test("progress: the latest, at most once a second", () => {
  const clock = new FakeClock();
  const sent: [number, number][] = [];
  const relay = new ProgressRelay(clock, (p) => sent.push([clock.now(), p.unitsDone]));
  for (let i = 0; i < 25; i++) {
    relay.report({ stage: "scanning", unitsDone: i, bytesDone: 0, findings: 0 });
    clock.advance(100);
  }
  expect(sent).toEqual([
    [0, 0],
    [1_000, 9],
    [2_000, 19],
  ]);
  relay.end();
  clock.advance(5_000);
  expect(sent).toHaveLength(3);
});

describe("proxies", () => {
  const url = new URL("https://control.example.org/");
  test.each([
    [undefined, {}, null],
    [undefined, { HTTPS_PROXY: "http://p:1" }, "http://p:1"],
    [undefined, { https_proxy: "http://p:1" }, "http://p:1"],
    [undefined, { HTTP_PROXY: "http://p:1" }, null],
    ["http://own:1", { HTTPS_PROXY: "http://p:1" }, "http://own:1"],
    ["http://own:1", { NO_PROXY: "example.org" }, null],
    [undefined, { HTTPS_PROXY: "http://p:1", NO_PROXY: "other.org, .example.org" }, null],
    [undefined, { HTTPS_PROXY: "http://p:1", NO_PROXY: "rol.example.org" }, "http://p:1"],
    [undefined, { HTTPS_PROXY: "http://p:1", NO_PROXY: "control.example.org:8443" }, "http://p:1"],
    [undefined, { HTTPS_PROXY: "http://p:1", NO_PROXY: "*" }, null],
  ])("setting %s, environment %o → %s", (configured, env, expected) => {
    expect(proxyFor(url, configured, env)).toBe(expected);
  });
});
