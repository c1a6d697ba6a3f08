import { describe, expect, it, vi } from "vitest";
import type { ProcessGroup } from "../stack/process-group.ts";
import { Shutdown } from "./shutdown.ts";

function fakeGroup(onKill: () => void): ProcessGroup {
  return { kill: onKill } as unknown as ProcessGroup;
}
const exit = () => vi.fn<() => never>();

describe("shutdown", () => {
  it("ends what was started, the last first and once, whatever a step does", async () => {
    const shutdown = new Shutdown();
    const ended: string[] = [];
    shutdown.add(() => void ended.push("folder"));
    shutdown.addProcess(
      fakeGroup(() => {}),
      async () => {
        ended.push("control plane");
        throw new Error("it was gone");
      },
    );
    shutdown.addProcess(
      fakeGroup(() => {}),
      async () => void ended.push("agent"),
    );
    await Promise.all([shutdown.end(), shutdown.end()]);
    expect(ended).toEqual(["agent", "control plane", "folder"]);
  });

  it("drains at the first signal and kills at the second, not at the echo that npm passes on", () => {
    const shutdown = new Shutdown();
    const killed: string[] = [];
    const onForce = exit();
    shutdown.addProcess(
      fakeGroup(() => killed.push("agent")),
      async () => {},
    );
    shutdown.onSignal(1_000, onForce);
    expect(shutdown.signal.aborted).toBe(true);
    shutdown.onSignal(1_005, onForce);
    expect(killed).toEqual([]);
    expect(onForce).not.toHaveBeenCalled();
    shutdown.onSignal(2_000, onForce);
    expect(killed).toEqual(["agent"]);
    expect(onForce).toHaveBeenCalledOnce();
  });
});
