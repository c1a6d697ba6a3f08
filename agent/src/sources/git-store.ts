import { BlobReader } from "./git-blob-reader.ts";
import {
  type FileContent,
  type FileStore,
  type FileUnit,
  SKIP_REASONS,
  type SkipReason,
} from "./file-source.ts";

/** Files as objects of a git repository, read through one git process. */
export class GitStore implements FileStore {
  readonly #blobs: BlobReader;

  constructor(repository: string, signal: AbortSignal) {
    this.#blobs = new BlobReader(repository, signal);
  }

  async read({ object }: FileUnit, maxBytes: number): Promise<FileContent | { skip: SkipReason }> {
    if (!object) return { skip: SKIP_REASONS.vanished };
    const blob = await this.#blobs.open(object.id);
    if (!blob) return { skip: SKIP_REASONS.notInClone };
    const { bytes, pieces: rest } = blob;
    if (bytes > maxBytes) {
      await rest.return();
      return { skip: SKIP_REASONS.tooLarge };
    }
    const first = await rest.next();
    if (first.done === true) return { bytes, head: new Uint8Array(), rest: null };
    if (first.value.length < bytes) return { bytes, head: first.value, rest };
    await rest.next();
    return { bytes, head: first.value, rest: null };
  }

  close(): Promise<void> {
    return this.#blobs.close();
  }
}
