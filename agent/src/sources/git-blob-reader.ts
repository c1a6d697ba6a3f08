import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import type { Writable } from "node:stream";
import { ScanError } from "../pipeline/scan-error.ts";
import { gitEnv, SAFE_CONFIG } from "./git.ts";

const BROKEN = "The git repository could not be read to its end.";

/** The two ends of a conversation with `git cat-file --batch`. */
export interface CatFile {
  requests: Writable;
  answers: AsyncIterable<Buffer>;
}

/** Starts git for such a conversation. simple-git has none with a running command, so this is a process of its own. */
export function startCatFile(repository: string, signal: AbortSignal): ChildProcessWithoutNullStreams {
  const settings = SAFE_CONFIG.flatMap((setting) => ["-c", setting]);
  const git = spawn("git", [...settings, "cat-file", "--batch"], {
    cwd: repository,
    env: gitEnv(process.env),
    signal,
    stdio: ["pipe", "pipe", "pipe"],
  });
  // Death shows as the end of the answers; these listeners keep it from being thrown a second time.
  git.on("error", () => {});
  git.stdin.on("error", () => {});
  git.stderr.resume();
  return git;
}

/**
 * Reads objects, one after another, through a single `git cat-file --batch`: a process for each file would cost more
 * than the scan.
 */
export class BlobReader {
  readonly #open: () => CatFile;
  readonly #signal: AbortSignal;
  #git: CatFile | null = null;
  #output: AsyncIterator<Buffer> | null = null;
  #rest: Buffer = Buffer.alloc(0);

  /** `open` is called once, when the first object is asked for. */
  constructor(open: () => CatFile, signal: AbortSignal) {
    this.#open = open;
    this.#signal = signal;
  }

  /**
   * The object's size, and its content in pieces. A reader that stops early makes the next read skip what is left. Null: the
   * repository is a partial clone without it.
   */
  async open(
    object: string,
  ): Promise<{ bytes: number; pieces: AsyncGenerator<Uint8Array, void, undefined> } | null> {
    this.#start().requests.write(`${object}\n`);
    const line = await this.#line();
    if (line.endsWith(" missing")) return null;
    const header = /^[0-9a-f]+ (?:blob|commit|tag) (\d+)$/.exec(line);
    if (!header) throw new ScanError("invalid", BROKEN);
    const bytes = Number(header[1]);
    const pieces = this.#pieces(bytes);
    // A generator that was never entered has no end: this enters it.
    await pieces.next();
    return { bytes, pieces };
  }

  /** The first piece is empty. */
  async *#pieces(bytes: number): AsyncGenerator<Uint8Array, void, undefined> {
    let left = bytes;
    try {
      yield new Uint8Array();
      while (left > 0) {
        const piece = await this.#take(left);
        left -= piece.length;
        yield piece;
      }
    } finally {
      while (left > 0) left -= (await this.#take(left)).length;
      await this.#take(1);
    }
  }

  #start(): CatFile {
    if (this.#git) return this.#git;
    this.#git = this.#open();
    this.#output = this.#git.answers[Symbol.asyncIterator]();
    return this.#git;
  }

  async #more(): Promise<void> {
    const next = await this.#output?.next();
    this.#signal.throwIfAborted();
    if (!next || next.done === true) throw new ScanError("invalid", BROKEN);
    this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value]);
  }

  async #line(): Promise<string> {
    while (!this.#rest.includes(10)) await this.#more();
    const end = this.#rest.indexOf(10);
    const line = this.#rest.toString("latin1", 0, end);
    this.#rest = this.#rest.subarray(end + 1);
    return line;
  }

  async #take(atMost: number): Promise<Buffer> {
    if (this.#rest.length === 0) await this.#more();
    const piece = this.#rest.subarray(0, atMost);
    this.#rest = this.#rest.subarray(piece.length);
    return piece;
  }
}
