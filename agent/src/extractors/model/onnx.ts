import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError, type Extractor } from "../extractor.ts";
import type { ObservationPart, Part } from "../part.ts";
import { HeaderCursor } from "./header-cursor.ts";
import { leadsOutside } from "./outside-path.ts";
import { protobufFields } from "./protobuf.ts";

const MAX_TEXT_BYTES = 4 * 1024 * 1024;
const MAX_DEPTH = 16;
const NAMED = /\.onnx$/i;
/** What readers of ONNX bring themselves. */
const KNOWN_DOMAIN = /^(?:ai\.onnx(?:\..+)?|com\.microsoft(?:\..+)?|org\.pytorch\..+)?$/;

/** What is read of each message, by the number of its field (github.com/onnx/onnx, onnx.proto). */
type Fields = Readonly<Record<number, { name: string; inner?: () => Fields }>>;
const ENTRY: Fields = { 1: { name: "key" }, 2: { name: "value" } };
const entries = () => ENTRY;
const TENSOR: Fields = {
  8: { name: "name" },
  12: { name: "doc_string" },
  13: { name: "external_data", inner: entries },
};
const tensors = () => TENSOR;
const ATTRIBUTE: Fields = {
  5: { name: "t", inner: tensors },
  6: { name: "g", inner: () => GRAPH },
  10: { name: "tensors", inner: tensors },
  11: { name: "graphs", inner: () => GRAPH },
  13: { name: "doc_string" },
};
const NODE: Fields = {
  3: { name: "name" },
  4: { name: "op_type" },
  5: { name: "attribute", inner: () => ATTRIBUTE },
  6: { name: "doc_string" },
  7: { name: "domain" },
};
const GRAPH: Fields = {
  1: { name: "node", inner: () => NODE },
  2: { name: "name" },
  5: { name: "initializer", inner: tensors },
  10: { name: "doc_string" },
};
const FUNCTION: Fields = { 7: { name: "node", inner: () => NODE }, 8: { name: "doc_string" } };
const MODEL: Fields = {
  2: { name: "producer_name" },
  4: { name: "domain" },
  6: { name: "doc_string" },
  7: { name: "graph", inner: () => GRAPH },
  14: { name: "metadata_props", inner: entries },
  25: { name: "functions", inner: () => FUNCTION },
};

/** ONNX: what it says of itself, the files it refers to and the operations it asks for. Weights are passed over. */
export const onnxExtractor: Extractor = {
  format: "ONNX",
  // A message has no magic: the version comes first, and then who produced it or the model itself.
  matches: (head, name) =>
    head[0] === 0x08 && (head[1] ?? 0) > 0 && (head[1] ?? 0) < 0x40 && (head[2] === 0x12 || NAMED.test(name)),
  async *extract(input, { scratch, beat }) {
    const bytes = await input.random(scratch);
    const reader = new OnnxReader(new HeaderCursor(bytes, Number.MAX_SAFE_INTEGER), beat);
    yield* reader.message(MODEL, bytes.size, "", 0);
    yield* reader.domains();
  },
};

class OnnxReader {
  readonly #cursor: HeaderCursor;
  readonly #beat: () => void;
  readonly #domains = new Map<string, number>();

  constructor(cursor: HeaderCursor, beat: () => void) {
    this.#cursor = cursor;
    this.#beat = beat;
  }

  *message(fields: Fields, end: number, way: string, depth: number): Generator<Part, void, undefined> {
    if (depth > MAX_DEPTH) throw new ExtractError(SKIP_REASONS.tooDeep);
    this.#beat();
    /** The key of an entry stands before its value, where it stands in order. */
    let entryKey = "";
    for (const field of protobufFields(this.#cursor, end)) {
      const known = fields[field.number];
      if (!known || field.end === null) continue;
      const key = way === "" ? known.name : `${way}.${known.name}`;
      if (known.inner) {
        yield* this.message(known.inner(), field.end, key, depth + 1);
        continue;
      }
      if (field.value > MAX_TEXT_BYTES) {
        yield { t: "skip", reason: SKIP_REASONS.tooLargeToHold, member: key };
        continue;
      }
      const text = this.#cursor.take(field.value).toString("utf8");
      if (fields === ENTRY && known.name === "key") entryKey = text;
      else if (fields === ENTRY && way.endsWith("external_data")) {
        // `offset` and `length` are numbers, so that only a location can be a path.
        if (leadsOutside(text)) yield pathOutside(key, text);
      } else if (fields === ENTRY)
        yield { t: "text", text, place: { key: way }, context: () => ({ fieldAt: () => entryKey || null }) };
      else if (fields === NODE && known.name === "domain") {
        if (!KNOWN_DOMAIN.test(text)) this.#domains.set(text, (this.#domains.get(text) ?? 0) + 1);
      } else if (known.name === "doc_string" || fields === MODEL) yield { t: "text", text, place: { key } };
    }
  }

  /** One observation for each domain, however many operations are of it. */
  *domains(): Generator<ObservationPart, void, undefined> {
    for (const [domain, count] of this.#domains)
      yield {
        t: "observation",
        type: "MODEL_CUSTOM_OPERATION",
        confidence: 0.6,
        reasons: [`operations of the domain ${domain.slice(0, 80)}, which a library of its own must bring`],
        subject: domain,
        count,
      };
  }
}

function pathOutside(key: string, path: string): ObservationPart {
  return {
    t: "observation",
    type: "MODEL_PATH_OUTSIDE",
    confidence: 0.95,
    reasons: ["the weights are said to be in a file outside the model's folder"],
    subject: path,
    value: path,
    count: 1,
    place: { key },
  };
}
