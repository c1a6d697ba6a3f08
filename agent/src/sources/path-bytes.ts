import { join } from "node:path";
import type { FileUnit } from "./file-source.ts";

/** Where a file or folder is on disk, as the system's calls take it: bytes, where its name is no UTF-8. */
export function bytesOfPath(root: string, { path, pathBytes }: FileUnit): string | Buffer {
  return pathBytes === undefined
    ? join(root, path)
    : Buffer.concat([Buffer.from(`${root}/`), Buffer.from(pathBytes, "latin1")]);
}
