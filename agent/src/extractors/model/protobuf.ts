import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";
import type { HeaderCursor } from "./header-cursor.ts";

/** A field of a message: its number, and either its number's value or where its bytes are. */
export interface ProtobufField {
  number: number;
  /** Rounded beyond 2^53. */
  value: number;
  /** Of a text, bytes or a message within: where they end; the cursor is where they begin. Null for a number. */
  end: number | null;
}

/**
 * The fields of a message up to `end`, one by one (protobuf.dev, "Encoding"). What the taker does not read of a field is
 * passed over, not read: a tensor of gigabytes costs nothing. Throws `ExtractError` where it is no protobuf.
 */
export function* protobufFields(
  cursor: HeaderCursor,
  end: number,
): Generator<ProtobufField, void, undefined> {
  while (cursor.at < end) {
    const tag = varint(cursor);
    const number = Math.floor(tag / 8);
    const wire = tag % 8;
    if (number === 0) throw new ExtractError(SKIP_REASONS.damaged);
    if (wire === 0) yield { number, value: varint(cursor), end: null };
    else if (wire === 1) cursor.skip(8);
    else if (wire === 5) cursor.skip(4);
    else if (wire === 2) {
      const length = varint(cursor);
      const stop = cursor.at + length;
      if (stop > end) throw new ExtractError(SKIP_REASONS.damaged);
      yield { number, value: length, end: stop };
      cursor.skip(stop - cursor.at);
    } else throw new ExtractError(SKIP_REASONS.damaged);
  }
  if (cursor.at > end) throw new ExtractError(SKIP_REASONS.damaged);
}

function varint(cursor: HeaderCursor): number {
  let value = 0;
  for (let shift = 0; shift < 70; shift += 7) {
    const [byte = 0] = cursor.take(1);
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return value;
  }
  throw new ExtractError(SKIP_REASONS.damaged);
}
