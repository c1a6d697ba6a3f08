import { BLOCK_BYTES, paxRecords, type TarHeader, tarHeader, textOf } from "./tar-header.ts";
import { gnuSparse, MAX_MAP_ENTRIES, paxSparseMap, withHoles, withMapBefore } from "./tar-sparse.ts";

const MAX_METADATA_BYTES = 1024 * 1024;

export interface TarEntry {
  name: string;
  type: "file" | "folder" | "link" | "special";
  pieces: AsyncGenerator<Uint8Array, void, undefined>;
}

const TYPES: Record<string, TarEntry["type"]> = {
  "1": "link",
  "2": "link",
  "3": "special",
  "4": "special",
  "5": "folder",
  "6": "special",
  // GNU: the list of a folder, and the name of a volume.
  D: "folder",
  V: "folder",
};

/** Reads a TAR from its bytes as they come. Layout: POSIX pax interchange format; GNU tar manual, "Basic Tar Format". */
export class TarReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array();
  /** Bytes of the present entry that nobody has read, with the padding behind them. */
  #left = 0;
  #padding = 0;
  isWhole = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next entry; what was not read of the last one is skipped. Null at the end, or where it breaks off. */
  async next(): Promise<TarEntry | null> {
    let longName: string | undefined;
    let pax = new Map<string, string>();
    for (;;) {
      const block = await this.#block();
      const header = block && tarHeader(block);
      // What follows the end is another archive, or nothing.
      if (!block || !header) return null;
      this.isWhole = false;
      const paxSize = pax.get("size");
      this.#left = paxSize !== undefined && /^\d{1,15}$/.test(paxSize) ? Number(paxSize) : header.size;
      this.#padding = (BLOCK_BYTES - (this.#left % BLOCK_BYTES)) % BLOCK_BYTES;
      const { flag } = header;
      if (flag === "L") longName = textOf(await this.#metadata());
      else if (flag === "x" || flag === "X") pax = new Map([...pax, ...paxRecords(await this.#metadata())]);
      // Not a long link's target, nor settings for all entries that follow.
      else if (flag !== "K" && flag !== "g") {
        const name = pax.get("GNU.sparse.name") ?? pax.get("path") ?? longName ?? header.name;
        const isOldFolder = (flag === "0" || flag === "\0") && name.endsWith("/");
        const type = isOldFolder ? "folder" : (TYPES[flag] ?? "file");
        return { name, type, pieces: await this.#content(header, block, pax) };
      }
    }
  }

  /** The next block with something in it, behind the present entry. */
  async #block(): Promise<Uint8Array | null> {
    await this.#skip(this.#left + this.#padding);
    for (;;) {
      const block = await this.#take(BLOCK_BYTES);
      if (!block || block.some((byte) => byte !== 0)) return block;
      this.isWhole = true;
    }
  }

  async #content(
    { flag }: TarHeader,
    block: Uint8Array,
    pax: ReadonlyMap<string, string>,
  ): Promise<TarEntry["pieces"]> {
    if (flag === "S") {
      const { map, more } = gnuSparse(block, false);
      for (let isMore = more; isMore && map.length < MAX_MAP_ENTRIES;) {
        const extension = await this.#take(BLOCK_BYTES);
        if (!extension) break;
        const next = gnuSparse(extension, true);
        map.push(...next.map);
        isMore = next.more;
      }
      return withHoles(this.#pieces(), map);
    }
    if (pax.get("GNU.sparse.major") === "1") return withMapBefore(this.#pieces());
    const map = pax.get("GNU.sparse.map");
    return map === undefined ? this.#pieces() : withHoles(this.#pieces(), paxSparseMap(map));
  }

  async *#pieces(): AsyncGenerator<Uint8Array, void, undefined> {
    while (this.#left > 0) {
      if (this.#rest.length === 0 && !(await this.#more())) throw new Error("cut off");
      const piece = this.#rest.subarray(0, this.#left);
      this.#rest = this.#rest.subarray(piece.length);
      this.#left -= piece.length;
      yield piece;
    }
  }

  async #metadata(): Promise<Uint8Array> {
    const bytes = await this.#take(Math.min(this.#left, MAX_METADATA_BYTES));
    this.#left -= bytes?.length ?? 0;
    return bytes ?? new Uint8Array();
  }

  async #skip(count: number): Promise<void> {
    for (let left = count; left > 0;) {
      if (this.#rest.length === 0 && !(await this.#more())) break;
      const skipped = Math.min(left, this.#rest.length);
      this.#rest = this.#rest.subarray(skipped);
      left -= skipped;
    }
    this.#left = 0;
    this.#padding = 0;
  }

  async #take(count: number): Promise<Uint8Array | null> {
    const pieces = [this.#rest];
    let bytes = this.#rest.length;
    while (bytes < count) {
      this.#rest = new Uint8Array();
      if (!(await this.#more())) return null;
      pieces.push(this.#rest);
      bytes += this.#rest.length;
    }
    const all = pieces.length === 1 ? (pieces[0] ?? this.#rest) : Buffer.concat(pieces);
    this.#rest = all.subarray(count);
    return all.subarray(0, count);
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done === true) return false;
    this.#rest = next.value;
    return true;
  }
}
