import { ReadError, SKIP_REASONS, type SkipReason, skipReasonOf } from "../sources/file-source.ts";
import type { ByteInput } from "./byte-input.ts";
import type { Part } from "./part.ts";
import type { Scratch } from "./scratch.ts";

export interface ExtractContext {
  /** Where larger than memory things may be put for a while. */
  scratch: Scratch;
  /** Called now and then in long work: a sign of life. */
  beat: () => void;
}

/**
 * Reads one format. It takes its bytes by `input.stream()`, `input.whole()` or `input.random()`, yields what it finds as it
 * goes, and throws `ExtractError` where it cannot go on: what it yielded before counts, and the reason is counted. Any other
 * error counts as `damaged`.
 */
export interface Extractor {
  /** The format's usual name, such as `PDF`. */
  format: string;
  /**
   * Whether these bytes are of the format: by content. `head` is the first piece, at least 4 KiB of a file that has so
   * many. `name` may tell text formats apart that begin alike, and nothing else.
   */
  matches(head: Uint8Array, name: string): boolean;
  extract(input: ByteInput, context: ExtractContext): AsyncIterable<Part>;
}

/** Why a file could not be read, or not to its end. */
export class ExtractError extends ReadError {}

/** The reason that is counted for what was thrown while a file was read. */
export function reasonOf(error: unknown): SkipReason {
  if (error instanceof ReadError) return error.reason;
  return typeof (error as NodeJS.ErrnoException | null)?.errno === "number" && isOfTheSystem(error)
    ? skipReasonOf(error)
    : SKIP_REASONS.damaged;
}

/** zlib has numbers for its errors too; those are of the data. */
const isOfTheSystem = (error: unknown) => (error as NodeJS.ErrnoException).syscall !== undefined;
