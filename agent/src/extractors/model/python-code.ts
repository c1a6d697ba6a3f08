import { ByteInput } from "../byte-input.ts";
import type { Extractor } from "../extractor.ts";
import type { ObservationPart } from "../part.ts";
import { SourceLines } from "../text/mapped-text.ts";
import { decodeWhole, isText } from "../text/plain-text.ts";
import { textExtractor } from "../text/text-extractor.ts";

/** Calls by which code beside a model runs something else. `model.eval()` is none: it only ends the training. */
const CALLS =
  /(?<![.\w])(?:os\.(?:system|popen|exec[lv]\w*|spawn\w+|posix_spawn)|subprocess\.\w+|pty\.spawn|eval|exec|__import__|compile|runpy\.\w+|marshal\.loads?|(?:c?pickle|dill|cloudpickle)\.loads?|ctypes\.CDLL|socket\.socket|urllib\.request\.urlopen|requests\.(?:get|post|put)|importlib\.import_module)\s*\(/g;
const COMMENT = /^\s*#/;

/** Python beside the weights, which a loader that trusts remote code runs, and TorchScript's code. */
export const pythonCodeExtractor: Extractor = {
  format: "Python",
  matches: (head, name) => /\.pyw?$/i.test(name) && isText(head),
  async *extract(input, context) {
    const bytes = await input.whole();
    yield* textExtractor.extract(ByteInput.of(input.name, bytes), context);
    yield* callsIn(decodeWhole(bytes) ?? "");
  },
};

function* callsIn(text: string): Generator<ObservationPart, void, undefined> {
  const found = new Map<string, ObservationPart>();
  const lines = new SourceLines(text);
  for (const match of text.matchAll(CALLS)) {
    const name = match[0].replace(/\s*\($/, "");
    const known = found.get(name);
    if (known) known.count++;
    else if (!COMMENT.test(text.slice(text.lastIndexOf("\n", match.index) + 1, match.index + 1)))
      found.set(name, {
        t: "observation",
        type: "MODEL_REMOTE_CODE",
        // Much code calls such things for good reasons; nobody has said yet that it is run.
        confidence: 0.5,
        reasons: [`${name} is called`, "a loader that trusts the model's own code runs it"],
        subject: name,
        value: name,
        count: 1,
        place: lines.placeOf(match.index, match.index + name.length),
      });
  }
  yield* found.values();
}
