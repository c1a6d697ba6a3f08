import { lstatSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import type { FileUnit, SkipReason } from "../../sources/file-source.ts";

/** `models--org--name/snapshots/revision/config.json`, which is a link to `models--org--name/blobs/hash`. */
const IN_CACHE = /^(.*\/)?((?:models|datasets|spaces)--[^/]+)\/(blobs|snapshots)\//;

type Listed = FileUnit | { path: string; skip: SkipReason };

/**
 * A cache in the layout of the Hugging Face hub keeps each file once, by its hash, and links to it from every snapshot that
 * has it. Here a file goes by its name in the first such snapshot, and is read once; links that lead out of the root are
 * left as they are.
 */
export class HubCache {
  readonly #root: string;
  /** What is before a path, for a root that is itself a folder of the cache. */
  readonly #above: string;
  readonly #linked = new Map<string, FileUnit>();

  /** `root` is a real path. */
  constructor(root: string) {
    this.#root = root;
    this.#above = `${basename(root)}/`;
  }

  /** The unit to read for a path that the listing gave. */
  unitAt(path: string): FileUnit {
    return this.#linked.get(path) ?? { path };
  }

  /** The blobs of one model come before its snapshots in the order of names: they wait until those have been seen. */
  async *units(listed: AsyncIterable<Listed>): AsyncGenerator<Listed, void, undefined> {
    let model = "";
    /** Undefined for one that a snapshot has led to. */
    let blobs = new Map<string, Listed | undefined>();
    for await (const unit of listed) {
      const [, above = "", name, part] = IN_CACHE.exec(this.#above + unit.path) ?? [];
      const current = name === undefined ? "" : above + name;
      // Its `refs` stand between the two, and belong to it too.
      if (current !== model && !`${this.#above}${unit.path}`.startsWith(`${model}/`)) {
        yield* waiting(blobs);
        [model, blobs] = [current, new Map()];
      }
      if (model === "" && current !== "") model = current;
      if (part === "blobs" && !("skip" in unit)) blobs.set(unit.path, unit);
      else if (part === "snapshots" && !("skip" in unit)) yield* this.#followed(unit, blobs);
      else yield unit;
    }
    yield* waiting(blobs);
  }

  *#followed(unit: FileUnit, blobs: Map<string, Listed | undefined>): Generator<Listed, void> {
    const target = this.#targetOf(unit);
    if (target === null || !blobs.has(target)) return yield unit;
    // Another snapshot has led to it already.
    if (blobs.get(target) === undefined) return;
    blobs.set(target, undefined);
    const linked = { path: unit.path, pathBytes: Buffer.from(target).toString("latin1") };
    this.#linked.set(unit.path, linked);
    yield linked;
  }

  /** Where a link leads, from the root; null for what is no link, or leads to no blob of this model. */
  #targetOf({ path, pathBytes }: FileUnit): string | null {
    if (pathBytes !== undefined) return null;
    const full = join(this.#root, path);
    try {
      if (!lstatSync(full).isSymbolicLink()) return null;
      const target = relative(this.#root, realpathSync(full)).split(sep).join("/");
      return basename(dirname(target)) === "blobs" && !target.startsWith("../") ? target : null;
    } catch {
      return null;
    }
  }
}

/** What no snapshot leads to is a file all the same. */
const waiting = (blobs: ReadonlyMap<string, Listed | undefined>) =>
  [...blobs.values()].filter((blob) => blob !== undefined);
