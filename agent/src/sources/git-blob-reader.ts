import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { ScanError } from "../pipeline/scan-error.ts";
import { gitEnv, SAFE_CONFIG } from "./git.ts";

const BROKEN = "The git repository could not be read to its end.";

/**
 * Reads objects, one after another, through a single `git cat-file --batch`: a process for each file would cost more
 * than the scan. simple-git has no conversation with a running command, so this is a process of its own.
 */
export class BlobReader {
  readonly #repository: string;
  readonly #signal: AbortSignal;
  #git: ChildProcessWithoutNullStreams | null = null;
  #output: AsyncIterator<Buffer> | null = null;
  #rest: Buffer = Buffer.alloc(0);

  constructor(repository: string, signal: AbortSignal) {
    this.#repository = repository;
    this.#signal = signal;
  }

  /**
   * The object's size, and its content in pieces. A reader that stops early makes the next read skip what is left. Null: the
   * repository is a partial clone without it.
   */
  async open(
    object: string,
  ): Promise<{ bytes: number; pieces: AsyncGenerator<Uint8Array, void, undefined> } | null> {
    this.#start().stdin.write(`${object}\n`);
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

  async close(): Promise<void> {
    const git = this.#git;
    this.#git = null;
    if (!git || git.exitCode !== null || git.signalCode !== null) return;
    const ended = new Promise((resolve) => git.once("close", resolve));
    git.stdin.end();
    git.stdout.destroy();
    git.kill();
    await ended;
  }

  #start(): ChildProcessWithoutNullStreams {
    if (this.#git) return this.#git;
    const settings = SAFE_CONFIG.flatMap((setting) => ["-c", setting]);
    const git = spawn("git", [...settings, "cat-file", "--batch"], {
      cwd: this.#repository,
      env: gitEnv(process.env),
      signal: this.#signal,
      stdio: ["pipe", "pipe", "pipe"],
    });
    // Death shows as the end of the output; these listeners keep it from being thrown a second time.
    git.on("error", () => {});
    git.stdin.on("error", () => {});
    git.stderr.resume();
    this.#git = git;
    this.#output = git.stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    return git;
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
