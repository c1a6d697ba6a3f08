import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";

/** Every sector number from here on is a mark: the chain's end, a free sector, a sector of the table itself. */
export const END_OF_CHAIN = 0xffff_fffe;
const FIRST_MARK = 0xffff_fffa;
const PIECE_BYTES = 1024 * 1024;
const CACHED_SECTORS = 256;

/** Which sector follows which; its own sectors are read when they are asked for. */
export class SectorTable {
  readonly #sectors: readonly number[];
  readonly #inEach: number;
  readonly #read: (sector: number) => Uint8Array;
  readonly #cached = new Map<number, DataView>();

  constructor(
    sectors: readonly number[],
    source: { sectorBytes: number; read: (sector: number) => Uint8Array },
  ) {
    this.#sectors = sectors;
    this.#inEach = source.sectorBytes / 4;
    this.#read = source.read;
  }

  next(sector: number): number {
    const index = Math.floor(sector / this.#inEach);
    const table = this.#cached.get(index) ?? this.#load(index);
    const at = (sector % this.#inEach) * 4;
    return at + 4 <= table.byteLength ? table.getUint32(at, true) : END_OF_CHAIN;
  }

  #load(index: number): DataView {
    const sector = this.#sectors[index];
    const bytes = sector === undefined ? new Uint8Array(0) : this.#read(sector);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    if (this.#cached.size >= CACHED_SECTORS) this.#cached.clear();
    this.#cached.set(index, view);
    return view;
  }
}

export interface Sectors {
  next: (sector: number) => number;
  /** Sectors that stand one behind the other; fewer bytes where the file is cut off. */
  read: (sector: number, count: number) => Uint8Array;
  sectorBytes: number;
  /** No chain is longer: one that is goes round in a circle. */
  mostSectors: number;
}

/** Reads chains of sectors. */
export class ChainReader {
  readonly #sectors: Sectors;

  constructor(sectors: Sectors) {
    this.#sectors = sectors;
  }

  /** So many bytes of the chain that begins at `start`, in pieces. Throws `ExtractError` where there are fewer. */
  *pieces(start: number, size: number): Generator<Uint8Array, void, undefined> {
    const { sectorBytes, read } = this.#sectors;
    const most = PIECE_BYTES / sectorBytes;
    let left = size;
    for (const { first, count } of this.#runs(start, most)) {
      const bytes = read(first, count);
      const isCut = bytes.length < Math.min(left, count * sectorBytes);
      yield bytes.subarray(0, left);
      left -= count * sectorBytes;
      if (left <= 0) return;
      if (isCut) break;
    }
    throw new ExtractError(SKIP_REASONS.damaged);
  }

  /** The whole chain, however long it says it is. Throws `ExtractError` where it is more than `atMost` bytes. */
  whole(start: number, atMost: number): Buffer {
    const pieces: Uint8Array[] = [];
    let bytes = 0;
    for (const { first, count } of this.#runs(start, PIECE_BYTES / this.#sectors.sectorBytes)) {
      const piece = this.#sectors.read(first, count);
      bytes += piece.length;
      if (bytes > atMost) throw new ExtractError(SKIP_REASONS.tooLargeToHold);
      pieces.push(piece);
      if (piece.length < count * this.#sectors.sectorBytes) break;
    }
    return Buffer.concat(pieces);
  }

  /** Sectors that follow each other in the file are read at once. */
  *#runs(start: number, most: number): Generator<{ first: number; count: number }, void, undefined> {
    const { next, mostSectors } = this.#sectors;
    let run = { first: start, count: 0 };
    let sector = start;
    for (let steps = 0; sector < FIRST_MARK; steps++) {
      if (steps > mostSectors) throw new ExtractError(SKIP_REASONS.damaged);
      if (run.count === most || sector !== run.first + run.count) {
        yield run;
        run = { first: sector, count: 0 };
      }
      run.count++;
      sector = next(sector);
    }
    if (run.count > 0) yield run;
  }
}
