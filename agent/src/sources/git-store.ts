import { BlobReader, type CatFile, startCatFile } from "./git-blob-reader.ts";
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
  readonly #end: () => Promise<void>;

  /** `open` starts the conversation with git, `end` ends what it has started. */
  constructor(open: () => CatFile, end: () => Promise<void>, signal: AbortSignal) {
    this.#blobs = new BlobReader(open, signal);
    this.#end = end;
  }

  /** With a git process of its own. */
  static here(repository: string, signal: AbortSignal): GitStore {
    let git: ReturnType<typeof startCatFile> | undefined;
    const open = () => {
      git = startCatFile(repository, signal);
      return { requests: git.stdin, answers: git.stdout as AsyncIterable<Buffer> };
    };
    return new GitStore(open, () => (git ? ended(git) : Promise.resolve()), signal);
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
    return this.#end();
  }
}

async function ended(git: ReturnType<typeof startCatFile>): Promise<void> {
  if (git.exitCode !== null || git.signalCode !== null) return;
  const closed = new Promise((resolve) => git.once("close", resolve));
  git.stdin.end();
  git.stdout.destroy();
  git.kill();
  await closed;
}
