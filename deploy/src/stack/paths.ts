import { join, resolve } from "node:path";

/** The folder of the checkout. */
export const ROOT = resolve(import.meta.dirname, "../../..");

/** What `npm start` builds once and every data folder shares. */
export const BUILD_DIR = join(ROOT, ".dataguardian", "build");

/** Everything the local stack keeps, under the folder given with `--data`. `--fresh` removes these and nothing else. */
export interface DataPaths {
  dir: string;
  /** Says which layout the rest has; a folder without it is not ours. */
  version: string;
  lock: string;
  secrets: string;
  owner: string;
  /** As `--persist-to` of wrangler takes it, so that its commands can read the same database. */
  state: string;
  /** Of the runtime: whatever a killed one leaves there goes at the next start. */
  tmp: string;
  logs: string;
  agent: string;
  samples: string;
}

export function dataPaths(dir: string): DataPaths {
  const at = (name: string) => join(resolve(dir), name);
  return {
    dir: resolve(dir),
    version: at("state-version"),
    lock: at("lock"),
    secrets: at("secrets.json"),
    owner: at("owner.json"),
    state: at("state"),
    tmp: at("tmp"),
    logs: at("logs"),
    agent: at("agent"),
    samples: at("samples"),
  };
}
