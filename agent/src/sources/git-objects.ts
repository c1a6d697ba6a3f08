import { type FileSource, type FileUnit, SKIP_REASONS, type SkipReason } from "./file-source.ts";
import { gitError, gitIn } from "./git.ts";

/**
 * The files of one commit, read from the repository's objects. Nothing is checked out, so no filter runs, no link is
 * made and no name has to fit this file system.
 */
export async function objectsSource(
  repository: string,
  ref: string,
  shownAs: string,
  signal: AbortSignal,
): Promise<FileSource> {
  const git = gitIn(repository, signal);
  const commit = await git
    .raw(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`])
    .then((text) => text.trim())
    .catch((error: unknown) => {
      throw gitError(
        error instanceof Error && error.message.trim() === "" ? new Error("unknown revision") : error,
        shownAs,
        signal,
      );
    });
  if (commit === "") throw gitError(new Error("unknown revision"), shownAs, signal);
  return {
    commit,
    async *list(): AsyncGenerator<FileUnit | { path: string; skip: SkipReason }, void, undefined> {
      const tree = await git.raw(["ls-tree", "-r", "-z", "--full-tree", commit]).catch((error: unknown) => {
        throw gitError(error, shownAs, signal);
      });
      for (const line of tree.split("\0")) {
        const entry = /^(\d{6}) (\w+) ([0-9a-f]{40,64})\t([^]+)$/.exec(line);
        if (!entry) continue;
        const [, mode, type, object = "", path = ""] = entry;
        if (mode === "120000") yield { path, skip: SKIP_REASONS.symlink };
        else if (type !== "blob") yield { path, skip: SKIP_REASONS.submodule };
        else yield { path, object: { id: object } };
      }
    },
    store: { store: "git", repository },
    close: () => Promise.resolve(),
  };
}
