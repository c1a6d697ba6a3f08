import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../../../agent/src/cli/main.ts", import.meta.url));
const LOOK_MS = 50;

export interface TimedScan {
  seconds: number;
  /** Of the largest process of the scan, MB. Only Linux tells. */
  peakMb: number;
  findings: { entityType: string; location: { path: string }; value?: string }[];
}

/** One scan by the command line, as a user would run it: start of the processes included. */
export async function timedScan(kind: string, target: string, ...options: string[]): Promise<TimedScan> {
  const startedAt = performance.now();
  const args = [CLI, "scan", kind, target, "--format", "json", "--quiet", ...options];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let peakMb = 0;
  const look = setInterval(() => {
    for (const pid of familyOf(child.pid ?? 0)) peakMb = Math.max(peakMb, peakOf(pid));
  }, LOOK_MS);
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`The scan ended with ${code}.`);
  const { findings } = JSON.parse(output) as Pick<TimedScan, "findings">;
  return { seconds: (performance.now() - startedAt) / 1_000, peakMb, findings };
}

function familyOf(root: number): number[] {
  const family = [root];
  try {
    for (const name of readdirSync("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      const parent = /^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, "utf8"))?.[1];
      if (family.includes(Number(parent))) family.push(Number(name));
    }
  } catch {
    // A process ended while it was looked at, or this is no Linux.
  }
  return family;
}

function peakOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1_000;
  } catch {
    return 0;
  }
}
