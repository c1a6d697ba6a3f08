/**
 * `node build-worker.ts DIR`: bundles the Worker with wrangler and writes, beside `index.js`, what `wrangler.toml` says about
 * bindings, assets and compatibility in the form Miniflare takes. A process of its own, because wrangler takes a second
 * and 150 MB to load and a start with nothing to build needs neither.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { unstable_getMiniflareWorkerOptions } from "wrangler";
import { ROOT } from "./paths.ts";

const out = resolve(process.argv[2] ?? "");
const config = join(ROOT, "wrangler.toml");
const wrangler = join(
  dirname(createRequire(import.meta.url).resolve("wrangler/package.json")),
  "bin",
  "wrangler.js",
);

// The console may be building into the real folder at this moment, and the bundle does not need it.
const noAssets = `${out}.assets`;
mkdirSync(noAssets);
const bundled = spawnSync(
  process.execPath,
  [wrangler, "deploy", "--dry-run", "--config", config, "--assets", noAssets, "--outdir", out],
  { cwd: ROOT, stdio: "inherit" },
);
rmSync(noAssets, { recursive: true });

if (bundled.status === 0) {
  const { workerOptions } = unstable_getMiniflareWorkerOptions(config);
  writeFileSync(join(out, "worker-options.json"), JSON.stringify(workerOptions));
}
process.exitCode = bundled.status ?? 1;
