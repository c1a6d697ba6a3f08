import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const isIgnored = (path: string) => /(^|[/\\])(node_modules|dist)([/\\]|$)|\.test\.tsx?$/.test(path);

/**
 * SHA-256 over the content of files and whole folders, relative to `root`, as 32 hexadecimal characters. What is built
 * from them is built again only when this changes; tests are no part of a build and left out.
 */
export function hashSources(root: string, paths: readonly string[]): string {
  const hash = createHash("sha256").update(root);
  for (const path of paths.flatMap((p) => filesUnder(root, p))) {
    const content = readFileSync(join(root, path));
    hash.update(`\0${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex").slice(0, 32);
}

function filesUnder(root: string, path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return globSync(`${path}/**/*`, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => !isIgnored(file))
    .sort();
}
