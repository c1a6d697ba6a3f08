import type { RandomBytes } from "../../sources/file-source.ts";
import { zipParts } from "../archive/zip.ts";
import type { Extractor } from "../extractor.ts";
import type { ObservationPart, Part } from "../part.ts";
import { FlatBuffer, type FlatTable } from "./flatbuffer.ts";
import { isReadable } from "./pickle/within.ts";
import { systemOperation } from "./system-operations.ts";

/** The fields that are read, by their number (tensorflow/compiler/mlir/lite/schema/schema.fbs). */
const MODEL = {
  operatorCodes: 1,
  subgraphs: 2,
  description: 3,
  buffers: 4,
  metadata: 6,
  signatures: 7,
} as const;
const OPERATOR_CODE = { customCode: 1 } as const;
const SUBGRAPH = { tensors: 0, name: 4 } as const;
const TENSOR = { type: 1, buffer: 2, name: 3 } as const;
const BUFFER = { data: 0, offset: 1, size: 2 } as const;
const METADATA = { name: 0, buffer: 1 } as const;
const SIGNATURE = { key: 2 } as const;
/** And of the metadata within (tflite_support/metadata/metadata_schema.fbs). */
const ABOUT = { name: 0, description: 1, version: 2, subgraphs: 3, author: 4, license: 5, files: 6 } as const;
const ABOUT_PART = { name: 0, description: 1, inputs: 2, outputs: 3, files: 4 } as const;
const ABOUT_TENSOR = { name: 0, description: 1, dimensions: 2, files: 6 } as const;

const TEXT_TENSOR = 5;
const ABOUT_NAME = "TFLITE_METADATA";
const MAX_BYTES = 16 * 1024 * 1024;
/** Operations that TensorFlow Lite's own libraries bring, by another name than a number. */
const OWN =
  /^(?:TFLite_Detection_PostProcess|TFLite\w*|Mfcc|AudioSpectrogram|Convolution2DTransposeBias|MaxPoolingWithArgmax2D|MaxUnpooling2D|edgetpu-custom-op|AtanCustom|TFSentencepiece\w*|RAGGED_\w+)$/;
const END_OF_ZIP = Buffer.from("PK\u0005\u0006");
const ZIP_END_BYTES = 64 * 1024 + 22;

/** TensorFlow Lite: what it says of itself, the texts in it, the operations it asks for, and the files put behind it. */
export const tfliteExtractor: Extractor = {
  format: "TensorFlow Lite",
  matches: (head) =>
    Buffer.from(head.buffer, head.byteOffset, Math.min(8, head.length)).toString("latin1", 4) === "TFL3",
  async *extract(input, { scratch, beat }) {
    const bytes = await input.random(scratch);
    yield* new TfliteReader(bytes, beat).parts();
    // Labels and vocabularies are a ZIP archive behind the model; its directory stands at the end of the file.
    const end = Math.max(0, bytes.size - ZIP_END_BYTES);
    if (Buffer.from(bytes.read(end, ZIP_END_BYTES)).includes(END_OF_ZIP)) yield* zipParts(bytes, beat);
  },
};

class TfliteReader {
  readonly #bytes: RandomBytes;
  readonly #flat: FlatBuffer;
  readonly #beat: () => void;

  constructor(bytes: RandomBytes, beat: () => void) {
    this.#bytes = bytes;
    this.#flat = new FlatBuffer(bytes);
    this.#beat = beat;
  }

  *parts(): Generator<Part, void, undefined> {
    const model = this.#flat.root();
    yield* told("description", model.text(MODEL.description));
    const buffers = [...model.tables(MODEL.buffers)];
    for (const entry of model.tables(MODEL.metadata)) {
      const content = this.#contentOf(buffers[entry.u32(METADATA.buffer)]);
      if (content === null) continue;
      const name = entry.text(METADATA.name);
      if (name === ABOUT_NAME) yield* about(content);
      // What a converter puts there is a version in zeros, or text.
      else yield* told(`metadata.${name}`, readable(content));
    }
    yield* this.#operations(model);
    for (const signature of model.tables(MODEL.signatures))
      yield* told("signature", signature.text(SIGNATURE.key));
    for (const graph of model.tables(MODEL.subgraphs)) yield* this.#graph(graph, buffers);
  }

