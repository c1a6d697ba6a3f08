/** The agent, run as its users run it: through its command line. */
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./paths.ts";
import { type ProcessGroup, spawnGroup } from "./process-group.ts";

const CLI = join(ROOT, "agent", "src", "cli", "main.ts");

export interface CommandResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs one command of the agent's command line to its end. */
export async function runDataguardian(args: readonly string[], stdin = ""): Promise<CommandResult> {
  const group = spawnGroup([CLI, ...args], { stdio: ["pipe", "pipe", "pipe"] });
  const { child } = group;
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (data: Buffer) => (stdout += data.toString()));
  child.stderr?.on("data", (data: Buffer) => (stderr += data.toString()));
  // A command that does not read its input may be gone before this is written.
  child.stdin?.on("error", () => {});
  child.stdin?.end(stdin);
  const closed = new Promise<void>((done) => child.once("close", () => done()));
  const code = await group.exited;
  await closed;
  return { code, stdout, stderr };
}

/** Starts `dataguardian agent run`; what it says goes to the log file. */
export function spawnAgent(
  configFile: string,
  logFile: string,
  options: readonly string[] = [],
): ProcessGroup {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, "a", 0o600);
  const group = spawnGroup([CLI, "agent", "run", "--config", configFile, ...options], {
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  return group;
}
