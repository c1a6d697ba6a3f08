import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** Writes JSON for its owner's eyes alone (0600); a crash half-way leaves the old file or none, never half a one. */
export function writePrivateJson(path: string, value: unknown): void {
  const draft = `${path}.new`;
  // The mode counts only when the file is made: a draft left by a crash may have another.
  rmSync(draft, { force: true });
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, path);
}

/** The parsed file, or null when there is none. Throws on a damaged one. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
