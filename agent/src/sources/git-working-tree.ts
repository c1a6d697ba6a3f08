import { type FileSource, type FileUnit, SKIP_REASONS, type SkipReason } from "./file-source.ts";
import { gitError, gitIn } from "./git.ts";
import { unquotedPath } from "./quoted-path.ts";

const FILES = ["--cached", "--others", "--exclude-standard"];

/**
 * The files of a working tree: tracked ones, and new ones that are not ignored. What is ignored is listed with that
 * reason, a wholly ignored folder as one.
 */
export function workingTreeSource(root: string, shownAs: string): FileSource {
  return {
    async *list(signal): AsyncGenerator<FileUnit | { path: string; skip: SkipReason }, void, undefined> {
      const git = gitIn(root, signal);
      const run = (...args: string[]) =>
        git.raw(args).catch((error: unknown) => {
          throw gitError(error, shownAs, signal);
        });
      const ls = async (...args: string[]) =>
        (await run("ls-files", "-z", ...args)).split("\0").filter((path) => path !== "");
      // A path in conflict is listed once for each side.
      const paths = new Set(await ls(...FILES));
      for (const path of paths) if (!path.includes("\u{fffd}")) yield { path };
      if ([...paths].some((path) => path.includes("\u{fffd}"))) {
        const lines = (await run("-c", "core.quotePath=true", "ls-files", ...FILES)).split("\n");
        for (const line of new Set(lines)) yield* unitOf(unquotedPath(line));
      }
      for (const path of await ls("--others", "--ignored", "--exclude-standard", "--directory"))
        yield { path, skip: SKIP_REASONS.gitignored };
    },
    store: { store: "disk", root },
    close: () => Promise.resolve(),
  };
}

/** A file whose name is no UTF-8, or has the sign for that in it. */
function* unitOf(bytes: Buffer): Generator<FileUnit, void, undefined> {
  const path = bytes.toString();
  if (!path.includes("\u{fffd}")) return;
  yield Buffer.from(path).equals(bytes) ? { path } : { path, pathBytes: bytes.toString("latin1") };
}
