import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConfig } from "../config/index.ts";
import { startFakeServer } from "../sources/database/mongodb/fake-server.ts";
import { databaseChecks } from "./doctor-databases.ts";

test("the doctor says of a product that it is read by an experimental reader", async () => {
  const dir = mkdtempSync(join(tmpdir(), "doctor-experimental-"));
  const server = await startFakeServer({ crm: { klanten: [{ _id: 1 }] } });
  try {
    const file = join(dir, "agent.yaml");
    writeFileSync(
      file,
      `dataDir: d\ntenantKeyFile: k\npolicy: {kinds: [database], sources: all}
sources: [{name: crm, kind: database, dsn: {product: mongodb, host: 127.0.0.1, port: ${server.port}, sslmode: disable}}]\n`,
    );
    const [check] = await databaseChecks(await loadConfig(file, {}), {});
    expect(check).toMatchObject({
      state: "warn",
      sentence: expect.stringMatching(/experimental: our tests have none/),
    });
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
});
