import { ImportLog } from "./import-log.ts";
import { NO_EVENTS } from "./sniff.ts";
import { PickleWalker } from "./walker.ts";

const PLAIN_NAME = /^[\w.]+$/;
const MAX_REST_BYTES = 256 * 1024;

/** Reads bytes as if a pickle began there, and keeps what it imports only if that proves true. */
export class Trial {
  readonly log = new ImportLog();
  readonly #walker = new PickleWalker(this.log, NO_EVENTS, null);
  /** Another reading of bytes within a pickle, for which values were put on the stack before. */
  readonly #isWithin: boolean;
  readonly #maxRestBytes: number;
  #rest: Buffer | null = null;

  constructor(isWithin: boolean, maxRestBytes = MAX_REST_BYTES) {
    this.#isWithin = isWithin;
    this.#maxRestBytes = maxRestBytes;
  }

  /** Returns whether more bytes are wanted. */
  feed(piece: Buffer, from: number, base: number): boolean {
    const rest = this.#rest;
    const bytes = rest ? Buffer.concat([rest, piece.subarray(from)]) : piece;
    const start = rest ? 0 : from;
    const at = this.#walker.walk(bytes, start, rest ? base + from - rest.length : base);
    if (this.#walker.state !== "running" || this.#walker.machine.arrayBehind !== null) return false;
    if (!this.#isWithin && this.#walker.machine.faults > 0) return false;
    this.#rest = at < bytes.length ? Buffer.from(bytes.subarray(at)) : null;
    return (this.#rest?.length ?? 0) <= this.#maxRestBytes;
  }

  get isConvincing(): boolean {
    const { log } = this;
    if (log.size === 0) return false;
    if (
      !log.names().every(({ module, name }) => PLAIN_NAME.test(module ?? "?") && PLAIN_NAME.test(name ?? "?"))
    )
      return false;
    const isDangerous = log.hasDanger;
    if (this.#isWithin) return isDangerous;
    return this.#walker.machine.faults === 0 && (isDangerous || this.#walker.state === "ended");
  }
}
