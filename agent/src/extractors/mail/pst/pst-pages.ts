import { type RandomBytes, SKIP_REASONS } from "../../../sources/file-source.ts";
import { ExtractError } from "../../extractor.ts";
import type { PstLayout } from "./pst-layout.ts";

const CACHED_PAGES = 1_024;
const MAX_LEVELS = 16;

/** A page of a B-tree: entries in order, each with its number first. */
interface Page {
  entries: Buffer[];
  level: number;
}

/** The two B-trees of a file ([MS-PST] 2.2.2.7.7): of nodes, and of blocks. */
export class PstPages {
  readonly #bytes: RandomBytes;
  readonly #layout: PstLayout;
  readonly #cached = new Map<number, Page>();

  constructor(bytes: RandomBytes, layout: PstLayout) {
    this.#bytes = bytes;
    this.#layout = layout;
  }

  /** The entry with that number in the tree whose root page is at `root`. */
  find(root: number, id: number): Buffer | undefined {
    let at = root;
    for (let level = MAX_LEVELS; level > 0; level--) {
      const page = this.#page(at);
      const found = page.entries.findLast((entry) => this.id(entry, 0) <= id);
      if (!found) return undefined;
      if (page.level === 0) return this.id(found, 0) === id ? found : undefined;
      at = this.#childOf(found);
    }
    return undefined;
  }

  /** All entries of the tree in order. Pages that are damaged are told to `onDamage` and passed over. */
  *entries(root: number, onDamage: () => void): Generator<Buffer, void, undefined> {
    // A tree has no more pages than the file has room for; one that goes round in a circle has.
    let pages = Math.ceil(this.#bytes.size / this.#layout.pageBytes);
    const open: { at: number; level: number }[] = [{ at: root, level: MAX_LEVELS }];
    for (let next = open.pop(); next; next = open.pop()) {
      const { at, level } = next;
      if (pages-- <= 0) throw new ExtractError(SKIP_REASONS.damaged);
      const page = this.#tryPage(at);
      if (!page || page.level >= level) {
        onDamage();
        continue;
      }
      if (page.level === 0) yield* page.entries;
      else
        for (const entry of page.entries.toReversed())
          open.push({ at: this.#childOf(entry), level: page.level });
    }
  }

  /** The number or place that stands at an offset of an entry. */
  id(entry: Buffer, at: number): number {
    return this.#layout.idBytes === 8 ? Number(entry.readBigUInt64LE(at)) : entry.readUInt32LE(at);
  }

  #childOf(entry: Buffer): number {
    return this.id(entry, this.#layout.idBytes * 2);
  }

  #tryPage(at: number): Page | null {
    try {
      return this.#page(at);
    } catch (error) {
      if (error instanceof ExtractError) return null;
      throw error;
    }
  }

  #page(at: number): Page {
    const known = this.#cached.get(at);
    if (known) return known;
    const { pageBytes, countAt, countBytes, idBytes } = this.#layout;
    const bytes = Buffer.from(this.#bytes.read(at, pageBytes));
    if (bytes.length < pageBytes) throw new ExtractError(SKIP_REASONS.damaged);
    const count = bytes.readUIntLE(countAt, countBytes);
    const entryBytes = bytes[countAt + countBytes * 2] ?? 0;
    const level = bytes[countAt + countBytes * 2 + 1] ?? 0;
    const least = level === 0 && idBytes === 4 ? 12 : idBytes * 3;
    if (entryBytes < least || count * entryBytes > countAt || level >= MAX_LEVELS)
      throw new ExtractError(SKIP_REASONS.damaged);
    const entries = Array.from({ length: count }, (_, i) =>
      bytes.subarray(i * entryBytes, (i + 1) * entryBytes),
    );
    const page = { entries, level };
    if (this.#cached.size >= CACHED_PAGES) this.#cached.clear();
    this.#cached.set(at, page);
    return page;
  }
}
