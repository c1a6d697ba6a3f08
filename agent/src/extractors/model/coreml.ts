import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError, type Extractor } from "../extractor.ts";
import type { ObservationPart, Part } from "../part.ts";
import { HeaderCursor } from "./header-cursor.ts";
import { leadsOutside } from "./outside-path.ts";
import { protobufFields } from "./protobuf.ts";
import { TokenText } from "./token-text.ts";

const MAX_TEXT_BYTES = 4 * 1024 * 1024;
const MAX_DEPTH = 16;
const MAX_VERSION = 32;
const NAMED = /\.mlmodel$/i;
/** The kinds of models have numbers from here on; before them only the description and whether it can be updated. */
const FIRST_KIND = 200;
const UPDATABLE = 10;

/** What is read of each message, by the number of its field (github.com/apple/coremltools, mlmodel/format). */
interface Field {
  name: string;
  inner?: () => Fields;
  /** A class of the app's own, a path to another model, or an entry of a vocabulary. */
  is?: "class" | "path" | "token";
}
type Fields = Readonly<Record<number, Field>>;
const inner = (name: string, fields: () => Fields): Field => ({ name, inner: fields });

const PARAMETER: Fields = { 1: { name: "key" }, 2: inner("value", () => ({ 20: { name: "text" } })) };
const ENTRY: Fields = { 1: { name: "key" }, 2: { name: "value" } };
const FEATURE: Fields = { 1: { name: "name" }, 2: { name: "shortDescription" } };
const METADATA: Fields = {
  1: { name: "shortDescription" },
  2: { name: "versionString" },
  3: { name: "author" },
  4: { name: "license" },
  100: inner("userDefined", () => ENTRY),
};
const DESCRIPTION: Fields = {
  1: inner("input", () => FEATURE),
  10: inner("output", () => FEATURE),
  11: { name: "predictedFeatureName" },
  12: { name: "predictedProbabilitiesName" },
  50: inner("trainingInput", () => FEATURE),
  100: inner("metadata", () => METADATA),
};
const LABELS: Fields = { 1: { name: "label", is: "token" } };
const CUSTOM: Fields = {
  10: { name: "className", is: "class" },
  30: inner("parameters", () => PARAMETER),
  40: { name: "description" },
};
const LAYER: Fields = { 1: { name: "name" }, 500: inner("custom", () => CUSTOM) };
const NETWORK: Fields = { 1: inner("layers", () => LAYER), 100: inner("classLabels", () => LABELS) };
const CLASSIFIER: Fields = {
  100: inner("classLabels", () => LABELS),
  200: inner("classLabels", () => LABELS),
};
const PATH: Fields = { 1: { name: "path", is: "path" } };
const LINKED: Fields = {
  1: inner("file", () => ({ 1: inner("name", () => PATH), 2: inner("searchPath", () => PATH) })),
};
const PIPELINE: Fields = { 1: inner("models", () => MODEL), 2: { name: "names" } };
const STRINGS: Fields = { 1: inner("vocabulary", () => LABELS) };
const MAP: Fields = {
  1: inner("map", () => ({ 1: inner("entry", () => ({ 1: { name: "key", is: "token" } })) })),
};
const MODEL: Fields = {
  2: inner("description", () => DESCRIPTION),
  200: inner("pipeline", () => ({ 1: inner("pipeline", () => PIPELINE) })),
  201: inner("pipeline", () => ({ 1: inner("pipeline", () => PIPELINE) })),
  202: inner("pipeline", () => PIPELINE),
  303: inner("neuralNetwork", () => NETWORK),
  400: inner("classifier", () => CLASSIFIER),
  401: inner("classifier", () => CLASSIFIER),
  402: inner("classifier", () => CLASSIFIER),
  403: inner("neuralNetwork", () => NETWORK),
  404: inner("classifier", () => CLASSIFIER),
  500: inner("neuralNetwork", () => NETWORK),
  502: inner("mlProgram", () => ({ 3: { name: "docString" } })),
  555: inner("customModel", () => CUSTOM),
  556: inner("linkedModel", () => LINKED),
  603: inner("dictVectorizer", () => STRINGS),
  606: inner("categoricalMapping", () => MAP),
  2000: inner("textClassifier", () => CLASSIFIER),
  2001: inner("wordTagger", () => CLASSIFIER),
  2004: inner("gazetteer", () => CLASSIFIER),
};

/** Core ML: what a model says of itself, its labels and vocabularies, and the app's own classes that it calls. */
export const coremlExtractor: Extractor = {
  format: "Core ML",
  matches: isCoreml,
  async *extract(input, { scratch, beat }) {
    const bytes = await input.random(scratch);
    const reader = new CoremlReader(new HeaderCursor(bytes, Number.MAX_SAFE_INTEGER), beat);
    yield* reader.message(MODEL, bytes.size, "", 0);
    yield* reader.tokens();
  },
};

/** The version, the description and then a field that no other format has there: ONNX begins alike. */
function isCoreml(head: Uint8Array, name: string): boolean {
  const version = head[1] ?? 0;
  if (head[0] !== 0x08 || version === 0 || version > MAX_VERSION || head[2] !== 0x12) return false;
  const [length, at] = varintAt(head, 3);
  const next = at + length;
  if (next + 3 > head.length) return NAMED.test(name);
  const [tag] = varintAt(head, next);
  const field = Math.floor(tag / 8);
  return field >= FIRST_KIND || (field === UPDATABLE && NAMED.test(name));
}

function varintAt(bytes: Uint8Array, from: number): [value: number, end: number] {
  let value = 0;
  let at = from;
  for (let shift = 0; shift < 35 && at < bytes.length; shift += 7) {
    const byte = bytes[at++] ?? 0;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  return [value, at];
}

class CoremlReader {
  readonly #cursor: HeaderCursor;
  readonly #beat: () => void;
  readonly #tokens = new TokenText();

  constructor(cursor: HeaderCursor, beat: () => void) {
    this.#cursor = cursor;
    this.#beat = beat;
  }

  *message(fields: Fields, end: number, way: string, depth: number): Generator<Part, void, undefined> {
    if (depth > MAX_DEPTH) throw new ExtractError(SKIP_REASONS.tooDeep);
    this.#beat();
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
      if (known.name === "key") entryKey = text;
      if (known.is === "token") this.#tokens.add(text);
      else if (known.is === "class") yield customClass(key, text);
      else if (known.is === "path") {
        if (leadsOutside(text)) yield pathOutside(key, text);
      } else if (text !== "")
        yield { t: "text", text, place: { key }, context: () => ({ fieldAt: () => entryKey || known.name }) };
    }
  }

  tokens(): Generator<Part, void, undefined> {
    return this.#tokens.parts("labels");
  }
}

function customClass(key: string, name: string): ObservationPart {
  const shown = name.slice(0, 80);
  return {
    t: "observation",
    type: "MODEL_CUSTOM_OPERATION",
    confidence: 0.6,
    reasons: [`calls the class ${shown}, which the app must bring`],
    subject: name,
    value: shown,
    count: 1,
    place: { key },
  };
}

function pathOutside(key: string, path: string): ObservationPart {
  return {
    t: "observation",
    type: "MODEL_PATH_OUTSIDE",
    confidence: 0.9,
    reasons: ["another model is said to be outside the model's folder"],
    subject: path,
    value: path,
    count: 1,
    place: { key },
  };
}
