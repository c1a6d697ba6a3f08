import { type ChildProcess, type ChildProcessWithoutNullStreams, fork } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { Suppressed } from "@dataguardian/shared/domain";
import type { FileUnit } from "../../sources/file-source.ts";
import { startCatFile } from "../../sources/git-blob-reader.ts";
import { confined } from "./confinement.ts";
import { SMALL_YOUNG_SPACE, YOUNG_SPACE } from "../young-space.ts";
import type { FromWorker, ToWorker, WorkerReport, WorkerStart } from "./messages.ts";

/** A worker's heap. Its memory follows from the size of a window, so that more is a sign of something wrong. */
const HEAP_MB = 512;
const START_WITHIN_MS = 60_000;

/** One scanning process from outside: its batch, its signs of life, its end. */
export class WorkerProcess {
  suppressed: Suppressed = { inline: 0, allowList: 0, baseline: 0 };
  wasStuck = false;
  /** It has started, so that its end is a file's doing. */
  isReady = false;
  readonly #child: ChildProcess;
  readonly #git: ChildProcessWithoutNullStreams | undefined;
  readonly #ended: Promise<void>;
  #batch: readonly FileUnit[] = [];
  #reported = 0;
  /** Findings of a unit that has not been reported yet have been taken. */
  #isHalfTaken = false;
  #heardAt = performance.now();
  /** The worker waits for us. */
  #owed = false;
  /** Its end has been asked for. */
  #isAsked = false;

  /** `onReport` gets null once, when the process has ended without being asked to. */
  constructor(
    start: WorkerStart,
    place: { entry: URL; scratch: string; env: Record<string, string>; signal: AbortSignal },
    onReport: (report: WorkerReport | null) => void,
  ) {
    const { entry, scratch, env, signal } = place;
    if (start.store.store === "git") this.#git = startCatFile(start.store.repository, signal);
    this.#child = fork(fileURLToPath(entry), [], {
      execArgv: [
        `--max-old-space-size=${HEAP_MB}`,
        start.kind === "image" || start.kind === "ai-model" ? SMALL_YOUNG_SPACE : YOUNG_SPACE,
        ...confined([scratch, ...(start.redactedDir === undefined ? [] : [start.redactedDir])]),
      ],
      // The image library frees large pieces from several threads; without a limit, glibc keeps a pool for each.
      env: { ...process.env, ...env, TMPDIR: scratch, TMP: scratch, TEMP: scratch, MALLOC_ARENA_MAX: "2" },
      serialization: "advanced",
      // What a library prints in there may hold values (P5).
      stdio: ["ignore", "ignore", "ignore", "ipc", ...(this.#git ? handedOver(this.#git) : [])],
      windowsHide: true,
    });
    this.#child.on("message", (message: FromWorker) => {
      this.#heardAt = performance.now();
      this.isReady = true;
      if (message.t !== "report") return;
      this.#owed = true;
      this.#reported += message.units.length;
      this.#isHalfTaken = message.halfDone;
      this.suppressed = message.suppressed;
      onReport(message);
    });
    this.#child.on("error", () => {});
    this.#ended = new Promise((resolve) => {
      this.#child.once("close", () => {
        this.#git?.kill();
        this.#git?.stdin.destroy();
        this.#git?.stdout.destroy();
        resolve();
        if (!this.#isAsked) onReport(null);
      });
    });
    this.#send(start);
  }

  give(batch: readonly FileUnit[]): void {
    this.#batch = batch;
    this.#reported = 0;
    this.#isHalfTaken = false;
    this.#send({ t: "batch", units: [...batch] });
  }

  taken(): void {
    this.#owed = false;
    this.#heardAt = performance.now();
    this.#send({ t: "taken" });
  }

  /** What of the batch has not been reported, and whether the first of it is known to be the one that did it. */
  left(): { units: readonly FileUnit[]; isFirstGuilty: boolean } {
    const units = this.#batch.slice(this.#reported);
    return { units, isFirstGuilty: units.length === 1 || this.#isHalfTaken };
  }

  endIfStuck(now: number, stuckMs: number): void {
    // Starting takes long on a machine that is busy with other things.
    const within = this.isReady ? stuckMs : Math.max(stuckMs, START_WITHIN_MS);
    if (this.#owed || now - this.#heardAt <= within) return;
    this.wasStuck = true;
    this.#child.kill("SIGKILL");
  }

  async end(): Promise<void> {
    this.#isAsked = true;
    this.#child.removeAllListeners("message");
    this.#child.kill("SIGKILL");
    await this.#ended;
    const git = this.#git;
    if (!git) return;
    // Its pipes are read by nobody here, so that it never counts as closed: its exit is its end.
    const isOver = git.exitCode !== null || git.signalCode !== null;
    const exited = isOver ? Promise.resolve() : new Promise((resolve) => git.once("exit", resolve));
    git.kill();
    await exited;
  }

  #send(message: ToWorker): void {
    // A process that is gone says so by its end.
    if (this.#child.connected) this.#child.send(message, () => {});
  }
}

/**
 * Git's two pipes for the scanning process, which may start no git itself. Node begins to read a pipe as soon as it has one;
 * what git answers is not for this process.
 */
function handedOver(git: ChildProcessWithoutNullStreams): [Writable, Readable] {
  (git.stdout as unknown as { _handle: { readStop(): void } })._handle.readStop();
  return [git.stdin, git.stdout];
}
