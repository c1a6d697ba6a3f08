/** The command line as the design promises it, checked from outside by a program that knows nothing of this repository. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../src/stack/paths.ts";

const CONTRACT = join(ROOT, "../shared/contract.mjs");

test.skipIf(!existsSync(CONTRACT))("the command line keeps its contract", { timeout: 120_000 }, () => {
  const { status, stdout } = spawnSync(process.execPath, [CONTRACT], { cwd: ROOT, encoding: "utf8" });
  expect(stdout).toMatch(/^\d+ passed, 0 failed$/m);
  expect(status).toBe(0);
});
