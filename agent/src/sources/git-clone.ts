import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ScanOptions } from "@dataguardian/shared/domain";
import { ScanError } from "../pipeline/scan-error.ts";
import type { FileSource } from "./file-source.ts";
import { changedObjectsSource } from "./git-changes.ts";
import { gitError, gitIn } from "./git.ts";
import { historySource } from "./git-history.ts";
import { objectsSource } from "./git-objects.ts";

const COMMIT_ID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

const ALL_NAMED = ["+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"];

/**
 * Fetches one commit of a remote repository, or its history where that is asked for, into a bare temporary clone and reads
 * it there. `close` removes the clone; so does a failure on the way.
 */
export async function cloneSource(
  url: string,
  { ref, since, history, gitMetadata }: Pick<ScanOptions, "ref" | "since" | "history" | "gitMetadata">,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<FileSource> {
  const folder = await mkdtemp(join(tmpdir(), "dataguardian-clone-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  try {
    const git = gitIn(folder, limit);
    await git.raw(["init", "--quiet", "--bare", "--template="]);
    const fetch = (...args: string[]) => git.raw(["fetch", "--quiet", ...args]);
    const wanted = ref !== undefined && COMMIT_ID.test(ref) ? ref : "FETCH_HEAD";
    const fetchAll = () => fetch("--end-of-options", url, ...ALL_NAMED);
    if (history || since !== undefined) {
      // What the remote's HEAD leads to comes last, so that FETCH_HEAD is it.
      await fetchAll();
      await fetch("--end-of-options", url, ref !== undefined && !COMMIT_ID.test(ref) ? ref : "HEAD");
      await git.raw(["update-ref", "--no-deref", "HEAD", "FETCH_HEAD"]);
    } else
      await fetch("--depth=1", "--no-tags", "--end-of-options", url, ref ?? "HEAD").catch(
        async (error: unknown) => {
          // Not every server gives out a commit by its id alone; then the branches are fetched and it is looked up there.
          if (ref === undefined || !COMMIT_ID.test(ref)) throw error;
          await fetchAll();
        },
      );
    const source = await remoteSource(folder, wanted, { ref, since, history, gitMetadata }, url, signal);
    return { ...source, close: () => source.close().finally(remove) };
  } catch (error) {
    await remove();
    if (limit.aborted && !signal.aborted) throw new ScanError("timeout", `Fetching ${url} took too long.`);
    throw gitError(error, url, signal);
  }
}

function remoteSource(
  folder: string,
  wanted: string,
  { ref, since, history, gitMetadata }: Pick<ScanOptions, "ref" | "since" | "history" | "gitMetadata">,
  url: string,
  signal: AbortSignal,
): FileSource | Promise<FileSource> {
  if (history)
    return historySource(
      folder,
      { ref: ref === undefined ? undefined : wanted, since, metadata: gitMetadata },
      url,
      signal,
    );
  return since === undefined
    ? objectsSource(folder, wanted, url, signal)
    : changedObjectsSource(folder, [since, wanted], url, signal);
}
