import { statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { examine } from "./doctor.ts";
import { FakeHub } from "./fake-hub/fake-hub.ts";
import { AgentHome } from "./fake-hub/test-agent.ts";
import { loadIdentity } from "./identity.ts";
import { askLocal } from "./local-client.ts";
import { localSocketPath } from "./local-path.ts";

let hub: FakeHub;
let home: AgentHome;
beforeEach(async () => {
  hub = await FakeHub.start();
  home = new AgentHome();
});
afterEach(async () => {
  await hub.stop();
  home.remove();
});

test("enrolling stores an identity that only its owner can read", async () => {
  await home.enroll(hub);
  const identity = await loadIdentity(join(home.dir, "data"));
  expect(identity).toMatchObject({
    agentId: hub.agentId,
    tenantId: hub.tenantId,
    tenantName: "Voorbeeld BV",
  });
  expect(statSync(join(home.dir, "data", "identity.json")).mode & 0o777).toBe(0o600);
});

test("a wrong token, a second time and an unreachable host each get a sentence", async () => {
  await expect(home.enroll(hub, "wrong")).rejects.toThrow(/token is not known/);
  await home.enroll(hub);
  await expect(home.enroll(hub)).rejects.toThrow(/already belongs to an enrolled agent/);
  const other = new AgentHome();
  const gone = { url: "http://127.0.0.1:9" } as FakeHub;
  await expect(other.enroll(gone)).rejects.toThrow(/Nothing listens|cannot be reached/);
  other.remove();
});

test("the local socket tells the status, drains, and keeps a second agent out", async () => {
  const { stopped } = await home.start(hub);
  const path = await localSocketPath(join(home.dir, "data"));
  expect(statSync(path).mode & 0o777).toBe(0o600);
  await hub.until(() => hub.welcomes === 1);
  const status = await askLocal(path, { method: "GET", url: "/status" });
  expect(status).toMatchObject({
    agentId: hub.agentId,
    state: "idle",
    connectedBy: "websocket",
    slots: 2,
    jobs: [],
  });
  await expect(home.start(hub)).rejects.toThrow(/already runs/);
  const draining = await askLocal(path, { method: "POST", url: "/drain", body: {} });
  expect(draining?.state).toBe("draining");
  await stopped;
  expect(await askLocal(path, { method: "GET", url: "/status" })).toBeNull();
});

test("doctor finds a sound agent sound, and names what is wrong otherwise", async () => {
  await home.enroll(hub);
  const env = { PATH: process.env["PATH"] };
  const sound = await examine(await home.config(hub), env);
  expect(sound.filter((check) => check.state !== "ok")).toEqual([]);
  const config = await home.config(hub, {
    tenantKeyFile: "missing.key",
    policy: {},
    controlPlane: { url: "http://127.0.0.1:9" },
  });
  const broken = await examine(config, env);
  const states = Object.fromEntries(broken.map((check) => [check.name, check.state]));
  expect(states).toMatchObject({
    policy: "warn",
    "tenant key": "fail",
    identity: "ok",
    "control plane": "fail",
  });
});

test("run without an identity says what to do", async () => {
  hub.offline = true;
  await expect(home.start(hub)).rejects.toThrow(/agent enroll first/);
});
