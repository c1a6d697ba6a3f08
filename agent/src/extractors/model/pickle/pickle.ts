import { SKIP_REASONS } from "../../../sources/file-source.ts";
import { ByteInput } from "../../byte-input.ts";
import { ExtractError, type Extractor } from "../../extractor.ts";
import type { Part } from "../../part.ts";
import { ImportLog } from "./import-log.ts";
import { type Gathered, PickleStream } from "./pickle-stream.ts";
import { isPickle } from "./sniff.ts";
import { TextQueue } from "./text-queue.ts";

const PIECE_CHARS = 512 * 1024;

/** Pickles, and what is made of them: PyTorch's old files, joblib's, dill's, cloudpickle's. They are never loaded. */
export const pickleExtractor: Extractor = {
  format: "pickle",
  matches: (head) => isPickle(head),
  async *extract(input, { beat }) {
    yield* pickleParts(input.stream(), input.name, beat);
  },
};

/** The parts of the pickles in a stream of bytes; `start`: the byte of the file that it begins with. */
export async function* pickleParts(
  source: AsyncGenerator<Uint8Array, void, undefined>,
  name: string,
  beat: () => void,
  start = 0,
): AsyncGenerator<Part, void, undefined> {
  const into: Gathered = { log: new ImportLog(), texts: new TextQueue(), files: [], isCut: false };
  const stream = new PickleStream(into, start);
  const state: { failure?: unknown } = {};
  yield {
    t: "text",
    text: walked(source, stream, into.texts, beat, state),
    placeAt: (offset, length) => ({ offset: into.texts.byteAt(offset), length }),
  };
  yield* into.log.observations();
  for (const { bytes, offset } of into.files) {
    const member = `string at byte ${offset}`;
    yield { t: "file", input: ByteInput.of(name, bytes), place: { member } };
  }
  if (stream.tail) {
    const pieces = chained(stream.tail, source);
    yield {
      t: "file",
      input: await ByteInput.open({ name, pieces }),
      place: { member: "behind the pickle" },
    };
  }
  if (state.failure !== undefined) throw state.failure;
  if (into.isCut) throw new ExtractError(SKIP_REASONS.tooManyEntries);
  if (stream.isBroken) throw new ExtractError(SKIP_REASONS.damaged);
}

/** Walks the bytes, and gives the strings on the way. What goes wrong is kept: what was seen before it counts. */
async function* walked(
  source: AsyncGenerator<Uint8Array, void, undefined>,
  stream: PickleStream,
  texts: TextQueue,
  beat: () => void,
  state: { failure?: unknown },
): AsyncGenerator<string, void, undefined> {
  try {
    // By hand: leaving a loop over it would end the source, which may have to go on.
    for (let next = await source.next(); next.done !== true; next = await source.next()) {
      beat();
      stream.push(next.value);
      if (texts.waiting >= PIECE_CHARS) yield texts.take();
      if (stream.tail) break;
    }
  } catch (error) {
    state.failure = error;
  }
  stream.end();
  if (texts.waiting > 0) yield texts.take();
}

async function* chained(
  first: Uint8Array,
  rest: AsyncGenerator<Uint8Array, void, undefined>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield first;
  yield* rest;
}
