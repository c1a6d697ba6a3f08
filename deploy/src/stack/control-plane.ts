/**
 * The control plane on workerd: the bundle and bindings of `wrangler.toml`, with D1, R2 and durable objects kept in a folder.
 *
 * Miniflare is driven directly because wrangler's own ways in (`unstable_startWorker`, `createTestHarness`) bundle at every
 * start, and the latter neither keeps its storage in a given folder nor takes a port.
 */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare, type V4WorkerOptions } from "miniflare";
import { buildWorker } from "./build.ts";
import { type LogFile, openLogFile, toLogLine } from "./log-file.ts";
import { applyMigrations, readMigrations } from "./migrations.ts";
import { dataPaths, ROOT } from "./paths.ts";
import { loadSecrets } from "./secrets.ts";

export interface ControlPlaneOptions {
  /** 0 takes a free one. */
  port: number;
  dataDir: string;
  /** Further variables of the Worker, beside those in `wrangler.toml` and the secrets. */
  vars?: Record<string, string>;
  /** Called with every error line, which also goes to the log. */
  onError?: (line: string) => void;
}

export interface ControlPlane {
  url: string;
  stop(): Promise<void>;
}

const CRON = "*/5 * * * *";
const CRON_EVERY_MS = 5 * 60_000;

/** Builds if needed, starts workerd and brings the database up to date. Throws when the port is taken. */
export async function startControlPlane(options: ControlPlaneOptions): Promise<ControlPlane> {
  const paths = dataPaths(options.dataDir);
  mkdirSync(paths.dir, { recursive: true });
  const build = await buildWorker();
  const log = openLogFile(join(paths.logs, "control-plane.log"));
  const worker = workerOptions(build, { ...options.vars, ...loadSecrets(paths.secrets) });
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: "127.0.0.1",
      port: options.port,
      // Otherwise Miniflare asks cloudflare.com what `request.cf` should look like here.
      cf: false,
      telemetry: { enabled: false },
      log: new Log(LogLevel.NONE),
      logRequests: false,
      // Where wrangler's `--persist-to` puts its files.
      resourcePersistencePath: join(paths.state, "v3"),
      handleStructuredLogs: logInto(log, options.onError),
      workers: [worker],
    }),
  );
  let cron: NodeJS.Timeout | undefined;
  const stop = async () => {
    clearInterval(cron);
    await miniflare.dispose();
    await log.close();
  };
  try {
    const url = (await miniflare.ready).origin;
    const migrations = readMigrations(join(ROOT, "control-plane/src/db/migrations"));
    for (const shard of Object.keys(worker.d1Databases ?? {}))
      await applyMigrations(await miniflare.getD1Database(shard), migrations);
    const running = await miniflare.getWorker();
    // Nothing here rings the cron of `wrangler.toml`. Its errors are in the log already.
    const ring = () => void running.scheduled({ cron: CRON }).catch(() => {});
    ring();
    cron = setInterval(ring, CRON_EVERY_MS);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function workerOptions(build: string, vars: Record<string, string>): V4WorkerOptions {
  const { modulesRules: _, ...fromConfig } = JSON.parse(
    readFileSync(join(build, "worker-options.json"), "utf8"),
  ) as V4WorkerOptions & { modulesRules?: unknown };
  return {
    ...fromConfig,
    name: "dataguardian",
    bindings: { ...fromConfig.bindings, ...vars },
    modules: modulesIn(build),
    modulesRoot: build,
  };
}

const MODULE_TYPES: Record<string, "ESModule" | "Text" | "Data" | "CompiledWasm"> = {
  ".js": "ESModule",
  ".txt": "Text",
  ".html": "Text",
  ".sql": "Text",
  ".bin": "Data",
  ".wasm": "CompiledWasm",
};

/** The bundle first, then what wrangler laid beside it by its default module rules. */
function modulesIn(build: string) {
  const others = readdirSync(build).filter((name) => name !== "index.js");
  return ["index.js", ...others].flatMap((name) => {
    const type = MODULE_TYPES[extname(name)];
    return type === undefined ? [] : [{ type, path: join(build, name) }];
  });
}

function logInto(log: LogFile, onError: ((line: string) => void) | undefined) {
  return (entry: { timestamp: number; level: string; message: string }) => {
    const line = toLogLine(entry);
    log.write(line);
    if (entry.level === "error") onError?.(line);
  };
}
