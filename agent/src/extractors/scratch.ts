import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Files that a thread puts on disk while it reads something larger than memory. Removed when it ends. */
export class Scratch {
  readonly #root: string;
  #folder: string | null = null;
  #files = 0;

  constructor(root = tmpdir()) {
    this.#root = root;
  }

  /** A path for a new file that nobody else uses. */
  file(): string {
    this.#folder ??= mkdtempSync(join(this.#root, "dataguardian-scratch-"));
    return join(this.#folder, String(this.#files++));
  }

  close(): void {
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }
}
