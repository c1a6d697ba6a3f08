import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { confined } from "./confinement.ts";

test("a scanning process reads, writes in its folder, and neither writes elsewhere nor starts a process", () => {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), "confinement-")));
  const scratch = join(dir, "scratch");
  mkdirSync(scratch);
  const script = join(dir, "try.mjs");
  writeFileSync(
    script,
    `import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
const tries = {
  read: () => readFileSync(${JSON.stringify(script)}),
  inside: () => writeFileSync(${JSON.stringify(join(scratch, "a"))}, "x"),
  outside: () => writeFileSync(${JSON.stringify(join(dir, "b"))}, "x"),
  spawn: () => execFileSync(process.execPath, ["--version"]),
};
for (const [name, attempt] of Object.entries(tries)) {
  let end = "done";
  try { attempt(); } catch (error) { end = error.code; }
  console.log(name, end);
}`,
  );
  try {
    const output = execFileSync(process.execPath, [...confined([scratch]), script], { encoding: "utf8" });
    expect(output.trim().split("\n")).toEqual([
      "read done",
      "inside done",
      "outside ERR_ACCESS_DENIED",
      "spawn ERR_ACCESS_DENIED",
    ]);
    expect(readdirSync(dir).sort()).toEqual(["scratch", "try.mjs"]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
