import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { SKIP_REASONS } from "../sources/file-source.ts";
import { randomBytesOf } from "../sources/random-bytes.ts";
import { ByteInput } from "./byte-input.ts";
import type { Part } from "./part.ts";
import type { Scratch } from "./scratch.ts";

const PIECE_BYTES = 1024 * 1024;
const MAX_BYTES = 4 * 1024 ** 3;

/**
 * Files that turn up while a text is being read: they cannot be parts before the text has ended, and all together have no
 * bound, so they wait in a scratch file.
 */
export class FileSpool {
  readonly #scratch: Scratch;
  readonly #files: { name: string; member: string; at: number; bytes: number }[] = [];
  readonly #left: { member: string }[] = [];
  #file: number | null = null;
  #path = "";
  #written = 0;

  constructor(scratch: Scratch) {
    this.#scratch = scratch;
  }

  get count(): number {
    return this.#files.length + this.#left.length;
  }

  put(name: string, bytes: Uint8Array, member = name): void {
    if (this.#written + bytes.length > MAX_BYTES) {
      this.#left.push({ member });
      return;
    }
    if (this.#file === null) {
      this.#path = this.#scratch.file();
      this.#file = openSync(this.#path, "wx+", 0o600);
    }
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
    this.#files.push({ name, member, at: this.#written, bytes: bytes.length });
    this.#written += bytes.length;
  }

  /** What was put, as parts; once. */
  async *parts(): AsyncGenerator<Part, void, undefined> {
    for (const { member } of this.#left) yield { t: "skip", reason: SKIP_REASONS.unpacksTooLarge, member };
    if (this.#file === null) return;
    const all = randomBytesOf(this.#file, this.#written);
    for (const { name, member, at, bytes } of this.#files)
      yield {
        t: "file",
        input: await ByteInput.open({ name, size: bytes, pieces: piecesOf(all, at, bytes) }),
        place: { member },
      };
  }

  close(): void {
    if (this.#file === null) return;
    closeSync(this.#file);
    rmSync(this.#path, { force: true });
    this.#file = null;
  }
}

function* piecesOf(
  all: ReturnType<typeof randomBytesOf>,
  at: number,
  bytes: number,
): Generator<Uint8Array, void, undefined> {
  for (let read = 0; read < bytes; read += PIECE_BYTES)
    yield all.read(at + read, Math.min(PIECE_BYTES, bytes - read));
}
