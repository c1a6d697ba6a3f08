import { ByteInput } from "../byte-input.ts";
import type { Extractor } from "../extractor.ts";
import { JsonObjects } from "./json-objects.ts";
import { CONFIG_STARTS } from "./keras-hdf5.ts";
import { SYSTEM_OPERATIONS, systemOperation } from "./system-operations.ts";

/** Operations that stand in nearly every graph. */
const USUAL = [
  "Const",
  "Placeholder",
  "NoOp",
  "Identity",
  "VarHandleOp",
  "StatefulPartitionedCall",
  "MatMul",
];

/** A node's operation: field 2 of `NodeDef` (tensorflow/core/framework/node_def.proto), a string. */
const fieldOf = (name: string) => Buffer.from([0x12, name.length, ...Buffer.from(name)]);
const FIELDS = Object.keys(SYSTEM_OPERATIONS).map((name) => ({ name, field: fieldOf(name) }));
const USUAL_FIELDS = [
  ...USUAL.map(fieldOf),
  ...FIELDS.map(({ field }) => field),
  Buffer.from('"class_name"'),
];
const OVERLAP = 64;

/** TensorFlow's SavedModel and frozen graphs, and the settings that Keras puts beside them. */
export const tensorflowExtractor: Extractor = {
  format: "TensorFlow graph",
  matches(head) {
    const isSavedModel = head[0] === 0x08 && (head[1] ?? 9) <= 4 && head[2] === 0x12;
    if (!isSavedModel && head[0] !== 0x0a) return false;
    const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
    return bytes.includes(0) || isSavedModel
      ? USUAL_FIELDS.some((field) => bytes.includes(field))
      : hasGraph(bytes);
  },
  async *extract(input, { beat }) {
    const found = new Map<string, { offset: number; count: number }>();
    const objects = new JsonObjects(CONFIG_STARTS);
    let rest: Buffer = Buffer.alloc(0);
    let base = 0;
    for await (const piece of input.stream()) {
      beat();
      const bytes = Buffer.concat([rest, piece]);
      const known = rest.length;
      for (const { name, field } of FIELDS)
        for (let at = bytes.indexOf(field); at >= 0; at = bytes.indexOf(field, at + 1)) {
          // What lies wholly in the overlap was counted with the piece before.
          if (at + field.length <= known) continue;
          const entry = found.get(name) ?? { offset: base + at, count: 0 };
          entry.count++;
          found.set(name, entry);
        }
      for (const { bytes: config, offset } of objects.push(piece))
        yield {
          t: "file",
          input: ByteInput.of("config.json", config),
          place: { member: `settings at byte ${offset}` },
        };
      const kept = Math.max(0, bytes.length - OVERLAP);
      rest = Buffer.from(bytes.subarray(kept));
      base += kept;
    }
    for (const [name, { offset, count }] of found) {
      const seen = systemOperation(name, `in the graph, first at byte ${offset}`, count, offset);
      if (seen !== null) yield seen;
    }
  },
};

function hasGraph(bytes: Buffer): boolean {
  return USUAL_FIELDS.filter((field) => bytes.includes(field)).length >= 2;
}
