import { type FileSource, type FileUnit, SKIP_REASONS, type SkipReason } from "./file-source.ts";
import { gitError } from "./git.ts";
import { gitRecords } from "./git-records.ts";

const RAW = /^:\d{6} (\d{6}) [0-9a-f]{40,64} ([0-9a-f]{40,64}) [A-Z]\d*$/;

/** What is staged for the next commit, as it is staged: the hook's view, whatever the working tree has meanwhile. */
export function stagedSource(root: string, shownAs: string, signal: AbortSignal): FileSource {
  return source(root, shownAs, signal, () => diff(root, ["--cached"], signal), "git");
}

/** Files of a commit that are not as they were in an earlier one. */
export function changedObjectsSource(
  repository: string,
  [since, ref]: [since: string, ref: string],
  shownAs: string,
  signal: AbortSignal,
): FileSource {
  return source(repository, shownAs, signal, () => diff(repository, [since, ref], signal), "git");
}

/** Files of the working tree that are not as they were in a commit, new ones among them. */
export function changedTreeSource(
  root: string,
  since: string,
  shownAs: string,
  signal: AbortSignal,
): FileSource {
  return source(root, shownAs, signal, () => changedInTree(root, since, signal), "disk");
}

type Listed = AsyncGenerator<FileUnit | { path: string; skip: SkipReason }, void, undefined>;

function source(
  root: string,
  shownAs: string,
  signal: AbortSignal,
  list: () => Listed,
  store: "git" | "disk",
): FileSource {
  return {
    async *list() {
      try {
        yield* list();
      } catch (error) {
        throw gitError(error, shownAs, signal);
      }
    },
    store: store === "git" ? { store, repository: root } : { store, root },
    close: () => Promise.resolve(),
  };
}

async function* diff(root: string, what: readonly string[], signal: AbortSignal): Listed {
  const form = ["-z", "--raw", "--no-abbrev", "--no-renames", "--diff-filter=d", "--ignore-submodules=none"];
  const records = gitRecords(root, ["diff", ...form, ...what, "--"], signal);
  for (let next = await records.next(); next.done !== true; next = await records.next()) {
    const [, mode, id = ""] = RAW.exec(next.value) ?? [];
    const path = String((await records.next()).value ?? "");
    if (mode === "160000") yield { path, skip: SKIP_REASONS.submodule };
    else if (mode === "120000") yield { path, skip: SKIP_REASONS.symlink };
    else if (mode !== undefined) yield { path, object: { id } };
  }
}

async function* changedInTree(root: string, since: string, signal: AbortSignal): Listed {
  const changed = ["diff", "-z", "--name-only", "--relative", "--no-renames", "--diff-filter=d", since, "--"];
  for await (const path of gitRecords(root, changed, signal)) yield { path };
  const added = ["ls-files", "-z", "--others", "--exclude-standard"];
  for await (const path of gitRecords(root, added, signal)) yield { path };
}
