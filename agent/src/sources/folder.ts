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
import { bytesOfPath } from "./path-bytes.ts";

/** A folder that is no git repository. With `gitignore` its files of that name count all the same, each for its own folder. */
export function folderSource(root: string, { gitignore }: { gitignore: boolean }): FileSource {
  return {
    list: (signal) => walk(root, gitignore, signal),
    store: { store: "disk", root },
    close: () => Promise.resolve(),
  };
}

interface Rules {
  folder: string;
  rules: Ignore;
}

interface Entry extends FileUnit {
  isFolder: boolean;
}

interface Folder {
  /** What is still to be visited in it, last first. */
  entries: Entry[];
  /** Null where ignore files do not count. */
  rules: readonly Rules[] | null;
}

type Listed = FileUnit | { path: string; skip: SkipReason };

/** Folder by folder, in the order of names; a stack, because a tree may be deeper than calls can be. */
async function* walk(
  root: string,
  gitignore: boolean,
  signal: AbortSignal,
): AsyncGenerator<Listed, void, undefined> {
  const open: Folder[] = [{ entries: [{ path: "", isFolder: true }], rules: gitignore ? [] : null }];
  for (let folder = open.at(-1); folder; folder = open.at(-1)) {
    const next = folder.entries.pop();
    if (!next) {
      open.pop();
      continue;
    }
    const { isFolder, ...unit } = next;
    const { path } = unit;
    if (isIgnored(folder.rules, isFolder ? `${path}/` : path))
      yield { path: isFolder ? `${path}/` : path, skip: SKIP_REASONS.gitignored };
    else if (!isFolder) yield unit;
    else {
      signal.throwIfAborted();
      const inner = await openFolder(root, unit, folder.rules);
      if ("skip" in inner) yield { path, skip: inner.skip };
      else open.push(inner);
    }
  }
}

async function openFolder(
  root: string,
  unit: FileUnit,
  above: readonly Rules[] | null,
): Promise<Folder | { skip: SkipReason }> {
  const { path } = unit;
  const entries: Entry[] = [];
  try {
    // As bytes: a name that is no UTF-8 leads nowhere once it has been decoded.
    const found = await opendir(bytesOfPath(root, unit), { encoding: "buffer" as BufferEncoding });
    for await (const entry of found) {
      const name = entry.name as unknown as Buffer;
      entries.push({ ...childOf(unit, name), isFolder: entry.isDirectory() });
    }
  } catch (error) {
    return { skip: skipReasonOf(error) };
  }
  entries.sort((a, b) => (a.path < b.path ? 1 : -1));
  if (!above) return { entries, rules: null };
  const own = path === "" ? ".gitignore" : `${path}/.gitignore`;
  const rules = entries.some((entry) => entry.path === own)
    ? [...above, { folder: path, rules: await readRules(join(root, own)) }]
    : above;
  const inside = entries.filter((entry) => !entry.isFolder || !/(?:^|\/)\.git$/.test(entry.path));
  return { entries: inside, rules };
}

function childOf({ path, pathBytes }: FileUnit, name: Buffer): FileUnit {
  const text = name.toString();
  const child = path === "" ? text : `${path}/${text}`;
  const isExact = !text.includes("\u{fffd}") || Buffer.from(text).equals(name);
  if (isExact && pathBytes === undefined) return { path: child };
  const above = pathBytes ?? Buffer.from(path).toString("latin1");
  const own = name.toString("latin1");
  return { path: child, pathBytes: above === "" ? own : `${above}/${own}` };
}

/** The deepest file that has an opinion decides, as git has it. */
function isIgnored(rules: readonly Rules[] | null, path: string): boolean {
  if (!rules || path === "/") return false;
  for (const { folder, rules: own } of rules.toReversed()) {
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
