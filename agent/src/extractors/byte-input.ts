import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { type RandomBytes, SKIP_REASONS } from "../sources/file-source.ts";
import { randomBytesOf } from "../sources/random-bytes.ts";
import { ExtractError } from "./extractor.ts";
import type { Scratch } from "./scratch.ts";

/** Up to here a file that has to be there whole is kept in memory. */
const MEMORY_BYTES = 64 * 1024 * 1024;
/** So much of a file at least decides what it is. */
const HEAD_BYTES = 64 * 1024;

/** What a file's bytes come from: all of them in order, and at any place where that is known. */
export interface ByteSource {
  /** Its last name, such as `staff.csv`. Only a hint. */
  name: string;
  /** Bytes, as far as is known; archives lie. */
  size?: number;
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  random?: RandomBytes;
}

/** A file to extract from, whatever it comes from. One of `stream`, `whole` and `random` is used, and once. */
export class ByteInput {
  readonly name: string;
  readonly size: number | undefined;
  /** The first piece: at least 64 KiB, or all there is. */
  readonly head: Uint8Array;
  readonly #rest: AsyncGenerator<Uint8Array, void, undefined>;
  readonly #random: RandomBytes | undefined;
  #onBytes = (_bytes: number) => {};
  readonly #closers: (() => void)[] = [];

  private constructor(
    source: ByteSource,
    head: Uint8Array,
    rest: AsyncGenerator<Uint8Array, void, undefined>,
  ) {
    this.name = source.name;
    this.size = source.size;
    this.head = head;
    this.#rest = rest;
    this.#random = source.random;
  }

  static async open(source: ByteSource): Promise<ByteInput> {
    let rest = iterate(source.pieces);
    const pieces: Uint8Array[] = [];
    try {
      for (let bytes = 0; bytes < HEAD_BYTES;) {
        const next = await rest.next();
        if (next.done === true) break;
        pieces.push(next.value);
        bytes += next.value.length;
      }
    } catch (error) {
      if (pieces.length === 0) throw error;
      // What there was is read first.
      rest = failing(error);
    }
    const [only] = pieces;
    const head = only && pieces.length === 1 ? only : Buffer.concat(pieces);
    return new ByteInput(source, head, rest);
  }

  static of(name: string, bytes: Uint8Array): ByteInput {
    return new ByteInput({ name, size: bytes.length, pieces: [] }, bytes, iterate([]));
  }

  /** Has every byte counted, the first piece at once, the others as they are read; what `onBytes` throws ends the reading. */
  meter(onBytes: (bytes: number) => void): void {
    this.#onBytes = onBytes;
    onBytes(this.head.length);
  }

  /** All bytes from the first on, in pieces of bounded size. */
  async *stream(): AsyncGenerator<Uint8Array, void, undefined> {
    if (this.head.length > 0) yield this.head;
    for await (const piece of this.#rest) {
      this.#onBytes(piece.length);
      yield piece;
    }
  }

  /** All bytes at once. Throws `ExtractError` when they are more than `atMost`. */
  async whole(atMost: number = MEMORY_BYTES): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    let bytes = 0;
    for await (const piece of this.stream()) {
      bytes += piece.length;
      if (bytes > atMost) throw new ExtractError(SKIP_REASONS.tooLargeToHold);
      pieces.push(piece);
    }
    const [only] = pieces;
    return only && pieces.length === 1 ? only : Buffer.concat(pieces);
  }

  /** Bytes at any place: from the file itself, from memory, or from a copy in the scratch space. */
  async random(scratch: Scratch): Promise<RandomBytes> {
    if (this.#random) return this.#random;
    const pieces: Uint8Array[] = [];
    let bytes = 0;
    const all = this.stream();
    for (let next = await all.next(); next.done !== true; next = await all.next()) {
      pieces.push(next.value);
      bytes += next.value.length;
      if (bytes > MEMORY_BYTES) return this.#onDisk(scratch, pieces, all);
    }
    const buffer = Buffer.concat(pieces);
    return { size: bytes, read: (at, length) => buffer.subarray(at, at + length) };
  }

  /** Releases what reading has opened. The source belongs to whoever opened it. */
  async close(): Promise<void> {
    await this.#rest.return();
    for (const close of this.#closers.splice(0)) close();
  }

  async #onDisk(
    scratch: Scratch,
    first: readonly Uint8Array[],
    rest: AsyncIterable<Uint8Array>,
  ): Promise<RandomBytes> {
    const path = scratch.file();
    const file = openSync(path, "wx+", 0o600);
    this.#closers.push(() => {
      closeSync(file);
      rmSync(path, { force: true });
    });
    let size = 0;
    const write = (piece: Uint8Array) => {
      for (let at = 0; at < piece.length;) at += writeSync(file, piece, at);
      size += piece.length;
    };
    for (const piece of first) write(piece);
    for await (const piece of rest) write(piece);
    return randomBytesOf(file, size);
  }
}

async function* iterate(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield* pieces;
}

// eslint-disable-next-line require-yield -- it has nothing to give but the error
async function* failing(error: unknown): AsyncGenerator<Uint8Array, void, undefined> {
  throw error;
}
