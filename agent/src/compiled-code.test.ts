import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "compiled-code-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SCRIPT = `
  const { compiledCodeFor, keepCompiledCode, saveCompiledCode } = await import(${JSON.stringify(new URL("compiled-code.ts", import.meta.url).href)});
  keepCompiledCode();
  await import(${JSON.stringify(new URL("pipeline/scan-error.ts", import.meta.url).href)});
  saveCompiledCode();
  console.log(compiledCodeFor(${JSON.stringify(join(folder, "confined"))})["NODE_COMPILE_CACHE"] ?? "nothing");
`;
const start = (cache: string) =>
  spawnSync(process.execPath, ["--input-type=module", "-e", SCRIPT], {
    env: { PATH: process.env["PATH"], XDG_CACHE_HOME: cache },
    encoding: "utf8",
  });

test("what is compiled is kept in the user's cache folder, and a confined process gets a copy", () => {
  expect(start(join(folder, "cache")).stdout).toBe(`${join(folder, "confined", "compiled")}\n`);
  const [version = ""] = readdirSync(join(folder, "cache", "dataguardian", "compiled"));
  const kept = readdirSync(join(folder, "cache", "dataguardian", "compiled", version));
  expect(kept.length).toBeGreaterThan(0);
  expect(readdirSync(join(folder, "confined", "compiled", basename(version)))).toEqual(kept);
});

test("a cache folder that cannot be made is no reason not to start", () => {
  const { status, stdout, stderr } = start("/dev/null");
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "nothing\n", stderr: "" });
});
