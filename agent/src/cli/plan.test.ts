import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));
const run = (...args: string[]) =>
  execFileSync(process.execPath, [MAIN, "plan", ...args], { encoding: "utf8" });

test("a table hour by hour, with cost beside the old system's", () => {
  const text = run("--users", "40", "--scans", "code=4", "database=1", "--run", "database=2m");
  expect(text).toContain(
    "40 users, 200 scans a day; median run times: code 30.0 s (assumed), database 120.0 s",
  );
  expect(text.match(/^ {2,3}\d{1,2} +\d+ +\d+ /gm)).toHaveLength(24);
  expect(text).toContain("The control plane costs EUR 5.00 a month, EUR 0.13 a user");
  expect(text).toContain("50 to 100 users");
});

test("as JSON, the same for the same seed, and fewer agents where more waiting is allowed", () => {
  const plan = (wait: string) =>
    JSON.parse(run("--users", "300", "--scans", "image=2", "--wait", wait, "--format", "json")) as {
      agentHours: number;
      met: boolean;
    };
  const short = plan("10s");
  expect(short.met).toBe(true);
  expect(plan("10s")).toEqual(short);
  expect(plan("30m").agentHours).toBeLessThan(short.agentHours);
});

test.each([
  [["--users", "40", "--scans", "codes=4"], "--scans takes a kind"],
  [["--users", "40", "--scans", "code=4", "--run", "code=fast"], "--run takes a kind"],
  [["--users", "none", "--scans", "code=4"], "users"],
  [["--users", "9000", "--scans", "code=40"], "a part of the organisation"],
])("%j is refused in a sentence", (args, sentence) => {
  const { status, stderr } = spawnSync(process.execPath, [MAIN, "plan", ...args], { encoding: "utf8" });
  expect(status).toBe(2);
  expect(stderr).toContain(sentence);
});
