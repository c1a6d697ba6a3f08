import { Logger, makeWorkerUtils, run, type Runner, type WorkerUtils } from "graphile-worker";
import pg from "pg";
import type { JobSystem } from "../job-system.ts";
import { ownName, POSTGRES_URL, postgresDurability, postgresUnavailable } from "../servers.ts";

const TASK = "bench";
const INSERT_BATCH = 5_000;
/** The documentation asks for a connection per worker; beyond this, more of them only queue on two cores. */
const MAX_POOL = 42;
const LOCAL_QUEUE = 500;

/**
 * One by one is what separate agents do. Batched is what the documentation recommends for throughput inside one
 * process: a local queue that claims many jobs at once, and completions gathered in one statement.
 */
export function graphileWorker(batched: boolean): JobSystem {
  const schema = ownName();
  const logger = new Logger(() => () => {});
  const pool = new pg.Pool({ connectionString: POSTGRES_URL, max: 2 });
  pool.on("error", (error) => console.error(`graphile-worker: ${error.name}`));
  pool.on("connect", (client) => client.on("error", () => {}));
  let utils: WorkerUtils;
  let runner: Runner;
  let added = 0;
  return {
    name: batched ? "graphile-worker, batched" : "graphile-worker",
    unavailable: postgresUnavailable,
    async open() {
      utils = await makeWorkerUtils({ pgPool: pool, schema, logger });
      await utils.migrate();
    },
    async guarantees() {
      return {
        durable: await postgresDurability(pool),
        fence: "none: a job is completed by its id alone",
        delivery: batched
          ? "at least once; locked jobs of a dead process come back after 4 h; finished ones may run again"
          : "at least once; a dead process's jobs come back after 4 h",
        setup: batched
          ? `LISTEN/NOTIFY; one process that claims ${LOCAL_QUEUE} jobs at once and gathers completions, as its performance page has it`
          : `LISTEN/NOTIFY; all workers in one process on a pool of up to ${MAX_POOL}`,
      };
    },
    async startWorkers(agents, onHeld) {
      runner = await run({
        preset: {
          worker: {
            connectionString: POSTGRES_URL,
            schema,
            logger,
            concurrentJobs: agents,
            maxPoolSize: Math.min(MAX_POOL, Math.max(10, agents + 2)),
            ...(batched && {
              localQueue: { size: LOCAL_QUEUE },
              completeJobBatchDelay: 0,
              failJobBatchDelay: 0,
            }),
          },
        },
        noHandleSignals: true,
        taskList: {
          [TASK]: async (_payload, helpers) => onHeld(helpers.job.id),
        },
      });
    },
    async stopWorkers() {
      await runner.stop();
    },
    async enqueueOne() {
      const job = await utils.addJob(TASK, {});
      added++;
      const { rows } = await pool.query<{ ms: number }>(
        "select (extract(epoch from $1::timestamptz) * 1000)::float8 as ms",
        [job.created_at],
      );
      return { id: job.id, readyAtMs: rows[0]?.ms ?? Number.NaN };
    },
    async preload(jobs) {
      for (let left = jobs; left > 0; left -= INSERT_BATCH) {
        const specs = Array.from({ length: Math.min(left, INSERT_BATCH) }, () => ({
          identifier: TASK,
          payload: {},
        }));
        await utils.addJobs(specs);
        added += specs.length;
      }
    },
    /** A completed job is a deleted row. */
    async completed() {
      const { rows } = await pool.query<{ n: number }>(
        `select count(*)::int as n from ${schema}._private_jobs`,
      );
      return added - (rows[0]?.n ?? 0);
    },
    async clear() {
      const { rowCount } = await pool.query(`delete from ${schema}._private_jobs`);
      added -= rowCount ?? 0;
    },
    async close() {
      await utils.release();
      await pool.query(`drop schema if exists ${schema} cascade`);
      await pool.end();
    },
  };
}
