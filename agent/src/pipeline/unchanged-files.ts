import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, rename, stat, writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { bytesOfPath } from "../sources/path-bytes.ts";
import type { FileUnit } from "../sources/file-source.ts";

/** Size, time of change in milliseconds, SHA-256 of the content. */
const fileState = z.tuple([z.number(), z.number(), z.string()]);
type FileState = z.infer<typeof fileState>;

const stateFile = z.object({
  schema: z.literal("dataguardian.state/1"),
  /** What was looked for and how, by root; of another one nothing can be concluded. */
  roots: z.record(z.string(), z.object({ by: z.string(), files: z.record(z.string(), fileState) })),
});
type StateFile = z.infer<typeof stateFile>;

/** A state file that cannot be used; the sentence says what to do. */
export class StateFileError extends Error {}

/**
 * The files in which an earlier scan found nothing at all, not even what its options left out. Such a file need not be read again
 * while it and what is looked for stay the same, and a report without it is still complete; a file with findings always is.
 */
export class UnchangedFiles {
  readonly #path: string;
  /** Engine, rules and options: what the answer depends on beside the file. */
  readonly #by: string;
  readonly #state: StateFile;
  readonly #clean = new Map<string, Map<string, FileUnit>>();

  private constructor(path: string, by: string, state: StateFile) {
    this.#path = path;
    this.#by = by;
    this.#state = state;
  }

  /** A file that is not there yet is one without files. Throws `StateFileError`. */
  static async open(path: string, by: unknown): Promise<UnchangedFiles> {
    const identity = createHash("sha256").update(JSON.stringify(by)).digest("hex");
    let text: string | null;
    try {
      text = await readFile(path, "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT")
        throw new StateFileError(`The state file ${path} cannot be read.`);
      text = null;
    }
    if (text === null)
      return new UnchangedFiles(path, identity, { schema: "dataguardian.state/1", roots: {} });
    const parsed = stateFile.safeParse(jsonOf(text));
    if (!parsed.success)
      throw new StateFileError(
        `${path} is no state file of dataguardian scan --state: name another one, or delete it.`,
      );
    return new UnchangedFiles(path, identity, parsed.data);
  }

  /** Whether the file is as it was when nothing was found in it. A file that only looks touched is compared by content. */
  async has(root: string, unit: FileUnit): Promise<boolean> {
    const of = this.#state.roots[root];
    const before = of?.by === this.#by ? of.files[keyOf(unit)] : undefined;
    if (!before) return false;
    const [size, changedAt, hash] = before;
    const now = await stat(bytesOfPath(root, unit)).catch(() => null);
    if (!now?.isFile() || now.size !== size) return false;
    const isSame = now.mtimeMs === changedAt || (await hashOf(root, unit)) === hash;
    if (isSame) this.clean(root, unit);
    return isSame;
  }

  /** It was read to its end, and nothing was in it. */
  clean(root: string, unit: FileUnit): void {
    const units = this.#clean.get(root) ?? new Map<string, FileUnit>();
    this.#clean.set(root, units.set(keyOf(unit), unit));
  }

  /** Writes down the clean files of this scan, for its owner's eyes only: names of files may tell something too. */
  async save(): Promise<void> {
    const { roots } = this.#state;
    for (const [root, units] of this.#clean) {
      const before = roots[root]?.files ?? {};
      const files: Record<string, FileState> = {};
      for (const [key, unit] of units) {
        const now = await stat(bytesOfPath(root, unit)).catch(() => null);
        if (!now) continue;
        const known = before[key];
        const isKnown = known?.[0] === now.size && known[1] === now.mtimeMs;
        const hash = isKnown ? known[2] : await hashOf(root, unit);
        if (hash !== null) files[key] = [now.size, now.mtimeMs, hash];
      }
      roots[root] = { by: this.#by, files };
    }
    const draft = `${this.#path}.new`;
    try {
      await writeFile(draft, JSON.stringify(this.#state), { mode: 0o600 });
      await rename(draft, this.#path);
    } catch (error) {
      const { code = "error" } = error as NodeJS.ErrnoException;
      throw new StateFileError(`The state file ${this.#path} cannot be written (${code}).`);
    }
  }
}

const keyOf = ({ path, pathBytes }: FileUnit) => (pathBytes === undefined ? path : `\0${pathBytes}`);

async function hashOf(root: string, unit: FileUnit): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(bytesOfPath(root, unit)), hash);
    return hash.digest("hex");
  } catch {
    return null;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
