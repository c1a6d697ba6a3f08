import { type RandomBytes, SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";
import { ChainReader, END_OF_CHAIN, SectorTable } from "./sector-chain.ts";

/** An entry of the directory: a stream with bytes, or a storage with entries. */
export interface CompoundEntry {
  name: string;
  kind: "storage" | "stream";
  /** Class identifier of a storage as it is stored, in hexadecimal; zeros where there is none. */
  classId: string;
  /** Bytes of a stream. */
  size: number;
  readonly id: number;
}

const MAGIC = Buffer.from("d0cf11e0a1b11ae1", "hex");
const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const MINI_SECTOR_BYTES = 64;
/** Streams below this lie in the mini stream, by [MS-CFB] 2.2. */
const MINI_STREAM_CUTOFF = 4_096;
const MAX_ENTRIES = 256 * 1024;
const HEADER_DIFAT = 109;
const NO_ENTRY = 0xffff_ffff;

export function isCompoundFile(head: Uint8Array): boolean {
  return head.length >= HEADER_BYTES && MAGIC.equals(head.subarray(0, MAGIC.length));
}

/** An OLE compound file, as [MS-CFB] has it. Reads what is asked for; whatever is damaged ends in an `ExtractError`. */
export class CompoundFile {
  readonly root: CompoundEntry;
  readonly #directory: Buffer;
  readonly #sectors: ChainReader;
  readonly #miniSectors: ChainReader;
  #isCut = false;

  /** Throws `ExtractError` where it is no compound file, or its directory cannot be read. */
  constructor(bytes: RandomBytes) {
    const header = Buffer.from(bytes.read(0, HEADER_BYTES));
    if (!isCompoundFile(header)) throw new ExtractError(SKIP_REASONS.damaged);
    const shift = header.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) throw new ExtractError(SKIP_REASONS.damaged);
    const sectorBytes = 1 << shift;
    const at = (sector: number) => (sector + 1) * sectorBytes;
    const mostSectors = Math.ceil(bytes.size / sectorBytes);
    const table = new SectorTable(tableSectors(bytes, header, sectorBytes, mostSectors), {
      sectorBytes,
      read: (sector) => bytes.read(at(sector), sectorBytes),
    });
    this.#sectors = new ChainReader({
      next: (sector) => table.next(sector),
      read: (sector, count) => bytes.read(at(sector), count * sectorBytes),
      sectorBytes,
      mostSectors,
    });
    this.#directory = this.#sectors.whole(header.readUInt32LE(48), MAX_ENTRIES * ENTRY_BYTES);
    if (this.#directory.length < ENTRY_BYTES) throw new ExtractError(SKIP_REASONS.damaged);
    this.root = this.#entry(0);
    this.#miniSectors = this.#mini(header.readUInt32LE(60));
  }

  /** Whether entries were asked for that the directory has lost. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** The entries of a storage. */
  children(storage: CompoundEntry): CompoundEntry[] {
    const found: CompoundEntry[] = [];
    const seen = new Set<number>();
    const open = [this.#link(storage.id, 76)];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === NO_ENTRY || seen.has(id)) continue;
      if ((id + 1) * ENTRY_BYTES > this.#directory.length) {
        this.#isCut = true;
        continue;
      }
      seen.add(id);
      const type = this.#directory[id * ENTRY_BYTES + 66];
      if (type === 1 || type === 2) found.push(this.#entry(id));
      open.push(this.#link(id, 72), this.#link(id, 68));
    }
    return found;
  }

  /** A storage's entries by their names. */
  named(storage: CompoundEntry): Map<string, CompoundEntry> {
    return new Map(this.children(storage).map((entry) => [entry.name, entry]));
  }

  /** The bytes of a stream, in pieces of up to a megabyte. A stream that is cut off ends in an `ExtractError`. */
  *pieces({ id, size, kind }: CompoundEntry): Generator<Uint8Array, void, undefined> {
    if (kind !== "stream" || size === 0) return;
    const start = this.#link(id, 116);
    yield* (size < MINI_STREAM_CUTOFF ? this.#miniSectors : this.#sectors).pieces(start, size);
  }

  /** All bytes of a stream. Throws `ExtractError` where they are more than `atMost`. */
  read(stream: CompoundEntry, atMost: number): Uint8Array {
    if (stream.size > atMost) throw new ExtractError(SKIP_REASONS.tooLargeToHold);
    const [first, ...others] = this.pieces(stream);
    return others.length > 0
      ? Buffer.concat([first ?? new Uint8Array(0), ...others])
      : (first ?? new Uint8Array(0));
  }

  #entry(id: number): CompoundEntry {
    const at = id * ENTRY_BYTES;
    const entry = this.#directory.subarray(at, at + ENTRY_BYTES);
    const nameBytes = Math.min(64, Math.max(0, entry.readUInt16LE(64) - 2));
    return {
      id,
      name: entry.toString("utf16le", 0, nameBytes),
      kind: entry[66] === 2 ? "stream" : "storage",
      classId: entry.toString("hex", 80, 96),
      // The upper half is no size in files of version 3, and writers leave rubbish in it.
      size: entry.readUInt32LE(120),
    };
  }

  #link(id: number, field: number): number {
    return this.#directory.readUInt32LE(id * ENTRY_BYTES + field);
  }

  /** The small sectors lie within the root's own stream, and have a table of their own. */
  #mini(tableStart: number): ChainReader {
    const { size } = this.root;
    const sectors = this.#sectors;
    const rootStart = this.#link(0, 116);
    let stream: Buffer | null = null;
    let table: Buffer | null = null;
    return new ChainReader({
      sectorBytes: MINI_SECTOR_BYTES,
      mostSectors: Math.ceil(size / MINI_SECTOR_BYTES),
      next(sector) {
        table ??= sectors.whole(tableStart, MAX_ENTRIES * ENTRY_BYTES);
        return sector * 4 + 4 <= table.length ? table.readUInt32LE(sector * 4) : END_OF_CHAIN;
      },
      read(sector, count) {
        stream ??= sectors.whole(rootStart, MAX_ENTRIES * ENTRY_BYTES);
        return stream.subarray(sector * MINI_SECTOR_BYTES, (sector + count) * MINI_SECTOR_BYTES);
      },
    });
  }
}

/** Where the sectors of the sector table are: 109 of them in the header, the others in a chain of their own. */
function tableSectors(bytes: RandomBytes, header: Buffer, sectorBytes: number, most: number): number[] {
  const sectors: number[] = [];
  const take = (from: Uint8Array, count: number) => {
    const view = new DataView(from.buffer, from.byteOffset, from.length);
    for (let i = 0; i < count && i * 4 + 4 <= from.length; i++) {
      const sector = view.getUint32(i * 4, true);
      if (sector < most) sectors.push(sector);
    }
  };
  take(header.subarray(76), HEADER_DIFAT);
  let next = header.readUInt32LE(68);
  const inEach = sectorBytes / 4 - 1;
  for (let steps = 0; next < most && steps < most / inEach && sectors.length < most; steps++) {
    const sector = Buffer.from(bytes.read((next + 1) * sectorBytes, sectorBytes));
    if (sector.length < sectorBytes) break;
    take(sector, inEach);
    next = sector.readUInt32LE(sectorBytes - 4);
  }
  return sectors;
}
