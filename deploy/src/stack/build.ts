/** Builds the Worker and the console when their sources have changed, and otherwise says where the last build lies. */
import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { BUILD_DIR, ROOT } from "./paths.ts";
import { hashSources } from "./source-hash.ts";

/** The console's tools belong to the control plane. */
const require = createRequire(join(ROOT, "control-plane", "package.json"));
const TOOLS = ["package-lock.json", "wrangler.toml", "tsconfig.base.json"];

/** A build failed; `output` is what the tool said. */
export class BuildError extends Error {
  override name = "BuildError";
  readonly output: string;

  constructor(what: string, output: string) {
    super(`The ${what} could not be built.`);
    this.output = output;
  }
}

/** Returns the folder with `index.js` and `worker-options.json`. About 4 s the first time, 30 ms after that. */
export async function buildWorker(): Promise<string> {
  const sources = [
    "control-plane/src",
    "control-plane/package.json",
    "shared/src",
    "shared/package.json",
    ...TOOLS,
  ];
  return cached("worker", hashSources(ROOT, sources), (dir) =>
    run("control plane", [join(import.meta.dirname, "build-worker.ts"), dir]),
  );
}

/** Puts the console where `wrangler.toml` says that the assets are. */
export async function buildConsole(): Promise<void> {
  const sources = ["control-plane/console", "shared/src", "agent/src/detection", ...TOOLS];
  const target = join(ROOT, "control-plane", "dist", "console");
  const hash = hashSources(ROOT, sources);
  const stamp = join(dirname(target), "console.hash");
  if (existsSync(join(target, "index.html")) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash)
    return;
  const dir = await cached("console", hash, (out) =>
    run("console", [
      viteBin(),
      "build",
      "control-plane/console",
      "--outDir",
      out,
      "--emptyOutDir",
      "--logLevel",
      "warn",
    ]),
  );
  rmSync(target, { recursive: true, force: true });
  cpSync(dir, target, { recursive: true });
  writeFileSync(stamp, hash);
}

function viteBin(): string {
  const manifest = require.resolve("vite/package.json");
  const { bin } = JSON.parse(readFileSync(manifest, "utf8")) as { bin: { vite: string } };
  return join(dirname(manifest), bin.vite);
}

/** `make` fills a folder beside the final one; the rename at its end is what makes a build whole or absent. */
async function cached(what: string, hash: string, make: (dir: string) => Promise<void>): Promise<string> {
  const dir = join(BUILD_DIR, `${what}-${hash}`);
  if (existsSync(dir)) return dir;
  const draft = `${dir}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    await make(draft);
    forgetOthers(what);
    renameSync(draft, dir);
  } catch (error) {
    // Another process may have built the same meanwhile; its build is as good.
    if (!existsSync(dir)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return dir;
}

/** Keeps the build that is in use now beside the new one: a running stack still reads it. */
function forgetOthers(what: string): void {
  const old = readdirSync(BUILD_DIR)
    .filter((name) => new RegExp(`^${what}-[0-9a-f]{32}$`).test(name))
    .map((name) => join(BUILD_DIR, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const dir of old.slice(3)) rmSync(dir, { recursive: true, force: true });
  // Drafts of builds that were killed.
  for (const name of readdirSync(BUILD_DIR).filter((entry) => /\.\d+(\.assets)?$/.test(entry))) {
    const draft = join(BUILD_DIR, name);
    if (Date.now() - statSync(draft).mtimeMs > 3_600_000) rmSync(draft, { recursive: true, force: true });
  }
}

/** Runs a Node script of the tool chain; it must end with 0. */
function run(what: string, args: string[]): Promise<void> {
  return new Promise((done, fail) => {
    const env = {
      ...process.env,
      WRANGLER_SEND_METRICS: "false",
      // The banner comes with a question to the registry whether there is a newer one.
      WRANGLER_HIDE_BANNER: "true",
      WRANGLER_LOG_PATH: join(BUILD_DIR, "wrangler-logs"),
    };
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (data: Buffer) => (output += data.toString());
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => fail(new BuildError(what, error.message)));
    child.on("close", (code) => (code === 0 ? done() : fail(new BuildError(what, output.trim()))));
  });
}
