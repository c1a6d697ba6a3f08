import { type LibarchiveWasm, libarchiveWasm } from "libarchive-wasm";
import { type RandomBytes, SKIP_REASONS, type SkipReason } from "../../sources/file-source.ts";
import { ByteInput } from "../byte-input.ts";
import { ExtractError, type Extractor, reasonOf } from "../extractor.ts";
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
  ascii("070702"),
  ascii("070707"),
  ascii("xar!"),
];

// The type bits of a Unix file mode.
const FILE = 0o100000;
const FOLDER = 0o040000;
const SYMLINK = 0o120000;

/** 7z, RAR, cabinets, ar and cpio. */
export const libarchiveExtractor: Extractor = {
  format: "7z, RAR and others",
  matches: (head) => MAGICS.some((magic) => magic.every((byte, at) => head[at] === byte)),
  async *extract(input, { scratch, beat }) {
    const packed = await input.random(scratch);
    // Each archive has an instance of its own: what one breaks in there shall not reach the next.
    const library = await libarchiveWasm({ print: () => {}, printErr: () => {} });
    const archive = opened(library, packed);
    const room = library.module._malloc(PIECE_BYTES);
    let isEmpty = true;
    for (let entry = nextEntry(library, archive); entry; entry = nextEntry(library, archive)) {
      beat();
      isEmpty = false;
      const member = memberName(entry.path);
      if (entry.type === FOLDER) continue;
      if (entry.isEncrypted) yield { t: "skip", reason: SKIP_REASONS.encrypted, member };
      else if (entry.type === SYMLINK || entry.isHardLink)
        yield { t: "skip", reason: SKIP_REASONS.symlink, member };
      else if (entry.type !== FILE) yield { t: "skip", reason: SKIP_REASONS.special, member };
      else {
        let inner;
        try {
          inner = await ByteInput.open({ name: member, pieces: pieces(library, archive, room, beat) });
        } catch (error) {
          yield { t: "skip", reason: reasonOf(error), member };
          continue;
        }
        yield { t: "file", input: inner, place: { member } };
      }
    }
    // Of one that is cut off before its directory it says nothing more.
    if (isEmpty) throw new ExtractError(SKIP_REASONS.damaged);
  },
};

/** The number by which the library knows the archive. Throws `ExtractError`, or what the library says. */
function opened(library: LibarchiveWasm, packed: RandomBytes): number {
  if (packed.size > MAX_PACKED_BYTES) throw new ExtractError(SKIP_REASONS.tooLargeToHold);
  const at = library.module._malloc(packed.size);
  if (at === 0) throw new ExtractError(SKIP_REASONS.tooLargeToHold);
  for (let done = 0; done < packed.size;) {
    const piece = packed.read(done, PIECE_BYTES);
    if (piece.length === 0) throw new ExtractError(SKIP_REASONS.changed);
    library.module.HEAP8.set(piece, at + done);
    done += piece.length;
  }
  return told(() => library.read_new_memory(at, packed.size));
}

/** Null at the end. Throws `ExtractError` where the archive cannot be read on. */
function nextEntry(library: LibarchiveWasm, archive: number) {
  const entry = library.read_next_entry(archive);
  if (entry !== 0)
    return {
      path: library.entry_pathname(entry) ?? "",
      type: library.entry_filetype(entry),
      isEncrypted: library.entry_is_encrypted(entry) !== 0,
      isHardLink: (library.entry_hardlink(entry) ?? "") !== "",
    };
  const message = library.error_string(archive) ?? "";
  if (message === "") return null;
  throw new ExtractError(
    library.read_has_encrypted_entries(archive) === 1 ? SKIP_REASONS.encrypted : reasonIn(message),
  );
}

/** Turns what the library says of an error into a reason: its words stay here. */
function told<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw new ExtractError(reasonIn(error instanceof Error ? error.message : ""));
  }
}

function reasonIn(message: string): SkipReason {
  if (/crypt/i.test(message)) return SKIP_REASONS.encrypted;
  if (/unsupported|not (?:currently )?supported|unknown codec|unavailable/i.test(message))
    return SKIP_REASONS.unsupported;
  return SKIP_REASONS.damaged;
}

function* pieces(
  library: LibarchiveWasm,
  archive: number,
  room: number,
  beat: () => void,
): Generator<Uint8Array, void, undefined> {
  for (;;) {
    const length = told(() => library.read_data(archive, room, PIECE_BYTES));
    if (length === 0) return;
    beat();
    yield new Uint8Array(library.module.HEAP8.slice(room, room + length).buffer);
  }
}
