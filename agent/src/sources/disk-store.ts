import { closeSync, constants, lstatSync, openSync, realpathSync } from "node:fs";
import { dirname, sep } from "node:path";
import {
  type FileContent,
  type FileStore,
  type FileUnit,
  type RandomBytes,
  ReadError,
  SKIP_REASONS,
  type SkipReason,
  skipReasonOf,
} from "./file-source.ts";
import { bytesOfPath } from "./path-bytes.ts";
import { randomBytesOf } from "./random-bytes.ts";

const PIECE_BYTES = 1024 * 1024;
// A link that was swapped in after the listing is not followed, and opening a pipe does not wait for a writer.
const OPEN_FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Files below one root on this disk. A path that leads outside through a linked folder is refused. Small files are most
 * of a scan, and reading them synchronously took half the time: nothing else waits in a scanning thread.
 */
export class DiskStore implements FileStore {
  readonly #root: string;
  #folder = "";
  #isInside = false;

  /** `root` is a real path: absolute and without links. */
  constructor(root: string) {
    this.#root = root;
  }

  read(unit: FileUnit, maxBytes: number): Promise<FileContent | { skip: SkipReason }> {
    try {
      return Promise.resolve(this.#open(bytesOfPath(this.#root, unit), maxBytes));
    } catch (error) {
      return Promise.resolve({ skip: skipReasonOf(error) });
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #open(full: string | Buffer, maxBytes: number): FileContent | { skip: SkipReason } {
    if (!this.#inside(full)) return { skip: SKIP_REASONS.outside };
    const kind = lstatSync(full);
    if (kind.isSymbolicLink()) return { skip: SKIP_REASONS.symlink };
    if (kind.isDirectory()) return { skip: SKIP_REASONS.submodule };
    if (!kind.isFile()) return { skip: SKIP_REASONS.special };
    const bytes = kind.size;
    if (bytes > maxBytes) return { skip: SKIP_REASONS.tooLarge };
    const file = openSync(full, OPEN_FLAGS);
    let open = false;
    try {
      const random = randomBytesOf(file, bytes);
      const head = random.read(0, PIECE_BYTES);
      if (head.length === 0 && bytes > 0) return { skip: SKIP_REASONS.changed };
      open = head.length < bytes;
      if (!open) return { bytes, head, rest: null };
      return { bytes, head, rest: readPieces(random, head.length), random, close: () => closeSync(file) };
    } finally {
      if (!open) closeSync(file);
    }
  }

  /** Files come folder by folder, so that the last answer serves most of them. */
  #inside(full: string | Buffer): boolean {
    if (typeof full !== "string")
      return this.#isBelowRoot(Buffer.from(dirname(full.toString("latin1")), "latin1"));
    const folder = dirname(full);
    if (folder !== this.#folder) {
      this.#isInside = this.#isBelowRoot(folder);
      this.#folder = folder;
    }
    return this.#isInside;
  }

  #isBelowRoot(folder: string | Buffer): boolean {
    const real = realpathSync.native(folder, "utf8");
    return real === this.#root || `${real}${sep}`.startsWith(this.#root === sep ? sep : this.#root + sep);
  }
}

/** Reads the size that the file had: a log that grows while it is read has an end. Throws `ReadError` where it became shorter. */
async function* readPieces(random: RandomBytes, from: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = from; at < random.size;) {
    const piece = random.read(at, PIECE_BYTES);
    if (piece.length === 0) throw new ReadError(SKIP_REASONS.changed);
    at += piece.length;
    yield piece;
  }
}
