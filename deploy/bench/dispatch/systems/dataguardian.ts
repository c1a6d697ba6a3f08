import { scanDetail } from "@dataguardian/shared/api";
import type { JobSystem } from "../job-system.ts";
import { type ControlPlaneUnderTest, emptyScan, startControlPlane } from "../../control-plane-under-test.ts";
import { SimulatedAgent, type SimulatedIdentity } from "../../simulated-agent.ts";

const MAX_SHARDS = 1_000;
const scanCreated = scanDetail.pick({ id: true, createdAt: true });
const scanCounts = scanDetail.pick({ jobs: true });

/** This control plane on workerd with D1 on disk. Every agent has a key, a WebSocket and a slot of its own. */
export function dataguardian(): JobSystem {
  let plane: ControlPlaneUnderTest;
  let identities: SimulatedIdentity[] = [];
  let agents: SimulatedAgent[] = [];
  let scans: string[] = [];
  let accepted = 0;
  let acceptedBefore = 0;
  let refused = 0;
  let onCount: () => void = () => {};
  let inHand = 0;
  return {
    name: "DataGuardian",
    unavailable: async () => null,
    async open() {
      plane = await startControlPlane();
    },
    async guarantees() {
      return {
        durable: "grant committed in D1 before it is sent",
        fence: "epoch, 128-bit nonce, agent, tenant and expiry, all in the committing statement",
        delivery: "at least once, accepted exactly once; taken back when the 30 s lease ends",
        setup:
          "one signed WebSocket and one slot per agent; each cycle is grant, accept, commit, settled, with a lease row and a result row",
      };
    },
    async startWorkers(count, onHeld) {
      if (identities.length < count)
        identities = [...identities, ...(await plane.enrol(count - identities.length))];
      agents = await Promise.all(
        identities.slice(0, count).map((identity) =>
          SimulatedAgent.connect({
            url: plane.url,
            identity,
            slots: 1,
            onGrant: (grant) => {
              inHand++;
              onHeld(grant.scan.id);
            },
            onSettled: (outcome) => {
              // The answer to a grant that came while leaving.
              if (outcome === "recorded") return;
              inHand--;
              if (outcome === "accepted") accepted++;
              else refused++;
              onCount();
            },
          }),
        ),
      );
    },
    async stopWorkers() {
      for (const agent of agents) agent.drain();
      while (inHand > 0) await new Promise<void>((done) => (onCount = done));
      await Promise.all(agents.map((agent) => agent.close()));
      agents = [];
    },
    async enqueueOne() {
      const scan = scanCreated.parse(await plane.api("POST", "/v1/scans", emptyScan(1)));
      return { id: scan.id, readyAtMs: scan.createdAt };
    },
    async preload(jobs) {
      acceptedBefore = accepted;
      for (let left = jobs; left > 0; left -= MAX_SHARDS) {
        const reply = await plane.api("POST", "/v1/scans", emptyScan(Math.min(left, MAX_SHARDS)));
        scans.push(scanCreated.parse(reply).id);
      }
    },
    /** As acknowledged to the agents. `clear` holds that against the record. */
    completed: async () => accepted,
    async clear() {
      let done = 0;
      for (const id of scans) {
        const { jobs } = scanCounts.parse(await plane.api("GET", `/v1/scans/${id}`));
        done += jobs.done;
        if (jobs.done < jobs.total) await plane.api("POST", `/v1/scans/${id}/cancel`);
      }
      scans = [];
      const told = accepted - acceptedBefore;
      if (done !== told || refused > 0)
        throw new Error(
          `agents were told of ${told} results, the record has ${done}; ${refused} were refused`,
        );
    },
    close: () => plane.stop(),
  };
}
