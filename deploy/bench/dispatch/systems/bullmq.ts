import { Queue, Worker } from "bullmq";
import { Redis } from "ioredis";
import type { JobSystem } from "../job-system.ts";
import { ownName, REDIS_URL, redisDurability, redisUnavailable } from "../servers.ts";

const QUEUE = "bench";
const ADD_BATCH = 1_000;

/** One `Worker` with a connection of its own per agent: the documentation's way to spread work over machines. */
export function bullmq(): JobSystem {
  const prefix = ownName();
  let client: Redis;
  let queue: Queue;
  let workers: Worker[] = [];
  return {
    name: "BullMQ",
    unavailable: redisUnavailable,
    async open() {
      client = new Redis(REDIS_URL, { maxRetriesPerRequest: null });
      queue = new Queue(QUEUE, { connection: client, prefix });
      await queue.waitUntilReady();
    },
    async guarantees() {
      return {
        durable: await redisDurability(client),
        fence: "completion needs the worker's lock token; a lock that ran out is refused",
        delivery: "at least once; stalled jobs come back within 30 to 60 s",
        setup: "blocking wait on the marker key; one worker and two connections per agent, in one process",
      };
    },
    async startWorkers(agents, onHeld) {
      workers = Array.from(
        { length: agents },
        () =>
          new Worker(QUEUE, async (job) => onHeld(String(job.id)), {
            connection: { url: REDIS_URL, maxRetriesPerRequest: null },
            prefix,
            concurrency: 1,
          }),
      );
      await Promise.all(workers.map((worker) => worker.waitUntilReady()));
    },
    async stopWorkers() {
      await Promise.all(workers.map((worker) => worker.close()));
      workers = [];
    },
    async enqueueOne() {
      const job = await queue.add("job", {});
      return { id: String(job.id), readyAtMs: job.timestamp };
    },
    async preload(jobs) {
      for (let left = jobs; left > 0; left -= ADD_BATCH) {
        const size = Math.min(left, ADD_BATCH);
        await queue.addBulk(Array.from({ length: size }, () => ({ name: "job", data: {} })));
      }
    },
    completed: () => queue.getCompletedCount(),
    async clear() {
      await queue.drain();
    },
    async close() {
      await queue.obliterate({ force: true });
      await queue.close();
      client.disconnect();
    },
  };
}
