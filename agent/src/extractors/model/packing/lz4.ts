import { type RandomBytes, SKIP_REASONS } from "../../../sources/file-source.ts";
import { ExtractError } from "../../extractor.ts";
import { HeaderCursor } from "../header-cursor.ts";

const FRAME = 0x184d2204;
/** The last four bits are free: such a frame holds notes. */
const SKIPPED_FRAME = 0x184d2a50;
const HISTORY = 64 * 1024;
/** Sizes of blocks, by the number in the frame's head. */
const BLOCK_BYTES: Readonly<Record<number, number>> = {
  4: 64 * 1024,
  5: 256 * 1024,
  6: 1024 * 1024,
  7: 4 * 1024 * 1024,
};

export const isLz4 = (head: Uint8Array): boolean =>
  head.length > 4 && Buffer.from(head.buffer, head.byteOffset, 4).readUInt32LE() === FRAME;

/**
 * Unpacks LZ4 frames (github.com/lz4/lz4, doc/lz4_Frame_format.md and lz4_Block_format.md), a block at a time. Checksums are
 * passed over: what breaks is told by the pickle within. Throws `ExtractError`.
 */
export function* unpackedLz4(bytes: RandomBytes): Generator<Uint8Array, void, undefined> {
  const cursor = new HeaderCursor(bytes, Number.MAX_SAFE_INTEGER);
  while (cursor.at < bytes.size) {
    const magic = cursor.u32();
    if (magic === FRAME) yield* frame(cursor);
    else if ((magic & ~0xf) === SKIPPED_FRAME) cursor.skip(cursor.u32());
    // What follows the data is none of it.
    else return;
  }
}

function* frame(cursor: HeaderCursor): Generator<Uint8Array, void, undefined> {
  const [flags = 0, sizes = 0] = cursor.take(2);
  const blockBytes = BLOCK_BYTES[(sizes >> 4) & 7];
  if (flags >> 6 !== 1 || blockBytes === undefined) throw new ExtractError(SKIP_REASONS.damaged);
  // A dictionary that is somewhere else.
  if (flags & 1) throw new ExtractError(SKIP_REASONS.unsupported);
  cursor.skip((flags & 8 ? 8 : 0) + 1);
  const afterBlock = flags & 16 ? 4 : 0;
  /** What was unpacked before, which blocks may refer to, and behind it the block. */
  const room = Buffer.alloc(HISTORY + blockBytes);
  let before = 0;
  for (;;) {
    const head = cursor.u32();
    if (head === 0) break;
    const length = head & 0x7fffffff;
    if (length > blockBytes) throw new ExtractError(SKIP_REASONS.damaged);
    const block = cursor.take(length);
    const end =
      head >>> 31
        ? before + block.copy(room, before)
        : unpackBlock(block, room.subarray(0, before + blockBytes), before);
    cursor.skip(afterBlock);
    yield Buffer.from(room.subarray(before, end));
    const kept = Math.min(HISTORY, end);
    room.copyWithin(0, end - kept, end);
    before = kept;
  }
  cursor.skip(flags & 4 ? 4 : 0);
}

/** Puts the block's bytes into `room` from `start` on; returns where they end. */
function unpackBlock(block: Buffer, room: Buffer, start: number): number {
  let at = 0;
  let to = start;
  const length = (short: number) => {
    let all = short;
    if (short === 15)
      for (let more = 255; more === 255; all += more) {
        more = block[at++] ?? -1;
        if (more < 0) throw new ExtractError(SKIP_REASONS.damaged);
      }
    return all;
  };
  while (at < block.length) {
    const token = block[at++] ?? 0;
    const literals = length(token >> 4);
    if (at + literals > block.length || to + literals > room.length)
      throw new ExtractError(SKIP_REASONS.damaged);
    block.copy(room, to, at, at + literals);
    at += literals;
    to += literals;
    // The last sequence has no more than its literals.
    if (at >= block.length) break;
    const back = (block[at] ?? 0) + (block[at + 1] ?? 0) * 256;
    at += 2;
    const copied = length(token & 15) + 4;
    if (back === 0 || back > to || to + copied > room.length) throw new ExtractError(SKIP_REASONS.damaged);
    // Byte by byte, since it may run into what it has just put there.
    if (back >= copied) room.copyWithin(to, to - back, to - back + copied);
    else for (let i = 0; i < copied; i++) room[to + i] = room[to + i - back] ?? 0;
    to += copied;
  }
  return to;
}
