import { access, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ScanLimits } from "../pipeline/scan-job.ts";
import { ScanError } from "../pipeline/scan-error.ts";
import { looksLikeUrl, parseGitUrl } from "../policy/git-url.ts";
import { existingPath } from "./existing-path.ts";
import type { FileSource } from "./file-source.ts";
import { folderSource } from "./folder.ts";
import { gitError, gitIn } from "./git.ts";
import { cloneSource } from "./git-clone.ts";
import { objectsSource } from "./git-objects.ts";
import { oneFileSource } from "./one-file.ts";
import { workingTreeSource } from "./git-working-tree.ts";

/**
 * Finds out what a code scan's target is: an address to fetch from, a bare repository, a working tree, a folder or one
 * file. Throws `ScanError` when it is none of these.
 */
export async function openCodeTarget(
  target: string,
  ref: string | undefined,
  limits: ScanLimits,
  signal: AbortSignal,
): Promise<FileSource> {
  if (looksLikeUrl(target) && !target.startsWith("file:")) {
    const parsed = parseGitUrl(target);
    if (!parsed.ok) throw new ScanError("invalid", `The target cannot be used: ${parsed.reason}`);
    return cloneSource(parsed.url.href, ref, limits.cloneTimeoutMs, signal);
  }
  const path = await existingPath(target.startsWith("file:") ? localPath(target) : target);
  if (!(await stat(path)).isDirectory()) return oneFile(path, ref);
  const kind = await repositoryKind(path, target, signal);
  if (kind === "none" && ref !== undefined)
    throw new ScanError("invalid", `${target} is no git repository, so it has no --ref.`);
  if (kind === "bare" || (kind === "tree" && ref !== undefined))
    return objectsSource(path, ref ?? "HEAD", target, signal);
  return kind === "tree" ? workingTreeSource(path, target) : folderSource(path, { gitignore: true });
}

function localPath(url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    throw new ScanError("invalid", "The target is no usable file address: write file:///path.");
  }
}

function oneFile(path: string, ref: string | undefined): FileSource {
  if (ref !== undefined)
    throw new ScanError("invalid", "--ref goes with a repository, not with a single file.");
  return oneFileSource(path);
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
