import { ByteInput } from "../byte-input.ts";
import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError, type Extractor } from "../extractor.ts";
import { Hdf5Strings } from "./hdf5-strings.ts";
import { JsonObjects } from "./json-objects.ts";

const MAGIC = Buffer.from([0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]);
const PIECE_BYTES = 1024 * 1024;
/** A mark may begin in one piece and end in the next. */
const MARK_BYTES = 4;
/** As Keras and `json.dumps` write them. */
export const CONFIG_STARTS = ['{"class_name"', '{"module"', '{"name": "', '{"registered_name"'];

/**
 * Keras models in HDF5. Their settings are a string in the file, which HDF5 keeps in one piece and never packs, so that it
 * is found by its beginning; other texts stand in heaps and data sets, and the weights beside them are numbers.
 */
export const kerasHdf5Extractor: Extractor = {
  format: "HDF5",
  matches: (head) => MAGIC.equals(head.subarray(0, MAGIC.length)),
  async *extract(input, { scratch, beat }) {
    const bytes = await input.random(scratch);
    const objects = new JsonObjects(CONFIG_STARTS);
    const strings = new Hdf5Strings(bytes);
    let edge = Buffer.alloc(0);
    for (let at = 0; at < bytes.size;) {
      beat();
      const piece = Buffer.from(bytes.read(at, PIECE_BYTES));
      if (piece.length === 0) throw new ExtractError(SKIP_REASONS.changed);
      for (const { bytes: settings, offset } of objects.push(piece)) {
        const member = `settings at byte ${offset}`;
        yield { t: "file", input: ByteInput.of("config.json", settings), place: { member } };
      }
      yield* strings.push(Buffer.concat([edge, piece]), at - edge.length);
      edge = Buffer.from(piece.subarray(1 - MARK_BYTES));
      at += piece.length;
    }
  },
};
