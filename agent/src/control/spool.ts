/**
 * Results on disk until the hub has them: `spool/<job>.<epoch>/` holds the lease, numbered chunks and, last of all, the
 * manifest. A folder with a manifest is a finished result that survives a restart; one without is rubbish.
 */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { manifest as manifestSchema, type Manifest } from "@dataguardian/shared/domain";
import { leaseRef, type LeaseRef } from "@dataguardian/shared/protocol";
import { z } from "zod";

const leaseFile = z.strictObject({ ref: leaseRef, scanId: z.string(), ttlMs: z.int().positive() });
export type SpooledLease = z.infer<typeof leaseFile>;

export const chunkName = (n: number) => `${String(n).padStart(4, "0")}.ndjson.gz`;

const folderOf = (ref: LeaseRef) => `${ref.jobId}.${ref.epoch}`;

export class Spool {
  readonly root: string;
  /** Scratch space of running jobs, such as clones. */
  readonly workRoot: string;
  /** Compiled code of the job's process; holds nothing of any job. */
  readonly codeCache: string;

  constructor(dataDir: string) {
    this.root = join(dataDir, "spool");
    this.workRoot = join(dataDir, "work");
    this.codeCache = join(dataDir, "code-cache");
  }

  dirOf(ref: LeaseRef): string {
    return join(this.root, folderOf(ref));
  }

  workDirOf(ref: LeaseRef): string {
    return join(this.workRoot, folderOf(ref));
  }

  /** Makes the folders of a fresh lease, empty. */
  async open(lease: SpooledLease): Promise<void> {
    await this.remove(lease.ref);
    await mkdir(this.dirOf(lease.ref), { recursive: true, mode: 0o700 });
    await mkdir(this.workDirOf(lease.ref), { recursive: true, mode: 0o700 });
    await writeFile(join(this.dirOf(lease.ref), "lease.json"), JSON.stringify(lease), { mode: 0o600 });
  }

  /** Null when the job did not finish, or the file is damaged. */
  async manifest(ref: LeaseRef): Promise<Manifest | null> {
    return readJson(join(this.dirOf(ref), "manifest.json"), manifestSchema);
  }

  readChunk(ref: LeaseRef, n: number): Promise<Buffer> {
    return readFile(join(this.dirOf(ref), chunkName(n)));
  }

  /** Deletes scratch space, which may hold copies of what was scanned. */
  async removeWork(ref: LeaseRef): Promise<void> {
    await removeFolder(this.workDirOf(ref));
  }

  async remove(ref: LeaseRef): Promise<void> {
    await Promise.all([removeFolder(this.dirOf(ref)), this.removeWork(ref)]);
  }

  /** Bytes of everything that waits. */
  async bytes(): Promise<number> {
    let total = 0;
    for (const name of await readdir(this.root, { recursive: true }).catch(() => [])) {
      const entry = await stat(join(this.root, name)).catch(() => null);
      if (entry?.isFile() === true) total += entry.size;
    }
    return total;
  }

  /** At start: keeps finished results, deletes the rest, and says how many folders it deleted. */
  async recover(): Promise<{ finished: SpooledLease[]; deleted: number }> {
    await removeFolder(this.workRoot);
    const finished: SpooledLease[] = [];
    let deleted = 0;
    for (const name of await readdir(this.root).catch(() => [])) {
      const lease = await readJson(join(this.root, name, "lease.json"), leaseFile);
      const whole =
        lease !== null && folderOf(lease.ref) === name && (await this.manifest(lease.ref)) !== null;
      if (whole) finished.push(lease);
      else {
        await removeFolder(join(this.root, name));
        deleted++;
      }
    }
    return { finished, deleted };
  }
}

/** Writes a file that is there whole or not at all. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.part`, text, { mode: 0o600, flush: true });
  await rename(`${path}.part`, path);
}

async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    return schema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return null;
  }
}

/** A process that was just killed may still be writing for a moment on some file systems: hence the retries. */
async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
