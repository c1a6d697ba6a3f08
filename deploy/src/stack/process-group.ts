import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { once } from "node:events";

/**
 * A child in a process group of its own. Ctrl-C at the terminal then reaches only us, who stop things in order; and a
 * kill of the group leaves no grandchild (workerd, scan processes) behind.
 */
export interface ProcessGroup {
  child: ChildProcess;
  /** Resolves with the exit code, null after a signal. */
  exited: Promise<number | null>;
  isRunning(): boolean;
  signal(signal: NodeJS.Signals): void;
  /** SIGKILL to everything in the group. */
  kill(): void;
}

export function spawnGroup(args: readonly string[], options: SpawnOptions): ProcessGroup {
  const child = spawn(process.execPath, args, { ...options, detached: process.platform !== "win32" });
  let running = true;
  const exited = Promise.race([
    once(child, "exit").then(([code]) => code as number | null),
    once(child, "error").then(() => null),
  ]).finally(() => (running = false));
  const send = (signal: NodeJS.Signals, wholeGroup: boolean) => {
    if (child.pid === undefined) return;
    try {
      process.kill(wholeGroup && process.platform !== "win32" ? -child.pid : child.pid, signal);
    } catch {
      // Gone already.
    }
  };
  return {
    child,
    exited,
    isRunning: () => running,
    signal: (signal) => send(signal, false),
    kill: () => send("SIGKILL", true),
  };
}

/** Asks with SIGTERM, waits, and ends what is left of the group. */
export async function stopGroup(group: ProcessGroup, graceMs: number): Promise<void> {
  group.signal("SIGTERM");
  const timer = setTimeout(() => group.kill(), graceMs);
  await group.exited;
  clearTimeout(timer);
  // The child is gone, but it may have died without its own children.
  group.kill();
}
