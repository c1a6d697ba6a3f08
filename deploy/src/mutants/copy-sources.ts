/** A throw-away copy of the sources, in which a mutation harms nobody. Installed packages are linked, not copied. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const WORKSPACES = ["shared", "agent", "control-plane", "deploy"];
const FILES = ["package.json", "wrangler.toml", "tsconfig.json", "tsconfig.base.json", "vitest.config.ts"];
const LEFT_OUT = new Set(["node_modules", "dist", ".dataguardian"]);
/** The scope of the workspaces themselves: a link to the original would bring the unchanged code back in. */
const OWN_SCOPE = "@dataguardian";

export interface SourceCopy {
  dir: string;
  remove(): void;
}

export function copySources(root: string): SourceCopy {
  const dir = mkdtempSync(join(tmpdir(), "dataguardian-mutants-"));
  for (const file of FILES) cpSync(join(root, file), join(dir, file));
  for (const workspace of WORKSPACES) {
    cpSync(join(root, workspace), join(dir, workspace), {
      recursive: true,
      filter: (path) => !LEFT_OUT.has(basename(path)),
    });
    const own = join(root, workspace, "node_modules");
    if (existsSync(own)) linkEach(own, join(dir, workspace, "node_modules"));
  }
  linkEach(join(root, "node_modules"), join(dir, "node_modules"));
  mkdirSync(join(dir, "node_modules", OWN_SCOPE));
  for (const workspace of WORKSPACES) {
    symlinkSync(join(dir, workspace), join(dir, "node_modules", OWN_SCOPE, workspace), "dir");
  }
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** Caches stay behind, so that the copy neither reads nor spoils them. */
function linkEach(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    const isCache = name.startsWith(".") && name !== ".bin";
    if (name !== OWN_SCOPE && !isCache) symlinkSync(join(from, name), join(to, name));
  }
}
