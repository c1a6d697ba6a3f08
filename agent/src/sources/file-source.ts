/** Where files come from: a folder, a git working tree, the objects of a git repository. */

export interface FileContent {
  bytes: number;
  /** The first piece: the whole file, most often. */
  head: Uint8Array;
  /** The pieces behind it, of bounded size; null if there are none. Leaving the reading releases what is open. */
  rest: AsyncGenerator<Uint8Array, void, undefined> | null;
  /** Bytes at any place, where the store can give them without reading what lies before. */
  random?: RandomBytes;
  /** Releases what is open; leaving the reading of `rest` does so too. */
  close?: () => void;
}

/** Bytes at any place. A read gives fewer than asked for at the end only. */
export interface RandomBytes {
  size: number;
  read(at: number, length: number): Uint8Array;
}

/** A file of a source, as a message to another thread can carry it. */
export interface FileUnit {
  /** Relative to the source's root, with forward slashes. */
  path: string;
  /**
   * The bytes, one a character (Latin-1), of the path that leads to the file, where `path` does not: its name is no UTF-8,
   * or it is a link.
   */
  pathBytes?: string;
  /** The git object that holds the file. */
  object?: { id: string };
  /** Where history is scanned: what is known of this version of the file. */
  history?: BlobHistory;
}

export interface BlobHistory {
  /** The first commit that has it. */
  first: string;
  /** The e-mail address of who made that commit. It leaves as a fingerprint only. */
  author: string;
  /** Whether it is still in the commit that the scan looks from. */
  atHead: boolean;
  /** The commit that took it out. */
  removedIn?: string;
}

/** Where the bytes of a source's files are, as a message to another thread can carry it. */
export type StoreRef = { store: "disk"; root: string } | { store: "git"; repository: string };

/** Opens files for reading, one after the other. */
export interface FileStore {
  /** The file's content, or why there is none to scan. */
  read(unit: FileUnit, maxBytes: number): Promise<FileContent | { skip: SkipReason }>;
  close(): Promise<void>;
}

export interface FileSource {
  /** Everything there is, also what will not be scanned, each with its reason. */
  list(signal: AbortSignal): AsyncIterable<FileUnit | { path: string; skip: SkipReason }>;
  store: StoreRef;
  /** The commit that the files belong to, where they come from one. */
  commit?: string;
  /** Removes what the source put on disk. */
  close(): Promise<void>;
}

/** The reasons a file is passed over. They travel as they stand, so they hold nothing of the file. */
export const SKIP_REASONS = {
  binary: "binary file",
  gitignored: "ignored by .gitignore",
  ignored: "ignored by .dataguardianignore",
  unchanged: "unchanged since an earlier scan that found nothing in it",
  tooLarge: "larger than the size limit",
  symlink: "symbolic link",
  special: "not a regular file",
  permission: "no permission to read",
  unreadable: "cannot be read",
  vanished: "gone before it was read",
  changed: "became shorter while it was read",
  outside: "outside the folder, through a symbolic link",
  submodule: "git submodule",
  notInClone: "not in this partial clone of the repository",
  lfsPointer: "git LFS pointer: the file itself is not in the repository",
  stuck: "the scanner made no progress on it",
  crashed: "the scanner failed on it",
  encrypted: "encrypted: its password is not known here",
  damaged: "damaged, or not what it says it is",
  /** Never counted: such a file goes on to a process of its own. */
  toTakeApart: "to be taken apart in a process of its own",
  unsupported: "a format that this version does not read",
  tooLargeToHold: "larger than its format can be read within the memory limit",
  tooDeep: "nested too deeply in other files",
  tooManyEntries: "more files within one file than the limit",
  unpacksTooLarge: "unpacks to more than the limit",
  weights: "numbers of a model, which hold no text",
  picture: "picture: the image scan reads it",
  noPicture: "no picture",
  tinyPicture: "picture too small or too uniform to show text",
  tooManyPixels: "picture with more pixels than the limit",
} as const;
export type SkipReason = (typeof SKIP_REASONS)[keyof typeof SKIP_REASONS];

/** A source stopped giving a file's bytes, for a reason that is counted. */
export class ReadError extends Error {
  readonly reason: SkipReason;

  constructor(reason: SkipReason) {
    super(reason);
    this.reason = reason;
  }
}

/** The reason that belongs to a system error's code. */
export function skipReasonOf(error: unknown): SkipReason {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "EACCES" || code === "EPERM") return SKIP_REASONS.permission;
  if (code === "ENOENT" || code === "ENOTDIR") return SKIP_REASONS.vanished;
  if (code === "ELOOP") return SKIP_REASONS.symlink;
  return SKIP_REASONS.unreadable;
}
