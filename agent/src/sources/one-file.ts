import { basename, dirname } from "node:path";
import type { FileSource } from "./file-source.ts";

/** A single file as a source. `path` is a real path. */
export function oneFileSource(path: string): FileSource {
  return {
    async *list() {
      yield { path: basename(path) };
    },
    store: { store: "disk", root: dirname(path) },
    close: () => Promise.resolve(),
  };
}
