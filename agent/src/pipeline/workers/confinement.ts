import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * What a scanning process may do under Node's permission model: read, and write in the folders named. It starts no process. What
 * it reads comes from strangers, so that a hole in a format's reader shall lead nowhere. Add-ons and threads are what the
 * image library and OCR are made of.
 */
export function confined(folders: readonly string[]): string[] {
  return [
    "--permission",
    "--allow-fs-read=*",
    ...folders.map((folder) => `--allow-fs-write=${folder}`),
    "--allow-addons",
    "--allow-worker",
    "--allow-wasi",
    // Node says on each start that WASI and the like are experimental.
    "--no-warnings",
  ];
}

/** A folder for what scanning processes put on disk. Removed by who made it: a killed process removes nothing. */
export class ScratchFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), "dataguardian-scratch-")));

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