  *#graph(graph: FlatTable, buffers: readonly FlatTable[]): Generator<Part, void, undefined> {
    yield* told("graph", graph.text(SUBGRAPH.name));
    const names: string[] = [];
    for (const tensor of graph.tables(SUBGRAPH.tensors)) {
      this.#beat();
      const name = tensor.text(TENSOR.name);
      names.push(name);
      if (tensor.u8(TENSOR.type) !== TEXT_TENSOR) continue;
      const content = this.#contentOf(buffers[tensor.u32(TENSOR.buffer)]);
      if (content !== null) yield* told(`tensor ${name}`, stringsOf(content).join("\n"));
    }
    yield* told("tensors", names.join("\n"));
  }

  /** Numbers stand for the framework's own operations, names for others; those of TensorFlow itself begin with `Flex`. */
  *#operations(model: FlatTable): Generator<ObservationPart, void, undefined> {
    const counts = new Map<string, number>();
    for (const code of model.tables(MODEL.operatorCodes)) {
      const name = code.text(OPERATOR_CODE.customCode).slice(0, 80);
      if (name !== "") counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    for (const [name, count] of counts) {
      const flex = name.startsWith("Flex") ? name.slice(4) : null;
      const system = flex === null ? null : systemOperation(flex, "in the model", count);
      if (system !== null) yield system;
      else if (flex === null && !OWN.test(name))
        yield {
          t: "observation",
          type: "MODEL_CUSTOM_OPERATION",
          confidence: 0.6,
          reasons: [`operation ${name}, which a library of its own must bring`],
          subject: name,
          value: name,
          count,
        };
    }
  }

  /** A small buffer's bytes, in the model or, for models beyond 2 GB, behind it; null for weights. */
  #contentOf(buffer: FlatTable | undefined): Buffer | null {
    if (buffer === undefined) return null;
    const within = buffer.bytes(BUFFER.data);
    const { at, count } =
      within !== null && within.count > 0
        ? within
        : { at: buffer.u64(BUFFER.offset), count: buffer.u64(BUFFER.size) };
    if (count === 0 || count > MAX_BYTES || at + count > this.#bytes.size) return null;
    return this.#flat.take(at, count);
  }
}

/** The model's metadata, which is a FlatBuffer within the model's. */
function* about(content: Buffer): Generator<Part, void, undefined> {
  const flat = new FlatBuffer({
    size: content.length,
    read: (at, length) => content.subarray(at, at + length),
  });
  const root = flat.root();
  for (const [name, field] of Object.entries({
    name: ABOUT.name,
    description: ABOUT.description,
    version: ABOUT.version,
    author: ABOUT.author,
    license: ABOUT.license,
  }))
    yield* told(`metadata.${name}`, root.text(field));
  for (const part of root.tables(ABOUT.subgraphs)) {
    yield* told("metadata.graph", [part.text(ABOUT_PART.name), part.text(ABOUT_PART.description)].join("\n"));
    for (const field of [ABOUT_PART.inputs, ABOUT_PART.outputs])
      for (const tensor of part.tables(field)) {
        const dimensions = [...tensor.texts(ABOUT_TENSOR.dimensions)];
        const texts = [tensor.text(ABOUT_TENSOR.name), tensor.text(ABOUT_TENSOR.description), ...dimensions];
        yield* told("metadata.tensor", texts.join("\n"));
        yield* filesOf(tensor, ABOUT_TENSOR.files);
      }
    yield* filesOf(part, ABOUT_PART.files);
  }
  yield* filesOf(root, ABOUT.files);
}

function* filesOf(table: FlatTable, field: number): Generator<Part, void, undefined> {
  for (const file of table.tables(field))
    yield* told("metadata.file", [file.text(0), file.text(1)].join("\n"));
}

function* told(key: string, text: string): Generator<Part, void, undefined> {
  if (text.trim() !== "") yield { t: "text", text, place: { key } };
}

/** A tensor of texts: how many there are, where each begins and the last one ends, then their bytes. */
function stringsOf(content: Buffer): string[] {
  const count = content.length >= 4 ? content.readInt32LE() : 0;
  if (count < 0 || 4 + (count + 1) * 4 > content.length) return [];
  const texts: string[] = [];
  for (let i = 0; i < count; i++)
    texts.push(content.toString("utf8", content.readUInt32LE(4 + i * 4), content.readUInt32LE(8 + i * 4)));
  return texts;
}

function readable(content: Buffer): string {
  const text = content.toString("utf8").replace(/\0+$/, "");
  return isReadable(text) ? text : "";
}
