import { type RandomBytes, SKIP_REASONS } from "../../../sources/file-source.ts";
import { ByteInput } from "../../byte-input.ts";
import { ExtractError, type Extractor } from "../../extractor.ts";
import { ImportLog } from "./import-log.ts";
import { pickleParts } from "./pickle.ts";
import { isPickle, NO_EVENTS } from "./sniff.ts";
import { Trial } from "./trial.ts";
import { PickleWalker } from "./walker.ts";

const HEAD_BYTES = 64 * 1024;
const PIECE_BYTES = 1024 * 1024;
/** The longest line that the walker reads. */
const MAX_LINE_BYTES = 4 * 1024 * 1024;

/**
 * The formats of `others`, and before them what may be a pickle whose first imports stand further on than a file's head goes:
 * `GGUF` and a null byte more are a number to a pickle, behind which a megabyte of nothing can stand. Files that are what they
 * seem break as a pickle within some bytes, and cost nothing.
 */
export function withLatePickles(others: readonly Extractor[]): Extractor[] {
  const late: Extractor = {
    format: "pickle behind the beginning of another format",
    matches: (head) => !isPickle(head) && goesOnAsPickle(head),
    async *extract(input, context) {
      const { name, head } = input;
      const bytes = await input.random(context.scratch);
      if (provesPickle(bytes, context.beat)) return yield* pickleParts(piecesOf(bytes), name, context.beat);
      const next = others.find((one) => one.matches(head, name));
      if (!next) throw new ExtractError(SKIP_REASONS.binary);
      const again = { name, size: bytes.size, pieces: piecesOf(bytes), random: bytes };
      yield* next.extract(await ByteInput.open(again), context);
    },
  };
  return [late, ...others];
}

function goesOnAsPickle(head: Uint8Array): boolean {
  if (head.length < HEAD_BYTES) return false;
  const walker = new PickleWalker(new ImportLog(), NO_EVENTS, null);
  walker.walk(Buffer.from(head.buffer, head.byteOffset, HEAD_BYTES), 0, 0);
  return walker.state === "running" && walker.machine.faults === 0;
}

function provesPickle(bytes: RandomBytes, beat: () => void): boolean {
  const trial = new Trial(false, MAX_LINE_BYTES);
  for (let at = 0; at < bytes.size; at += PIECE_BYTES) {
    beat();
    if (!trial.feed(Buffer.from(bytes.read(at, PIECE_BYTES)), 0, at)) break;
  }
  return trial.isConvincing;
}

async function* piecesOf(bytes: RandomBytes): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.size;) {
    const piece = bytes.read(at, PIECE_BYTES);
    if (piece.length === 0) throw new ExtractError(SKIP_REASONS.changed);
    yield piece;
    at += piece.length;
  }
}
