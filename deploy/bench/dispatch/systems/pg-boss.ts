import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { PgBoss, type WorkOptions } from "pg-boss";
import type { JobSystem } from "../job-system.ts";
import { ownName, POSTGRES_URL, postgresDurability, postgresUnavailable } from "../servers.ts";

const QUEUE = "bench";
const INSERT_BATCH = 1_000;
const POOL = 20;
/** Batches under way at once: a hundred of them would hold the whole backlog. */
const MAX_BATCHES = 10;
const EMPTY_PAUSE_MS = 50;

/**
 * `batchSize` 1 is what separate agents do: each claims and completes its own job. A larger batch is what pg-boss
 * recommends for throughput inside one process: one claim and one completion for all jobs of a batch.
 */
export function pgBoss(batchSize: number): JobSystem {
  const schema = ownName();
  const pool = new pg.Pool({ connectionString: POSTGRES_URL, max: 2 });
  let boss: PgBoss;
  let stopping = false;
  let loops: Promise<void>[] = [];
  const count = async (where: string) => {
    const { rows } = await pool.query<{ n: number }>(
      `select count(*)::int as n from ${schema}.job where ${where}`,
    );
    return rows[0]?.n ?? 0;
  };
  /** Passing the job and not just its id makes pg-boss fence the completion by its attempt, as `work()` does. */
  const fetchLoop = async () => {
    while (!stopping) {
      const [job] = await boss.fetch(QUEUE);
      if (job === undefined) await sleep(EMPTY_PAUSE_MS);
      else await boss.complete(QUEUE, job);
    }
  };
  return {
    name: batchSize === 1 ? "pg-boss" : `pg-boss, batches of ${batchSize}`,
    unavailable: postgresUnavailable,
    async open() {
      boss = new PgBoss({
        connectionString: POSTGRES_URL,
        schema,
        max: POOL,
        useListenNotify: true,
      });
      boss.on("error", (error) => console.error(`pg-boss: ${error.name}`));
      await boss.start();
      await boss.createQueue(QUEUE, { notify: true });
    },
    async guarantees() {
      return {
        durable: await postgresDurability(pool),
        fence: "completion names the attempt; an expired claim still completes until supervision has seen it",
        delivery: "at least once; taken back by a supervisor after expireInSeconds (15 min by default)",
        setup:
          batchSize === 1
            ? `LISTEN/NOTIFY for single jobs; under load each worker loops over fetch and complete; all on a pool of ${POOL}`
            : `LISTEN/NOTIFY; at most ${MAX_BATCHES} workers in one process, each holding ${batchSize} jobs, with burstWhenBatchFull`,
      };
    },
    async startWorkers(agents, onHeld, load) {
      stopping = false;
      // A `work()` of single jobs sleeps between two jobs however many wait; fetching by hand does not.
      if (batchSize === 1 && load === "backlog") {
        loops = Array.from({ length: agents }, fetchLoop);
        return;
      }
      const options: WorkOptions = {
        localConcurrency: batchSize === 1 ? agents : Math.min(agents, MAX_BATCHES),
        batchSize,
        pollingIntervalSeconds: 0.5,
        burstWhenBatchFull: batchSize > 1,
      };
      await boss.work(QUEUE, options, async (jobs) => {
        for (const job of jobs) onHeld(job.id);
      });
    },
    async stopWorkers() {
      stopping = true;
      await Promise.all(loops);
      loops = [];
      await boss.offWork(QUEUE, { wait: true });
    },
    async enqueueOne() {
      const id = await boss.send(QUEUE, {});
      if (id === null) throw new Error("pg-boss accepted no job");
      const { rows } = await pool.query<{ ms: number }>(
        `select (extract(epoch from created_on) * 1000)::float8 as ms from ${schema}.job where id = $1`,
        [id],
      );
      return { id, readyAtMs: rows[0]?.ms ?? Number.NaN };
    },
    async preload(jobs) {
      for (let left = jobs; left > 0; left -= INSERT_BATCH) {
        await boss.insert(
          QUEUE,
          Array.from({ length: Math.min(left, INSERT_BATCH) }, () => ({ data: {} })),
        );
      }
    },
    completed: () => count("state = 'completed'"),
    async clear() {
      await boss.deleteQueuedJobs(QUEUE);
    },
    async close() {
      await boss.stop({ graceful: false });
      await pool.query(`drop schema if exists ${schema} cascade`);
      await pool.end();
    },
  };
}
