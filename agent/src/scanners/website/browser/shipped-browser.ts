/**
 * The browser that comes with npm, unpacked once a version in a folder that this user alone can write. Its package would unpack
 * to a name in the temporary folder that anyone on the machine can take first, and run whatever is there.
 */
import { execFile } from "node:child_process";
import { lstat, mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export interface ShippedBrowser {
  executable: string;
  /** Takes away what was unpacked for this run alone. */
  close(): Promise<void>;
}

const PACKAGE = import.meta.resolve("@sparticuz/chromium");
const NAME = "chromium";
const UNPACK_MS = 120_000;
/** What an unpacking that was cut short has left. */
const STALE_MS = 3_600_000;
const UNPACK = "const { default: shipped } = await import(process.argv[1]); await shipped.executablePath();";
const run = promisify(execFile);

/** `folders`: where it may be kept, best first; where none will do it is unpacked for this run. Rejects where it cannot be. */
export async function shippedBrowser(folders: readonly string[] = usualFolders()): Promise<ShippedBrowser> {
  const { version } = JSON.parse(await readFile(new URL("../package.json", PACKAGE), "utf8")) as {
    version: string;
  };
  for (const folder of folders) {
    const executable = await kept(folder, `${NAME}-${version}`).catch(() => null);
    if (executable !== null) return { executable, close: () => Promise.resolve() };
  }
  const own = await mkdtemp(join(tmpdir(), "dataguardian-browser-"));
  const close = () => rm(own, { recursive: true, force: true });
  try {
    await unpackTo(own);
    return { executable: join(own, NAME), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Beside the packages, whose owner is trusted already; else among the user's caches. */
function usualFolders(): string[] {
  const modules = fileURLToPath(new URL("../../..", PACKAGE));
  const caches = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
  return [join(modules, ".cache", "dataguardian"), join(caches, "dataguardian")];
}

/** Null where what is there is not ours alone. */
async function kept(folder: string, name: string): Promise<string | null> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!(await isOurs(folder, "folder"))) return null;
  const unpacked = join(folder, name);
  const executable = join(unpacked, NAME);
  if (!(await exists(unpacked))) {
    await sweep(folder, name);
    const partial = await mkdtemp(join(folder, `.${name}-`));
    try {
      await unpackTo(partial);
      // In one step, so that what bears the name is whole. Another process may have been faster.
      await rename(partial, unpacked).catch(() => {});
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
  }
  return (await isOurs(unpacked, "folder")) && (await isOurs(executable, "file")) ? executable : null;
}

/** In a process of its own: the package asks the environment where temporary files go. */
async function unpackTo(folder: string): Promise<void> {
  await run(process.execPath, ["--input-type=module", "--eval", UNPACK, PACKAGE], {
    env: { PATH: process.env["PATH"], TMPDIR: folder },
    timeout: UNPACK_MS,
  });
}

/** Belongs to this user, is no link, and nobody else can change it. */
async function isOurs(path: string, kind: "folder" | "file"): Promise<boolean> {
  const stats = await lstat(path);
  const isKind = kind === "folder" ? stats.isDirectory() : stats.isFile();
  return isKind && stats.uid === process.getuid?.() && (stats.mode & 0o022) === 0;
}

async function sweep(folder: string, name: string): Promise<void> {
  for (const entry of await readdir(folder)) {
    if (!entry.startsWith(`.${name}-`)) continue;
    const path = join(folder, entry);
    const { mtimeMs } = await lstat(path);
    if (Date.now() - mtimeMs > STALE_MS) await rm(path, { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
