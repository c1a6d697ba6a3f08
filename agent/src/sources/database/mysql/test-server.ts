/** For tests: a MariaDB server of this machine's programs, with data of its own, which is gone afterwards. */
import { execFile, spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { createConnection } from "mysql2/promise";
import { Sensitive } from "../../../detection/sensitive.ts";
import { DEFAULT_DATABASE_LIMITS, type ServerSettings } from "../settings.ts";

export interface TestServer {
  folder: string;
  settings: (of?: Partial<ServerSettings>) => ServerSettings;
  /** Runs statements as somebody who may do everything. The rows of the last one. */
  sql: (text: string) => Promise<Record<string, unknown>[]>;
  /** As a crash or the operating system would, without a word. */
  kill: () => Promise<void>;
  start: () => Promise<void>;
  stop: () => Promise<void>;
}

const USER = "keeper";
const PASSWORD = "only-for-tests";
/** Small files, which no disk is waited for. */
const SMALL = ["--innodb-flush-method=nosync", "--innodb-log-file-size=16M"];
const FOLDERS = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/usr/bin"];
const MARIADBD = program("mariadbd");
const INSTALL_DB = program("mariadb-install-db");

/** Names the tests, so that a run without them says what it did not test. */
export const NEEDS_MARIADB = "a real MariaDB (Debian: apt-get install mariadb-server-core)";
export const hasMariadb = MARIADBD !== null && INSTALL_DB !== null;

/** Ends the server and its data when this process is gone, however that happened: the pipe to it closes, without a word. */
const KEEPER = `folder=$1; shift; "$@" & server=$!; word=; read -r word; kill -9 $server 2>/dev/null; wait
  [ "$word" = keep ] || rm -rf "$folder"`;

export async function startTestServer(options: readonly string[] = []): Promise<TestServer> {
  if (MARIADBD === null || INSTALL_DB === null) throw new Error("no MariaDB");
  const folder = mkdtempSync(join(tmpdir(), "mariadb-test-"));
  const asUser = process.getuid?.() === 0 ? ["--user=root"] : [];
  const datadir = `--datadir=${join(folder, "data")}`;
  const common = ["--no-defaults", ...asUser, datadir, ...SMALL];
  await promisify(execFile)(INSTALL_DB, [
    ...common,
    "--auth-root-authentication-method=normal",
    "--skip-test-db",
    "--skip-name-resolve",
  ]);
  const port = await freePort();
  const pidFile = join(folder, "pid");
  let ended: Promise<void> = Promise.resolve();
  let release = (_word = "") => {};

  const start = async () => {
    const keeper = spawn(
      "sh",
      [
        "-c",
        KEEPER,
        "sh",
        folder,
        MARIADBD,
        ...common,
        `--port=${port}`,
        "--bind-address=127.0.0.1",
        `--socket=${join(folder, "socket")}`,
        `--pid-file=${pidFile}`,
        "--skip-name-resolve",
        "--skip-log-bin",
        "--character-set-server=utf8mb4",
        "--innodb-flush-log-at-trx-commit=0",
        "--innodb-buffer-pool-size=64M",
        ...options,
      ],
      { stdio: ["pipe", "ignore", "pipe"] },
    );
    ended = new Promise((resolve) => keeper.once("close", () => resolve()));
    release = (word = "") => keeper.stdin.end(word);
    const log: string[] = [];
    for await (const line of createInterface(keeper.stderr)) {
      log.push(line);
      if (line.includes("ready for connections")) {
        keeper.stderr.resume();
        return;
      }
      if (line.includes("Aborting")) break;
    }
    throw new Error(`MariaDB did not start:\n${log.join("\n")}`);
  };
  const kill = async () => {
    process.kill(Number(readFileSync(pidFile, "utf8")), "SIGKILL");
    release("keep\n");
    await ended;
  };
  const run = async (text: string, user: string, password: string) => {
    const client = await createConnection({
      host: "127.0.0.1",
      port,
      user,
      password,
      multipleStatements: true,
    });
    try {
      const [rows] = await client.query(text);
      const last: unknown = Array.isArray(rows) && Array.isArray(rows.at(-1)) ? rows.at(-1) : rows;
      return (Array.isArray(last) ? last : []) as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  };
  const stop = async () => {
    release();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    await start();
    await run(
      `create user ${USER}@'%' identified by '${PASSWORD}'; grant all on *.* to ${USER}@'%' with grant option; create database crm`,
      "root",
      "",
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    folder,
    settings: (of = {}) => ({
      product: "mysql",
      host: "127.0.0.1",
      port,
      database: "crm",
      user: USER,
      password: new Sensitive(PASSWORD),
      tls: { mode: "prefer" },
      limits: { ...DEFAULT_DATABASE_LIMITS, connectTimeoutMs: 3_000, lockTimeoutMs: 500 },
      ...of,
    }),
    sql: (text) => run(text, USER, PASSWORD),
    kill,
    start,
    stop,
  };
}

function program(name: string): string | null {
  for (const folder of FOLDERS) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // It may be in the next one.
    }
  }
  return null;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
