/** Where the other systems' servers are. A server that does not answer leaves its rows empty; nothing is installed. */
import { randomBytes } from "node:crypto";
import { Redis } from "ioredis";
import pg from "pg";

export const POSTGRES_URL = process.env.BENCH_POSTGRES_URL ?? "postgres://postgres@127.0.0.1:5432/test";
export const REDIS_URL = process.env.BENCH_REDIS_URL ?? "redis://127.0.0.1:6379";
const PROBE_MS = 2_000;

/** A name that no other run and no other program uses. */
export const ownName = () => `dataguardian_bench_${randomBytes(4).toString("hex")}`;

export async function postgresUnavailable(): Promise<string | null> {
  const client = new pg.Client({ connectionString: POSTGRES_URL, connectionTimeoutMillis: PROBE_MS });
  try {
    await client.connect();
    return null;
  } catch (error) {
    return `no PostgreSQL answers at ${new URL(POSTGRES_URL).host} (${codeOf(error)})`;
  } finally {
    await client.end().catch(() => {});
  }
}

export async function redisUnavailable(): Promise<string | null> {
  const client = new Redis(REDIS_URL, {
    lazyConnect: true,
    connectTimeout: PROBE_MS,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  let refused = "";
  client.on("error", (error) => (refused = codeOf(error)));
  try {
    await client.connect();
    return null;
  } catch (error) {
    return `no Redis answers at ${new URL(REDIS_URL).host} (${refused || codeOf(error)})`;
  } finally {
    client.disconnect();
  }
}

/** What decides whether a committed transaction survives a power cut. */
export async function postgresDurability(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ fsync: string; sync: string }>(
    "select current_setting('fsync') as fsync, current_setting('synchronous_commit') as sync",
  );
  const safe = rows[0]?.fsync === "on" && rows[0].sync !== "off";
  return safe
    ? "claim committed and synced before the worker has the job"
    : "claim committed before the worker has the job, not synced (server setting)";
}

export async function redisDurability(client: Redis): Promise<string> {
  const setting = async (name: string) => ((await client.config("GET", name)) as string[])[1];
  if ((await setting("appendonly")) !== "yes") return "in memory; a crash loses all since the last snapshot";
  return (await setting("appendfsync")) === "always"
    ? "claim synced before the worker has the job"
    : "append-only file, synced every second; a crash loses up to that";
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "no answer";
}
