/** A job's process with everything it started, such as git. */
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";

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

/** Resident memory of a process and its descendants in bytes; null where /proc does not tell. */
export async function treeRssBytes(pid: number): Promise<number | null> {
  try {
    // The second field is the resident size in pages; pages are 4 KiB on every platform that Node's builds support
    // here, except some arm64 kernels, where this reads low and the heap cap alone remains.
    const statm = (await readFile(`/proc/${pid}/statm`, "utf8")).split(" ");
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
    const below = await Promise.all(
      children
        .trim()
        .split(" ")
        .filter(Boolean)
        .map((c) => treeRssBytes(Number(c))),
    );
    return Number(statm[1]) * PAGE_BYTES + below.reduce<number>((sum, bytes) => sum + (bytes ?? 0), 0);
  } catch {
    return null;
  }
}
