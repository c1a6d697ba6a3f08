import { type FileSource, type FileUnit, SKIP_REASONS, type SkipReason } from "./file-source.ts";
import { gitError } from "./git.ts";
import { gitRecords } from "./git-records.ts";

export interface HistoryOptions {
  /** Only what this branch, tag or commit leads to; everything that has a name when absent. */
  ref?: string | undefined;
  /** Only commits that this one does not lead to. */
  since?: string | undefined;
  /** Also stashes, and objects that no name leads to any more. */
  unreachable?: boolean | undefined;
  /** Also what commits and tags say: messages and the people named in them. */
  metadata?: boolean | undefined;
}

const NAMED = ["--branches", "--tags", "--remotes", "HEAD"];
const LINK_MODE = "120000";
const SUBMODULE_MODE = "160000";
const RAW = /^\n?(:+)((?:\d{6} )+)((?:[0-9a-f]{40,64} )+)[A-Z]+$/;
const NO_OBJECT = /^0+$/;

/** A blob while the log is read. `removedIn` is forgotten when the blob comes back. */
interface Blob {
  path: string;
  mode: string;
  first: string;
  author: string;
  removedIn?: string;
}

/**
 * Every file that ever was in a repository, each version once, however many commits and paths have it: with the commit
 * and author that brought it, and the commit that took it out.
 */
export function historySource(
  repository: string,
  options: HistoryOptions,
  shownAs: string,
  signal: AbortSignal,
): FileSource {
  return {
    async *list(): AsyncGenerator<FileUnit | { path: string; skip: SkipReason }, void, undefined> {
      try {
        yield* listHistory(repository, options, signal);
      } catch (error) {
        throw gitError(error, shownAs, signal);
      }
    },
    store: { store: "git", repository },
    close: () => Promise.resolve(),
  };
}

async function* listHistory(
  repository: string,
  options: HistoryOptions,
  signal: AbortSignal,
): AsyncGenerator<FileUnit | { path: string; skip: SkipReason }, void, undefined> {
  const { ref, since, unreachable = false, metadata = false } = options;
  // Without a commit, `git log` is an error.
  if (!(await hasCommits(repository, signal))) return;
  const from = unreachable ? ["--all", "--reflog"] : ref === undefined ? NAMED : [ref];
  const range = [...from, ...(since === undefined ? [] : ["--not", since])];
  const blobs = await blobsOf(repository, range, signal);
  const atHead = await blobsAt(repository, ref ?? "HEAD", signal);
  for (const [id, { path, mode, first, author, removedIn }] of blobs) {
    if (mode === SUBMODULE_MODE) yield { path, skip: SKIP_REASONS.submodule };
    else if (mode === LINK_MODE) yield { path, skip: SKIP_REASONS.symlink };
    else {
      const isAtHead = atHead.has(id);
      const history = { first, author, atHead: isAtHead, ...(isAtHead || !removedIn ? {} : { removedIn }) };
      yield { path, object: { id }, history };
    }
  }
  if (metadata) yield* commitUnits(repository, range, signal);
  if (unreachable) yield* otherObjects(repository, blobs, signal);
}

async function hasCommits(repository: string, signal: AbortSignal): Promise<boolean> {
  const one = gitRecords(repository, ["rev-list", "--all", "--max-count=1"], signal, "\n");
  const first = await one.next();
  await one.return();
  return first.done !== true;
}

/** Reads the log from the first commit on: what a commit brings is new, what it replaces or deletes is gone from there. */
async function blobsOf(
  repository: string,
  range: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, Blob>> {
  const blobs = new Map<string, Blob>();
  // `-c` shows what a merge has that none of its parents had.
  const form = ["-z", "--raw", "-c", "--root", "--no-abbrev", "--no-renames", "--format=%x01%H%x00%ae"];
  const log = gitRecords(repository, ["log", "--reverse", "--topo-order", ...form, ...range, "--"], signal);
  let commit = "";
  let author = "";
  for (let next = await log.next(); next.done !== true; next = await log.next()) {
    const record = next.value;
    if (record.startsWith("\u0001")) {
      commit = record.slice(1);
      author = String((await log.next()).value ?? "");
      continue;
    }
    const entry = RAW.exec(record);
    if (!entry) continue;
    const path = String((await log.next()).value ?? "");
    const modes = (entry[2] ?? "").trim().split(" ");
    const ids = (entry[3] ?? "").trim().split(" ");
    const mode = modes.at(-1) ?? "";
    const id = ids.pop() ?? "";
    for (const old of ids) {
      const gone = blobs.get(old);
      if (gone && old !== id) gone.removedIn = commit;
    }
    if (NO_OBJECT.test(id)) continue;
    const known = blobs.get(id);
    if (known) delete known.removedIn;
    else blobs.set(id, { path, mode, first: commit, author });
  }
  return blobs;
}

async function blobsAt(repository: string, ref: string, signal: AbortSignal): Promise<Set<string>> {
  const ids = new Set<string>();
  try {
    for await (const line of gitRecords(repository, ["ls-tree", "-r", "-z", "--full-tree", ref], signal))
      ids.add(line.split(/[ \t]/, 3)[2] ?? "");
  } catch (error) {
    // A repository without a commit at its HEAD has nothing there.
    signal.throwIfAborted();
    if (!(error instanceof Error && /not a (?:valid object|tree)/i.test(error.message))) throw error;
  }
  return ids;
}

async function* commitUnits(
  repository: string,
  range: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<FileUnit, void, undefined> {
  for await (const id of gitRecords(repository, ["log", "-z", "--format=%H", ...range, "--"], signal))
    yield { path: "commit message", object: { id }, history: { first: id, author: "", atHead: true } };
  const tags = ["for-each-ref", "--format=%(objecttype) %(objectname)", "refs/tags"];
  for await (const record of gitRecords(repository, tags, signal, "\n")) {
    const [type, id] = record.trim().split(" ");
    if (type === "tag" && id !== undefined) yield { path: "tag message", object: { id } };
  }
}

/** Blobs in the object store that no commit led to: dropped stashes, undone commits, files that were only staged. */
async function* otherObjects(
  repository: string,
  known: ReadonlyMap<string, Blob>,
  signal: AbortSignal,
): AsyncGenerator<FileUnit, void, undefined> {
  const form = "--batch-check=%(objecttype) %(objectname)";
  const all = ["cat-file", form, "--batch-all-objects", "--unordered"];
  for await (const record of gitRecords(repository, all, signal, "\n")) {
    const [type, id] = record.trim().split(" ");
    if (type === "blob" && id !== undefined && !known.has(id))
      yield { path: `unreachable/${id}`, object: { id } };
  }
}
