import type { Detector } from "../detector.ts";
import { Engine } from "../engine.ts";
import { DETECTORS } from "../registry.ts";
import { compileDetector, CustomDetectionError, entityTypeOf } from "./compile-detector.ts";
import { Dictionary } from "./dictionary.ts";
import type { CustomDetection, CustomDetector, DictionaryConfig } from "./schema.ts";

export { CustomDetectionError } from "./compile-detector.ts";

/** An engine with the built-in detectors and the customer's own. Throws `CustomDetectionError`. */
export function engineWith({ detectors, dictionaries }: CustomDetection): Engine {
  const twice = [...DETECTORS, ...detectors, ...dictionaries]
    .map(({ id }) => id)
    .find((id, i, ids) => ids.indexOf(id) < i);
  if (twice !== undefined)
    throw new CustomDetectionError(`There are two detectors ${JSON.stringify(twice)}: give each its own id.`);
  const own = detectors.map(compileDetector);
  const lists = dictionaries.map((config) => compileDictionary(config, config.entries));
  const engine = new Engine([...DETECTORS, ...own], lists);
  for (const detector of detectors) proveExamples(engine, detector);
  return engine;
}

function compileDictionary(config: DictionaryConfig, entries: readonly string[]) {
  const { id } = config;
  const detector: Detector = {
    id,
    entityType: entityTypeOf(id),
    rule: "custom.detector",
    category: "identifier",
    severity: config.severity,
    format: config.name ?? "an entry of a list of your own",
    check: () => ({ reasons: ["entry of your own list"] }),
    confidence: { bare: 0.9, context: 0.9 },
    normalise: (value) => value.toLowerCase().replace(/\s+/g, " "),
    visible: { head: 1, tail: 0 },
    references: [],
    examples: { match: [], ignore: [] },
  };
  try {
    return { detector, dictionary: new Dictionary(entries) };
  } catch (error) {
    throw new CustomDetectionError(
      `Dictionary ${id} cannot be used: ${error instanceof Error ? error.message : "unreadable"}.`,
    );
  }
}

/** A detector that does not find its own examples would be silent for ever: better not to start. */
function proveExamples(engine: Engine, { id, examples }: CustomDetector): void {
  const finds = (text: string) => engine.scan(text).some((match) => match.detector.id === id);
  const missed = examples.match.findIndex((text) => !finds(text));
  if (missed >= 0)
    throw new CustomDetectionError(
      `Detector ${id} does not find its own example ${missed + 1} under examples.match.`,
    );
  const raised = examples.ignore.findIndex(finds);
  if (raised >= 0)
    throw new CustomDetectionError(
      `Detector ${id} raises an alarm on its own example ${raised + 1} under examples.ignore.`,
    );
}
