import { access, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ScanOptions } from "@dataguardian/shared/domain";
import type { ScanLimits } from "../pipeline/scan-job.ts";
import { ScanError } from "../pipeline/scan-error.ts";
import { looksLikeUrl, parseGitUrl } from "../policy/git-url.ts";
import { existingPath } from "./existing-path.ts";
import type { FileSource } from "./file-source.ts";
import { folderSource } from "./folder.ts";
import { changedObjectsSource, changedTreeSource, stagedSource } from "./git-changes.ts";
import { gitError, gitIn } from "./git.ts";
import { cloneSource } from "./git-clone.ts";
import { historySource } from "./git-history.ts";
import { objectsSource } from "./git-objects.ts";
import { oneFileSource } from "./one-file.ts";
import { workingTreeSource } from "./git-working-tree.ts";

type CodeOptions = Pick<ScanOptions, "ref" | "since" | "history" | "unreachable" | "gitMetadata" | "staged">;

/**
 * Finds out what a code scan's target is: an address to fetch from, a bare repository, a working tree, a folder or one
 * file. Throws `ScanError` when it is none of these.
 */
export async function openCodeTarget(
  target: string,
  options: CodeOptions,
  limits: ScanLimits,
  signal: AbortSignal,
): Promise<FileSource> {
  checkTogether(options);
  if (looksLikeUrl(target) && !target.startsWith("file:")) {
    const parsed = parseGitUrl(target);
    if (!parsed.ok) throw new ScanError("invalid", `The target cannot be used: ${parsed.reason}`);
    if (options.staged) throw new ScanError("invalid", "--staged goes with a working tree on this machine.");
    return cloneSource(parsed.url.href, options, limits.cloneTimeoutMs, signal);
  }
  const path = await existingPath(target.startsWith("file:") ? localPath(target) : target);
  const isFolder = (await stat(path)).isDirectory();
  const kind = isFolder ? await repositoryKind(path, target, signal) : "none";
  if (kind === "none") {
    const asked = Object.entries(OPTION_NAMES).find(([name]) => options[name as keyof CodeOptions]);
    if (asked) throw new ScanError("invalid", `${target} is no git repository, so it has no ${asked[1]}.`);
    return isFolder ? folderSource(path, { gitignore: true }) : oneFileSource(path);
  }
  if (options.staged && kind === "bare")
    throw new ScanError("invalid", `${target} has no working tree, so nothing is staged there.`);
  return repositorySource(path, kind, options, target, signal);
}

/** The option of the command line that each of a scan's options comes from. */
const OPTION_NAMES: Partial<Record<keyof CodeOptions, string>> = {
  ref: "--ref",
  since: "--since",
  history: "--history",
  unreachable: "--unreachable",
  gitMetadata: "--git-metadata",
  staged: "--staged",
};

function checkTogether({ staged, history, since, ref, unreachable, gitMetadata }: CodeOptions): void {
  if (staged && (history || since !== undefined || ref !== undefined))
    throw new ScanError("invalid", "--staged stands alone: it looks at what the next commit will be.");
  if ((unreachable || gitMetadata) && !history)
    throw new ScanError("invalid", "--unreachable and --git-metadata go with --history.");
}

function repositorySource(
  path: string,
  kind: "bare" | "tree",
  { ref, since, history, unreachable, gitMetadata, staged }: CodeOptions,
  target: string,
  signal: AbortSignal,
): FileSource | Promise<FileSource> {
  if (staged) return stagedSource(path, target, signal);
  if (history) return historySource(path, { ref, since, unreachable, metadata: gitMetadata }, target, signal);
  if (kind === "bare" || ref !== undefined)
    return since === undefined
      ? objectsSource(path, ref ?? "HEAD", target, signal)
      : changedObjectsSource(path, [since, ref ?? "HEAD"], target, signal);
  return since === undefined
    ? workingTreeSource(path, target)
    : changedTreeSource(path, since, target, signal);
}

function localPath(url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    throw new ScanError("invalid", "The target is no usable file address: write file:///path.");
  }
}

/**
 * What git says of a folder. A folder that its own repository ignores, such as `node_modules`, is meant as a folder when
 * it is named as a target.
 */
async function repositoryKind(
  path: string,
  shownAs: string,
  signal: AbortSignal,
): Promise<"bare" | "tree" | "none"> {
  const git = gitIn(path, signal);
  const answer = await git
    .raw(["rev-parse", "--is-bare-repository", "--is-inside-work-tree"])
    .catch(async (error: unknown) => {
      const message = error instanceof Error ? error.message : "";
      const plain =
        /not a git repository/i.test(message) ||
        (/ENOENT/.test(message) && !(await exists(join(path, ".git"))));
      if (plain && !signal.aborted) return "";
      throw gitError(error, shownAs, signal);
    });
  if (answer.startsWith("true")) return "bare";
  if (!answer.includes("true")) return "none";
  // Without -q: simple-git takes a failure that prints nothing for success.
  const ignored = await git.raw(["check-ignore", "."]).catch(() => "");
  return ignored === "" ? "tree" : "none";
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
