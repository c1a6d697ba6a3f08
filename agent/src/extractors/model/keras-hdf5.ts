import { ByteInput } from "../byte-input.ts";
import type { Extractor } from "../extractor.ts";
import { JsonObjects } from "./json-objects.ts";

const MAGIC = Buffer.from([0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]);
/** As Keras and `json.dumps` write them. */
export const CONFIG_STARTS = ['{"class_name"', '{"module"', '{"name": "', '{"registered_name"'];

/**
 * Keras models in HDF5. Their settings are a string in the file, which HDF5 keeps in one piece and never packs, so that it
 * is found by its beginning; the weights beside it are numbers.
 */
export const kerasHdf5Extractor: Extractor = {
  format: "HDF5",
  matches: (head) => MAGIC.equals(head.subarray(0, MAGIC.length)),
  async *extract(input, { beat }) {
    const objects = new JsonObjects(CONFIG_STARTS);
    for await (const piece of input.stream()) {
      beat();
      for (const { bytes, offset } of objects.push(piece)) {
        const member = `settings at byte ${offset}`;
        yield { t: "file", input: ByteInput.of("config.json", bytes), place: { member } };
      }
    }
  },
};
