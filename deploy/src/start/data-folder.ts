import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { type DataPaths, dataPaths } from "../stack/paths.ts";
import { StartFault } from "./fault.ts";

/** Raised when the layout of the folder changes in a way that the code does not carry over by itself. */
const STATE_VERSION = "1";

/**
 * Makes the folder and takes its lock, so that two starts never share one database. `leftBehind` says that the last holder
 * of the lock died without ending what it had started.
 * Throws a `StartFault` when the folder is not writable, not ours, of another version, or in use.
 */
export function takeDataFolder(dir: string, fresh: boolean): { paths: DataPaths; leftBehind: boolean } {
  const paths = dataPaths(dir);
  try {
    mkdirSync(paths.dir, { recursive: true, mode: 0o700 });
    accessSync(paths.dir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw notWritable(paths.dir, error);
  }
  const found = readVersion(paths);
  if (found === "foreign") {
    throw new StartFault(2, `${paths.dir} holds other files. Choose an empty or new folder with --data.`);
  }
  if (found !== STATE_VERSION && found !== "empty" && !fresh) {
    throw new StartFault(
      2,
      `${paths.dir} was written by another version (state ${found}, this one needs ${STATE_VERSION}). ` +
        "Start with --fresh to begin anew, or choose another folder with --data.",
    );
  }
  return { paths, leftBehind: lock(paths) };
}

/** Marks the folder with its version; under `fresh`, forgets what was in it before. */
export function prepareDataFolder(paths: DataPaths, fresh: boolean): void {
  try {
    if (fresh) removeState(paths);
    mkdirSync(paths.logs, { recursive: true, mode: 0o700 });
    writeFileSync(paths.version, `${STATE_VERSION}\n`);
  } catch (error) {
    throw notWritable(paths.dir, error);
  }
}

export function releaseDataFolder(paths: DataPaths): void {
  rmSync(paths.lock, { force: true });
}

function notWritable(dir: string, error: unknown): StartFault {
  const code = (error as NodeJS.ErrnoException).code ?? "unknown";
  return new StartFault(
    2,
    `${dir} cannot be written (${code}). Check who owns it, or choose another with --data.`,
  );
}

/** Builds are shared by all data folders and lie in the default one; the lock and logs alone make no state. */
const HARMLESS = new Set(["build", "lock", "logs"]);

function readVersion(paths: DataPaths): string {
  if (existsSync(paths.version)) return readFileSync(paths.version, "utf8").trim().slice(0, 16) || "unknown";
  return readdirSync(paths.dir).some((name) => !HARMLESS.has(name)) ? "foreign" : "empty";
}

function removeState(paths: DataPaths): void {
  for (const path of [
    paths.state,
    paths.agent,
    paths.samples,
    paths.logs,
    paths.tmp,
    paths.secrets,
    paths.owner,
  ]) {
    rmSync(path, { recursive: true, force: true });
  }
}

/** True when it was taken over from a process that is gone. */
function lock(paths: DataPaths): boolean {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(paths.lock, String(process.pid), { flag: "wx" });
      return attempt > 0;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw notWritable(paths.dir, error);
    }
    const holder = Number(readFileSync(paths.lock, "utf8"));
    if (isAlive(holder)) {
      throw new StartFault(
        2,
        `${paths.dir} is in use by process ${holder}. Stop that one first, or choose another folder with --data.`,
      );
    }
    rmSync(paths.lock, { force: true });
  }
  throw new StartFault(2, `${paths.dir} is being taken by another start. Try again.`);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
