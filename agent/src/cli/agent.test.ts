import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ENROLMENT_TOKEN, FakeHub } from "../control/fake-hub/fake-hub.ts";
import { AgentHome } from "../control/fake-hub/test-agent.ts";
import { formatDuration, parseDurationMs } from "./duration.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));

let hub: FakeHub;
let home: AgentHome;
let file: string;
beforeEach(async () => {
  hub = await FakeHub.start();
  home = new AgentHome();
  file = join(home.dir, "agent.yaml");
  await home.config(hub);
});
afterEach(async () => {
  await hub.stop();
  home.remove();
});

function start(...args: string[]) {
  const env = { PATH: process.env["PATH"] };
  const child = spawn(process.execPath, [MAIN, "agent", ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  const output = Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return output.then(([out, err, [code]]) => ({ out, err, code: code as number | null }));
}

test("enroll, run, status, drain: the whole life, and exit code 0 after the drain", async () => {
  const wrong = await start("enroll", "--config", file, "--token", "wrong");
  expect(wrong).toMatchObject({ code: 3, out: "" });
  expect(wrong.err).toMatch(/^dataguardian: This enrolment token is not known/);
  expect(await start("run", "--config", file)).toMatchObject({ code: 3 });
  const enrolled = await start("enroll", "--config", file, "--token", ENROLMENT_TOKEN, "--name", "server-1");
  expect(enrolled.out).toContain(`Enrolled server-1 as ${hub.agentId} with Voorbeeld BV.`);
  expect((await start("enroll", "--config", file, "--token", ENROLMENT_TOKEN)).code).toBe(3);

  const running = start("run", "--config", file);
  await hub.until(() => hub.welcomes === 1);
  const status = await start("status", "--config", file);
  expect(status.out).toContain(`test-agent (${hub.agentId}) for Voorbeeld BV`);
  expect(JSON.parse((await start("status", "--config", file, "--json")).out)).toMatchObject({
    state: "idle",
  });
  const drained = await start("drain", "--config", file, "--deadline", "5s");
  expect(drained).toMatchObject({ code: 0, out: "Draining: nothing runs, the agent stops now.\n" });
  const ended = await running;
  expect(ended.code).toBe(0);
  const events = ended.err
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { event: string }).event);
  expect(events).toEqual(["agent_started", "connected", "drain_started", "agent_stopped"]);
  expect(await start("status", "--config", file)).toMatchObject({ code: 3 });
}, 60_000);

test("doctor exits 0 when all is well and 3 when it is not; faults of the file are exit 2", async () => {
  const before = await start("doctor", "--config", file);
  expect(before.code).toBe(3);
  expect(before.out).toMatch(/FAIL {2}identity +is missing\. Run dataguardian agent enroll\./);
  await home.enroll(hub);
  const after = await start("doctor", "--config", file);
  expect(after).toMatchObject({ code: 0, err: "" });
  await home.config(hub, { slots: 0, polcy: 1 }).catch(() => {});
  const faults = await start("doctor", "--config", file);
  expect(faults.code).toBe(2);
  expect(faults.err).toContain("2 faults");
}, 60_000);

test.each([
  ["110s", 110_000],
  ["90", 90_000],
  ["1.5m", 90_000],
  ["2h", 7_200_000],
  ["250ms", 250],
  ["soon", null],
  ["-1s", null],
  ["", null],
])("the duration %j is %s ms", (given, ms) => expect(parseDurationMs(given)).toBe(ms));

test("durations for people", () => {
  expect([4_000, 125_000, 7_500_000].map(formatDuration)).toEqual(["4 s", "2 min 5 s", "2 h 5 min"]);
});
