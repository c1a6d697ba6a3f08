import { type FileSource, type FileUnit, SKIP_REASONS, type SkipReason } from "./file-source.ts";
import { gitError, gitIn } from "./git.ts";

/**
 * The files of a working tree: tracked ones, and new ones that are not ignored. What is ignored is listed with that
 * reason, a wholly ignored folder as one.
 */
export function workingTreeSource(root: string, shownAs: string): FileSource {
  return {
    async *list(signal): AsyncGenerator<FileUnit | { path: string; skip: SkipReason }, void, undefined> {
      const git = gitIn(root, signal);
      const ls = async (...args: string[]) => {
        const listed = await git.raw(["ls-files", "-z", ...args]).catch((error: unknown) => {
          throw gitError(error, shownAs, signal);
        });
        return listed.split("\0").filter((path) => path !== "");
      };
      // A path in conflict is listed once for each side.
      for (const path of new Set(await ls("--cached", "--others", "--exclude-standard"))) yield { path };
      for (const path of await ls("--others", "--ignored", "--exclude-standard", "--directory"))
        yield { path, skip: SKIP_REASONS.gitignored };
    },
    store: { store: "disk", root },
    close: () => Promise.resolve(),
  };
}
