import { DiskStore } from "./disk-store.ts";
import type { FileStore, StoreRef } from "./file-source.ts";
import { GitStore } from "./git-store.ts";

/** Opens a source's files for reading; each thread opens them for itself. */
export function openStore(ref: StoreRef, signal: AbortSignal): FileStore {
  return ref.store === "disk" ? new DiskStore(ref.root) : GitStore.here(ref.repository, signal);
}
