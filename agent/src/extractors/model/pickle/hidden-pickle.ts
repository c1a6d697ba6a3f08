import { SKIP_REASONS } from "../../../sources/file-source.ts";
import { ExtractError, type Extractor } from "../../extractor.ts";
import { imageKind } from "../../image/image-kind.ts";
import { ImportLog } from "./import-log.ts";
import { PickleStream } from "./pickle-stream.ts";
import { TextQueue } from "./text-queue.ts";

/** A file of no known format, in which a pickle may stand all the same: a loader can be told where it begins. */
export const hiddenPickleExtractor: Extractor = {
  format: "unknown, with a pickle in it",
  matches: (head) => imageKind(head) === null && head.length > 0,
  async *extract(input, { beat }) {
    const log = new ImportLog();
    const stream = new PickleStream(
      { log, texts: new TextQueue(), files: [], isCut: false },
      0,
      0,
      "in a file that is no pickle by its beginning",
    );
    stream.sweep();
    for await (const piece of input.stream()) {
      beat();
      stream.push(piece);
    }
    stream.end();
    yield* log.observations();
    throw new ExtractError(SKIP_REASONS.binary);
  },
};
