import { spawn } from "node:child_process";
import { once } from "node:events";
import type pg from "pg";

/** Seconds that the server takes to hand out a table, and its bytes: to `psql`, or to the driver's plain stream where there is none. */
export async function copyOut(
  client: pg.Client,
  login: { port: number; user: string; database: string },
  table: string,
): Promise<{ seconds: number; bytes: number; by: string }> {
  const sql = `copy ${table} to stdout`;
  const startedAt = performance.now();
  let bytes = 0;
  const count = (chunk: Buffer) => {
    bytes += chunk.length;
  };
  const args = [
    "-h",
    "127.0.0.1",
    "-p",
    String(login.port),
    "-U",
    login.user,
    "-d",
    login.database,
    "-qc",
    sql,
  ];
  const psql = spawn("psql", args, { stdio: ["ignore", "pipe", "inherit"] });
  const found = await new Promise<boolean>((resolve) => {
    psql.once("error", () => resolve(false));
    psql.once("spawn", () => resolve(true));
  });
  if (found) {
    psql.stdout.on("data", count);
    const [code] = (await once(psql, "close")) as [number];
    if (code !== 0) throw new Error("psql could not read the table.");
  } else {
    // Nothing but the protocol: the messages are counted as they come.
    const { connection } = client as unknown as {
      connection: {
        on(e: string, f: (m: { chunk: Buffer }) => void): void;
        off(e: string, f: unknown): void;
      };
    };
    const onData = ({ chunk }: { chunk: Buffer }) => count(chunk);
    connection.on("copyData", onData);
    await client.query(sql);
    connection.off("copyData", onData);
  }
  return { seconds: (performance.now() - startedAt) / 1_000, bytes, by: found ? "psql" : "the driver" };
}
