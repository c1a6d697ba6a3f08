import type { AgentView, LiveEvent, ScanDetail } from "@dataguardian/shared/api";
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { keys } from "../api/keys.ts";
import { agentsWithProgress, outdatedBy, scanWithProgress } from "./apply-event.ts";
import { LiveConnection } from "./connection.ts";
import { RefreshGate } from "./refresh-gate.ts";

const REFRESH_EVERY_MS = 1_000;
/** States such as "not answering" come with time and not with an event. */
const POLL_WHEN_LIVE_MS = 20_000;
const POLL_WHEN_DOWN_MS = 4_000;
/** A first connection takes a moment; that is nothing to tell the reader. */
const NOTE_AFTER_MS = 2_500;

type Status = "connecting" | "live" | "down";
const StatusContext = createContext<Status>("connecting");

/** Keeps the cached replies fresh while somebody is signed in. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [status, setStatus] = useState<Status>("connecting");

  useEffect(() => {
    const gate = new RefreshGate((outdated) => {
      for (const queryKey of outdated) void client.invalidateQueries({ queryKey });
    }, REFRESH_EVERY_MS);
    const startNote = () => setTimeout(() => setStatus("down"), NOTE_AFTER_MS);
    let note: ReturnType<typeof startNote> | null = startNote();
    const stopNote = () => {
      if (note !== null) clearTimeout(note);
      note = null;
    };
    const connection = new LiveConnection({
      open: () => new WebSocket(`${location.origin.replace(/^http/, "ws")}/v1/live`),
      random: Math.random,
      now: () => performance.now(),
      onEvent: (event) => apply(client, gate, event),
      onStatus: (connected) => {
        if (connected) {
          stopNote();
          // Whatever happened before the socket was open was not told.
          void client.invalidateQueries();
          setStatus("live");
        } else note ??= startNote();
      },
    });
    const hurry = () => connection.hurry();
    window.addEventListener("online", hurry);
    document.addEventListener("visibilitychange", hurry);
    return () => {
      window.removeEventListener("online", hurry);
      document.removeEventListener("visibilitychange", hurry);
      stopNote();
      connection.stop();
      gate.stop();
    };
  }, [client]);

  return <StatusContext value={status}>{children}</StatusContext>;
}

export const useLiveStatus = (): Status => useContext(StatusContext);

/** How often a page asks by itself, in milliseconds. */
export const usePolling = (): number =>
  useContext(StatusContext) === "down" ? POLL_WHEN_DOWN_MS : POLL_WHEN_LIVE_MS;

function apply(client: QueryClient, gate: RefreshGate, event: LiveEvent): void {
  if (event.t === "changed") return gate.add(outdatedBy(event));
  for (const id of new Set(event.jobs.map((job) => job.scanId))) {
    client.setQueryData<ScanDetail>(keys.scan(id), (scan) => scan && scanWithProgress(scan, event.jobs));
  }
  client.setQueryData<AgentView[]>(keys.agents, (agents) => agents && agentsWithProgress(agents, event.jobs));
}
