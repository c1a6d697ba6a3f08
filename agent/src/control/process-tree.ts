/** A job's process with everything it started, such as git. */
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import type { JobLoad } from "./health-monitor.ts";

const PAGE_BYTES = 4_096;

/** Ends the whole group at once. The child was started as the leader of its own process group. */
export function killTree(pid: number): void {
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"], { stdio: "ignore" });
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // ESRCH: nobody of the group is left.
  }
}

/** Clock ticks a second in `/proc`: 100 on every Linux that Node is built for. */
const MS_PER_TICK = 10;

/** Resident memory and processor time of a process and its descendants; null where /proc does not tell. */
export async function treeLoad(pid: number): Promise<JobLoad | null> {
  try {
    // The second field is the resident size in pages; pages are 4 KiB on every platform that Node's builds support
    // here, except some arm64 kernels, where this reads low and the heap cap alone remains.
    const statm = (await readFile(`/proc/${pid}/statm`, "utf8")).split(" ");
    // The command's name may hold spaces and brackets; user and system time are the 12th and 13th field behind it.
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
    const below = await Promise.all(
      children
        .trim()
        .split(" ")
        .filter(Boolean)
        .map((c) => treeLoad(Number(c))),
    );
    const own = {
      rssBytes: Number(statm[1]) * PAGE_BYTES,
      cpuMs: (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK,
    };
    return below.reduce<JobLoad>(
      (sum, load) => ({
        rssBytes: sum.rssBytes + (load?.rssBytes ?? 0),
        cpuMs: sum.cpuMs + (load?.cpuMs ?? 0),
      }),
      own,
    );
  } catch {
    return null;
  }
}
