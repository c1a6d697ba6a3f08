/** Runs one job in a process of its own and says how it ended, once nothing of that process is left. */
import { fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import type { Checkpoint, Progress } from "@dataguardian/shared/domain";
import type { FailureCode } from "@dataguardian/shared/protocol";
import type { CPU_PRIORITIES } from "../config/schema.ts";
import type { Clock } from "./clock.ts";
import type { JobLoad } from "./health-monitor.ts";
import { fromJob, type FromJob, type JobStart, type ToJob } from "./ipc.ts";
import type { PoolSeat } from "./pool-seat.ts";
import { killTree, treeLoad } from "./process-tree.ts";
import { YOUNG_SPACE } from "../pipeline/young-space.ts";

export type JobEnd =
  | { end: "done" }
  | { end: "failed"; code: FailureCode; reason: string }
  /** The signal was aborted. */
  | { end: "stopped" };

export interface ChildJob {
  /** Module that the process runs; it speaks the messages of `ipc.ts`. */
  entry: string;
  start: JobStart;
  env: Record<string, string>;
  maxMemoryMb: number;
  /** How the job's processes stand beside the machine's other work. */
  priority: (typeof CPU_PRIORITIES)[number];
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
  onCheckpoint: (checkpoint: Checkpoint) => void;
  /** The job goes on from an earlier checkpoint of so many units. */
  onResumed: (units: number) => void;
  onStarted: (pid: number) => void;
  /** Where it gets its connections with a database; none are given when absent. */
  seat?: ((send: (message: ToJob) => void) => PoolSeat) | undefined;
  /** Four times a second. */
  onLoad: (load: JobLoad) => void;
  clock: Clock;
}

const MEMORY_LOOK_MS = 250;
/** The heap's share of the memory cap; the rest is for buffers, code and git. */
const HEAP_SHARE = 0.75;

const MEMORY: JobEnd = {
  end: "failed",
  code: "memory",
  reason: "The job needs more memory than maxMemoryMb in the agent's policy allows.",
};
const TIMEOUT: JobEnd = { end: "failed", code: "timeout", reason: "The job took longer than it may." };
const CRASH: JobEnd = { end: "failed", code: "crash", reason: "The job's process ended without a result." };
const NO_START: JobEnd = {
  end: "failed",
  code: "internal",
  reason: "The job's process could not be started.",
};

export function runChildJob(job: ChildJob): Promise<JobEnd> {
  const { clock, signal } = job;
  if (signal.aborted) return Promise.resolve({ end: "stopped" });
  return new Promise((resolve) => {
    const child = fork(job.entry, [], {
      execArgv: [`--max-old-space-size=${Math.floor(job.maxMemoryMb * HEAP_SHARE)}`, YOUNG_SPACE],
      env: job.env,
      // A group of its own: killing it takes git along, and Ctrl-C in the agent's terminal does not reach it.
      detached: true,
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      windowsHide: true,
    });
    const { pid } = child;
    let word: FromJob | null = null;
    /** Why this side ended the process. */
    let verdict: JobEnd | null = null;
    const stopAs = (why: JobEnd) => {
      verdict ??= why;
      if (pid !== undefined) killTree(pid);
    };
    const onAbort = () => stopAs({ end: "stopped" });
    signal.addEventListener("abort", onAbort, { once: true });
    const cancelTimeout = clock.after(job.start.timeoutMs, () => stopAs(TIMEOUT));
    let cancelLook = () => {};
    const lookAgain = () => {
      cancelLook = clock.after(MEMORY_LOOK_MS, () => {
        void treeLoad(pid ?? 0).then((load) => {
          if (load === null || ended) return;
          job.onLoad(load);
          if (load.rssBytes > job.maxMemoryMb * 1_048_576) stopAs(MEMORY);
          else lookAgain();
        });
      });
    };
    const seat = job.seat?.((message) => {
      if (child.connected) child.send(message, () => {});
    });
    let ended = false;
    const finish = (end: JobEnd) => {
      if (ended) return;
      ended = true;
      signal.removeEventListener("abort", onAbort);
      cancelTimeout();
      cancelLook();
      // With the process its connections are gone.
      seat?.leave();
      if (pid !== undefined) killTree(pid);
      resolve(end);
    };

    child.on("message", (raw) => {
      const parsed = fromJob.safeParse(raw);
      if (!parsed.success || word !== null) return;
      const said = parsed.data;
      if (said.t === "progress") job.onProgress(said.progress);
      else if (said.t === "checkpoint") job.onCheckpoint(said.checkpoint);
      else if (said.t === "resumed") job.onResumed(said.units);
      else if (said.t === "connect") void seat?.ask(said.n);
      else if (said.t === "disconnected") seat?.giveBack(said.n);
      else word = said;
    });
    child.once("error", () => finish(pid === undefined ? NO_START : CRASH));
    // `close` comes after the last message has been read, `exit` may come before it.
    child.once("close", (code, killedBy) => finish(verdict ?? endOf(word, code, killedBy)));
    if (pid === undefined) return;
    lower(pid, job.priority);
    job.onStarted(pid);
    lookAgain();
    child.send(job.start, () => {});
  });
}

const PRIORITY = {
  normal: constants.priority.PRIORITY_NORMAL,
  low: constants.priority.PRIORITY_BELOW_NORMAL,
  lowest: constants.priority.PRIORITY_LOW,
};

/** Its own processes and git inherit it: they start later. */
function lower(pid: number, priority: ChildJob["priority"]): void {
  if (priority === "normal") return;
  try {
    setPriority(pid, PRIORITY[priority]);
  } catch {
    // It ended already, which its `close` event tells.
  }
}

function endOf(word: FromJob | null, code: number | null, killedBy: NodeJS.Signals | null): JobEnd {
  if (word?.t === "done") return { end: "done" };
  if (word?.t === "failed") return { end: "failed", code: word.code, reason: word.reason };
  // V8 aborts when the heap is full; a SIGKILL that is not ours comes from a kernel out of memory.
  if (killedBy === "SIGABRT" || killedBy === "SIGKILL" || code === 134) return MEMORY;
  return CRASH;
}
