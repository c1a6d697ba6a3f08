import { cpSync } from "node:fs";
import { enableCompileCache, flushCompileCache, getCompileCacheDir } from "node:module";
import { homedir } from "node:os";
import { basename, join } from "node:path";

/**
 * Node strips the types of some 1,500 modules and compiles them at each start, which takes longer than a small scan. What it
 * made of them is kept in the user's own cache folder. Not in `/tmp`, where others could put code in its place. Where the
 * folder cannot be written, every start takes the long way.
 */
export function keepCompiledCode(env: NodeJS.ProcessEnv = process.env): void {
  enableCompileCache(join(env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "dataguardian", "compiled"));
}

/** For a process that may not live to its own end. What was kept already is not written again. */
export function saveCompiledCode(): void {
  flushCompileCache();
}

/**
 * A confined process can use compiled code only where it may write, and must not write where others read: it gets a copy in
 * its own folder. Returns what tells Node of it.
 */
export function compiledCodeFor(folder: string): Record<string, string> {
  const kept = getCompileCacheDir();
  if (kept === undefined) return {};
  const copy = join(folder, "compiled");
  try {
    cpSync(kept, join(copy, basename(kept)), { recursive: true });
  } catch {
    // Somebody is clearing the cache: the process starts without.
    return {};
  }
  return { NODE_COMPILE_CACHE: copy };
}
