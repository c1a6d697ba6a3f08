import { readdirSync, readFileSync } from "node:fs";

/** Command lines of processes with the folder in their arguments or environment. Linux only; elsewhere it finds none. */
export function processesOf(dir: string): string[] {
  let ids: string[];
  try {
    ids = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  } catch {
    return [];
  }
  return ids.flatMap((id) => {
    try {
      const command = readFileSync(`/proc/${id}/cmdline`, "utf8").replaceAll("\0", " ");
      const known = command.includes(dir) || readFileSync(`/proc/${id}/environ`, "utf8").includes(dir);
      return known ? [`${id} ${command}`] : [];
    } catch {
      // Gone meanwhile, or somebody else's.
      return [];
    }
  });
}
