import { closeSync, constants, lstatSync, openSync, readSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import {
  type FileContent,
  type FileUnit,
  SKIP_REASONS,
  type SkipReason,
  skipReasonOf,
} from "./file-source.ts";

const PIECE_BYTES = 1024 * 1024;
// A link that was swapped in after the listing is not followed, and opening a pipe does not wait for a writer.
const OPEN_FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Files below one root on this disk. A path that leads outside through a linked folder is refused. Small files are most
 * of a scan, and reading them synchronously took half the time: nothing else waits in a scanning process.
 */
export class DiskFiles {
  readonly #root: string;
  readonly #insideByFolder = new Map<string, Promise<boolean>>();

  /** `root` is a real path: absolute and without links. */
  constructor(root: string) {
    this.#root = root;
  }

  unit(path: string): FileUnit {
    return { path, read: (maxBytes) => this.#read(path, maxBytes) };
  }

  async #read(path: string, maxBytes: number): Promise<FileContent | { skip: SkipReason }> {
    const full = join(this.#root, path);
    try {
      if (!(await this.#isInside(dirname(full)))) return { skip: SKIP_REASONS.outside };
      const kind = lstatSync(full);
      if (kind.isSymbolicLink()) return { skip: SKIP_REASONS.symlink };
      if (kind.isDirectory()) return { skip: SKIP_REASONS.submodule };
      if (!kind.isFile()) return { skip: SKIP_REASONS.special };
      if (kind.size > maxBytes) return { skip: SKIP_REASONS.tooLarge };
      const file = openSync(full, OPEN_FLAGS);
      return { bytes: kind.size, pieces: readPieces(file, kind.size) };
    } catch (error) {
      return { skip: skipReasonOf(error) };
    }
  }

  #isInside(folder: string): Promise<boolean> {
    let known = this.#insideByFolder.get(folder);
    if (!known) {
      known = realpath(folder).then(
        (real) => real === this.#root || `${real}${sep}`.startsWith(this.#root + sep),
      );
      this.#insideByFolder.set(folder, known);
    }
    return known;
  }
}

/** Reads at most `size` bytes: a log that grows while it is read has an end. */
async function* readPieces(file: number, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for (let at = 0; at < size;) {
      const buffer = Buffer.allocUnsafe(Math.min(PIECE_BYTES, size - at));
      const bytesRead = readSync(file, buffer, 0, buffer.length, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    closeSync(file);
  }
}
