import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../../../agent/src/cli/main.ts", import.meta.url));
const LOOK_MS = 50;

export interface TimedScan {
  seconds: number;
  /** Of the largest process of the scan, MB. Only Linux tells. */
  peakMb: number;
  /** Of all of its processes together, as looked at twenty times a second, MB. Pages that they share count once for each. */
  treePeakMb: number;
  /** Processor time of all of its processes, as of the last look. Only Linux tells. */
  cpuSeconds: number;
  findings: { entityType: string; location: { path: string }; value?: string }[];
}

/** One scan by the command line, as a user would run it: start of the processes included. */
export async function timedScan(kind: string, target: string, ...options: string[]): Promise<TimedScan> {
  const startedAt = performance.now();
  const args = [CLI, "scan", kind, target, "--format", "json", "--quiet", ...options];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let peakMb = 0;
  let treePeakMb = 0;
  const cpuSeconds = new Map<number, number>();
  const look = setInterval(() => {
    let together = 0;
    for (const pid of familyOf(child.pid ?? 0)) {
      cpuSeconds.set(pid, Math.max(cpuOf(pid), cpuSeconds.get(pid) ?? 0));
      const memory = memoryOf(pid);
      peakMb = Math.max(peakMb, memory.peakMb);
      together += memory.nowMb;
    }
    treePeakMb = Math.max(treePeakMb, together);
  }, LOOK_MS);
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`The scan ended with ${code}.`);
  const { findings } = JSON.parse(output) as Pick<TimedScan, "findings">;
  return {
    seconds: (performance.now() - startedAt) / 1_000,
    peakMb,
    treePeakMb,
    cpuSeconds: [...cpuSeconds.values()].reduce((sum, seconds) => sum + seconds, 0),
    findings,
  };
}

/** Processor time so far of a process and of all that it has started and that still run, seconds; 0 where this is no Linux. */
export function treeCpuSeconds(root: number): number {
  return familyOf(root).reduce((sum, pid) => sum + cpuOf(pid), 0);
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

function cpuOf(pid: number): number {
  try {
    // After the name, which may hold anything, stand the state and ten figures before the two that count, in hundredths of a second.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
  } catch {
    return 0;
  }
}

function memoryOf(pid: number): { peakMb: number; nowMb: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const mb = (pattern: RegExp) => Number(pattern.exec(status)?.[1] ?? 0) / 1_000;
    return { peakMb: mb(/VmHWM:\s+(\d+) kB/), nowMb: mb(/VmRSS:\s+(\d+) kB/) };
  } catch {
    return { peakMb: 0, nowMb: 0 };
  }
}
