import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ScanError } from "../pipeline/scan-error.ts";
import type { FileSource } from "./file-source.ts";
import { gitError, gitIn } from "./git.ts";
import { objectsSource } from "./git-objects.ts";

const COMMIT_ID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/**
 * Fetches one commit of a remote repository into a bare temporary clone and reads it there. `close` removes the clone;
 * so does a failure on the way.
 */
export async function cloneSource(
  url: string,
  ref: string | undefined,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<FileSource> {
  const folder = await mkdtemp(join(tmpdir(), "dataguardian-clone-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  try {
    const git = gitIn(folder, limit);
    await git.raw(["init", "--quiet", "--bare", "--template="]);
    await git
      .raw(["fetch", "--quiet", "--depth=1", "--no-tags", "--end-of-options", url, ref ?? "HEAD"])
      .catch(async (error: unknown) => {
        // Not every server gives out a commit by its id alone; then the branches are fetched and it is looked up there.
        if (ref === undefined || !COMMIT_ID.test(ref)) throw error;
        await git.raw([
          "fetch",
          "--quiet",
          "--end-of-options",
          url,
          "+refs/heads/*:refs/heads/*",
          "+refs/tags/*:refs/tags/*",
        ]);
      });
    const wanted = ref !== undefined && COMMIT_ID.test(ref) ? ref : "FETCH_HEAD";
    const source = await objectsSource(folder, wanted, url, signal);
    return { ...source, close: () => source.close().finally(remove) };
  } catch (error) {
    await remove();
    if (limit.aborted && !signal.aborted) throw new ScanError("timeout", `Fetching ${url} took too long.`);
    throw gitError(error, url, signal);
  }
}
