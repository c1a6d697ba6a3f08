import { ArchiveReader, libarchiveWasm } from "libarchive-wasm";
import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ByteInput } from "../byte-input.ts";
import { ExtractError, type Extractor } from "../extractor.ts";
import { memberName } from "./member-name.ts";

/** The packed archive is held in the library's own memory. */
const MAX_PACKED_BYTES = 192 * 1024 * 1024;
const PIECE_BYTES = 256 * 1024;

const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));

/** What the archives begin with that libarchive (BSD-2-Clause) reads and nothing else here does. */
const MAGICS: readonly (readonly number[])[] = [
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], // 7z
  [...ascii("Rar!"), 0x1a, 0x07], // RAR 4 and 5
  ascii("MSCF"), // Microsoft cabinet
  ascii("!<arch>\n"), // ar, as in .deb
  ascii("070701"), // cpio
  ascii("070707"),
  ascii("xar!"),
];

/** 7z, RAR, cabinets, ar and cpio. */
export const libarchiveExtractor: Extractor = {
  format: "7z, RAR and others",
  matches: (head) => MAGICS.some((magic) => magic.every((byte, at) => head[at] === byte)),
  async *extract(input, { beat }) {
    const bytes = await input.whole(MAX_PACKED_BYTES);
    // Each archive has an instance of its own: what one breaks in there shall not reach the next.
    const library = await libarchiveWasm({ print: () => {}, printErr: () => {} });
    const reader = new ArchiveReader(
      library,
      new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    );
    for (;;) {
      // OK is 0, and a warning between -20 and 0 leaves the entry readable; 1 is the end.
      const entry = nextEntry(reader);
      if (entry === null) break;
      beat();
      const member = memberName(entry.path);
      if (entry.type === "Directory") continue;
      if (entry.isEncrypted) yield { t: "skip", reason: SKIP_REASONS.encrypted, member };
      else if (entry.type === "SymbolicLink") yield { t: "skip", reason: SKIP_REASONS.symlink, member };
      else if (entry.type !== "File") yield { t: "skip", reason: SKIP_REASONS.special, member };
      else {
        const pieces = piecesOf(reader, beat);
        const first = await firstOf(pieces);
        if (first === null) yield { t: "skip", reason: SKIP_REASONS.damaged, member };
        else
          yield {
            t: "file",
            input: await ByteInput.open({ name: member, pieces: chained(first, pieces) }),
            place: { member },
          };
      }
    }
    if (reader.hasEncryptedData() === true) throw new ExtractError(SKIP_REASONS.encrypted);
  },
};

function nextEntry(reader: ArchiveReader): { path: string; type: string; isEncrypted: boolean } | null {
  const pointer = reader.nextEntryPointer();
  if (pointer === 0) return null;
  return {
    path: reader.getEntryPathname(pointer) ?? "",
    type: reader.getEntryFiletype(pointer),
    isEncrypted: reader.isEntryEncrypted(pointer),
  };
}

function* piecesOf(reader: ArchiveReader, beat: () => void): Generator<Uint8Array, void, undefined> {
  for (;;) {
    const piece = reader.readData(PIECE_BYTES);
    if (piece.length === 0) return;
    beat();
    yield new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength);
  }
}

/** Null where the entry cannot be read at all. */
async function firstOf(pieces: Generator<Uint8Array>): Promise<Uint8Array | null> {
  try {
    const first = pieces.next();
    return first.done === true ? new Uint8Array() : first.value;
  } catch {
    return null;
  }
}

function* chained(first: Uint8Array, rest: Iterable<Uint8Array>): Generator<Uint8Array, void, undefined> {
  yield first;
  yield* rest;
}
