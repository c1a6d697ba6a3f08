import { stat } from "node:fs/promises";
import { existingPath } from "./existing-path.ts";
import type { FileSource } from "./file-source.ts";
import { folderSource } from "./folder.ts";
import { oneFileSource } from "./one-file.ts";

/** A folder with all that is in it, or one file. Throws `ScanError` when the target is neither. */
export async function openFileTarget(target: string): Promise<FileSource> {
  const path = await existingPath(target);
  // What git ignores is no less a document.
  return (await stat(path)).isDirectory() ? folderSource(path, { gitignore: false }) : oneFileSource(path);
}
