import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ByteInput } from "../byte-input.ts";
import { ExtractError, type Extractor } from "../extractor.ts";
import type { ObservationPart } from "../part.ts";
import { jsonExtractor } from "../text/json.ts";
import { textStart } from "../text/text-start.ts";
import { judgeImport } from "./pickle/judge-import.ts";
import { templateSigns } from "./template-signs.ts";

const MAX_DEPTH = 200;
const FRAMEWORK = /^(?:keras|tf_keras|tensorflow|keras_hub|keras_nlp|keras_cv|keras_tuner|builtins)(?:\.|$)/;
const CONFIG_NAME = /"(?:class_name|registered_name)"\s*:/;
const WITH_TEMPLATE = /^(?:tokenizer_config|processor_config|chat_template)\.json$/i;
const CODE_FOLLOWS = /"auto_map"\s*:|"trust_remote_code"\s*:\s*true|"(?:custom_pipelines|chat_template)"\s*:/;

/** The settings by which Keras builds a model, and those of a model whose code stands beside it. */
export const modelConfigExtractor: Extractor = {
  format: "model configuration",
  matches(head, name) {
    const start = textStart(head);
    if (start === null || !/^\s*\{/.test(start)) return false;
    // A chat template stands behind hundreds of special tokens.
    if (WITH_TEMPLATE.test(name)) return true;
    const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 64 * 1024)).toString("utf8");
    return CODE_FOLLOWS.test(text) || (CONFIG_NAME.test(text) && /"config"\s*:/.test(text));
  },
  async *extract(input, context) {
    const bytes = await input.whole();
    yield* jsonExtractor.extract(ByteInput.of(input.name, bytes), context);
    let config: unknown;
    try {
      config = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8"));
    } catch {
      throw new ExtractError(SKIP_REASONS.damaged);
    }
    yield* configObservations(config);
  },
};

type Json = Record<string, unknown>;

/** What building the model would run: Lambda layers, classes from outside Keras, code that stands beside it. */
function* configObservations(config: unknown): Generator<ObservationPart, void, undefined> {
  const seen = new Map<string, ObservationPart>();
  const waiting: { value: unknown; depth: number }[] = [{ value: config, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value !== "object" || value === null || depth > MAX_DEPTH) continue;
    if (!Array.isArray(value))
      for (const part of [
        ...layerSigns(value as Json),
        ...remoteCode(value as Json),
        ...templates(value as Json),
      ]) {
        const known = seen.get(`${part.type} ${part.subject}`);
        if (known) known.count++;
        else seen.set(`${part.type} ${part.subject}`, part);
      }
    for (const inner of Object.values(value)) waiting.push({ value: inner, depth: depth + 1 });
  }
  yield* seen.values();
}

function* layerSigns(node: Json): Generator<ObservationPart, void, undefined> {
  const className = textIn(node, "class_name");
  if (className === null) return;
  const module = textIn(node, "module");
  const registered = textIn(node, "registered_name");
  if (/(?:^|>)Lambda$/.test(className) || className === "__lambda__") {
    yield sign("MODEL_CODE", 0.95, className, [
      `${className}: a function stands in the model as compiled code`,
      "it runs when the model is loaded or used",
    ]);
    return;
  }
  if (className === "function") {
    const config = node["config"];
    const name = typeof config === "string" ? config : (registered ?? "?");
    if (judgeImport(module, name, true).is === "dangerous")
      yield sign("MODEL_DANGEROUS_IMPORT", 0.95, `${module ?? "?"}.${name}`, [
        `the function ${module ?? "?"}.${name} is used as part of the model`,
      ]);
    else if (module !== null && !FRAMEWORK.test(module)) yield outside(`${module}.${name}`);
    return;
  }
  if (module !== null && !FRAMEWORK.test(module)) {
    const danger = judgeImport(module, className, true);
    const title = `${module}.${className}`;
    if (danger.is === "dangerous")
      yield sign("MODEL_DANGEROUS_IMPORT", 0.95, title, [
        `${title} is used as part of the model`,
        danger.does,
      ]);
    else yield outside(title);
  } else if (className.includes(">") || (registered?.includes(">") === true && module === null))
    yield outside(registered ?? className);
}

function* remoteCode(node: Json): Generator<ObservationPart, void, undefined> {
  const map = node["auto_map"] ?? node["custom_pipelines"];
  if (typeof map === "object" && map !== null) {
    const count = Object.keys(map).length;
    yield sign("MODEL_REMOTE_CODE", 0.8, "auto_map", [
      `names ${count} classes in Python files of the model's own`,
      "trust_remote_code runs them when the model is loaded",
    ]);
  }
  if (node["trust_remote_code"] === true)
    yield sign("MODEL_REMOTE_CODE", 0.8, "trust_remote_code", ["asks that code beside the model is run"]);
}

/** One template, or several by name. */
function* templates({ chat_template: own }: Json): Generator<ObservationPart, void, undefined> {
  for (const one of Array.isArray(own) ? own : [own]) {
    const template: unknown = typeof one === "object" && one !== null ? (one as Json)["template"] : one;
    if (typeof template === "string") yield* templateSigns(template, "chat_template");
  }
}

const outside = (title: string) =>
  sign("MODEL_UNKNOWN_IMPORT", 0.7, title, [
    `${title} is no part of Keras`,
    "a class of that name has to be loaded with the model",
  ]);

function sign(
  type: ObservationPart["type"],
  confidence: number,
  title: string,
  reasons: readonly string[],
): ObservationPart {
  const subject = title.slice(0, 160).toWellFormed();
  return {
    t: "observation",
    type,
    confidence,
    reasons: reasons.map((one) => one.slice(0, 160).toWellFormed()),
    subject,
    value: subject,
    count: 1,
  };
}

const textIn = (node: Json, key: string) => (typeof node[key] === "string" ? (node[key] as string) : null);
