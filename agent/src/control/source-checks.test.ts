/** W11: the hub asks for a try, the agent answers with codes. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeDemo } from "../scanners/database/demo-schema.ts";
import { Harness } from "./fake-hub/harness.ts";

const harness = Harness.install();
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "source-checks-"));
  writeDemo(join(dir, "shop.db"), 5);
  writeFileSync(join(dir, "broken.db"), "SQLite format 3\0 and then nothing of the kind".repeat(40));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const file = (name: string) => ({ name, kind: "database", path: join(dir, `${name}.db`), labels: [] });

test("what can be read, what cannot, and what this agent does not offer; nothing of the place is said", async () => {
  // A port on which nobody listens any more.
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  const crm = {
    ...{ name: "crm", kind: "database", dsn: `postgres://lezer@127.0.0.1:${port}/geheim`, labels: [] },
    credentials: { password: "hunter2-but-longer" },
  };
  writeFileSync(join(dir, "secret"), "gone before it is asked for");
  const unread = { ...crm, name: "unread", credentials: { password: `file:${join(dir, "secret")}` } };
  const night = { ...file("shop"), name: "night", window: [{ from: "00:00", until: "00:01" }] };
  await harness.start({
    change: {
      sources: [file("shop"), file("broken"), file("kept"), crm, unread, night],
      policy: { kinds: ["database"], sources: ["shop", "broken", "crm", "unread", "night"] },
    },
    wallClock: () => new Date(2026, 5, 1, 12),
  });
  rmSync(join(dir, "secret"));
  const outcomes: Record<string, unknown> = {};
  for (const source of ["shop", "broken", "crm", "unread", "night", "kept", "nowhere"]) {
    const id = randomBytes(16).toString("hex");
    harness.hub.send({ v: 1, t: "check", id, source });
    const answer = await harness.hub.frame("checked", (frame) => frame.id === id);
    outcomes[source] = answer.check.fault ?? answer.check.doubts;
    expect(JSON.stringify(answer)).not.toMatch(/127\.0\.0\.1|lezer|geheim|hunter2|source-checks/);
  }
  expect(outcomes).toEqual({
    ...{ shop: [], broken: "damaged", crm: "unreachable", unread: "credentials", night: "closed" },
    ...{ kept: "not offered", nowhere: "not offered" },
  });
});
