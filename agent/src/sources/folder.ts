import { opendir, readFile } from "node:fs/promises";
import { join } from "node:path";
import ignore, { type Ignore } from "ignore";
import {
  type FileSource,
  type FileUnit,
  SKIP_REASONS,
  type SkipReason,
  skipReasonOf,
} from "./file-source.ts";

/** A folder that is no git repository. With `gitignore` its files of that name count all the same, each for its own folder. */
export function folderSource(root: string, { gitignore }: { gitignore: boolean }): FileSource {
  return {
    list: (signal) => walk(root, "", gitignore ? [] : null, signal),
    store: { store: "disk", root },
    close: () => Promise.resolve(),
  };
}

interface Rules {
  folder: string;
  rules: Ignore;
}

async function* walk(
  root: string,
  folder: string,
  /** Null where ignore files do not count. */
  above: readonly Rules[] | null,
  signal: AbortSignal,
): AsyncGenerator<FileUnit | { path: string; skip: SkipReason }, void, undefined> {
  signal.throwIfAborted();
  let entries;
  try {
    entries = [];
    for await (const entry of await opendir(join(root, folder))) entries.push(entry);
  } catch (error) {
    yield { path: folder, skip: skipReasonOf(error) };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const rules =
    above && entries.some((entry) => entry.name === ".gitignore")
      ? [...above, { folder, rules: await readRules(join(root, folder, ".gitignore")) }]
      : above;
  for (const entry of entries) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (above && entry.name === ".git") continue;
      if (isIgnored(rules, `${path}/`)) yield { path: `${path}/`, skip: SKIP_REASONS.gitignored };
      else yield* walk(root, path, rules, signal);
    } else if (isIgnored(rules, path)) yield { path, skip: SKIP_REASONS.gitignored };
    else yield { path };
  }
}

/** The deepest file that has an opinion decides, as git has it. */
function isIgnored(rules: readonly Rules[] | null, path: string): boolean {
  for (const { folder, rules: own } of rules?.toReversed() ?? []) {
    const verdict = own.test(folder === "" ? path : path.slice(folder.length + 1));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

/** An ignore file that cannot be read ignores nothing: rather too much is scanned than too little. */
async function readRules(file: string): Promise<Ignore> {
  return ignore().add(await readFile(file, "utf8").catch(() => ""));
}
