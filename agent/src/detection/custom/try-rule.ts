import type { RuleTestReply, RuleTestRequest } from "@dataguardian/shared/rule-test";
import { z } from "zod";
import { Engine } from "../engine.ts";
import { compileDetector, CustomDetectionError } from "./compile-detector.ts";
import { customDetector } from "./schema.ts";

const texts = z.array(z.string().max(2_000)).max(50).default([]);
/** While it is being written, a rule has no examples yet. */
const draft = customDetector.extend({ examples: z.strictObject({ match: texts, ignore: texts }) });

/**
 * What a rule of the customer's own finds in a text, and whether it proves its examples: the engine of the agents, with this rule
 * alone. Beside the built-in detectors another one may be surer of the same characters.
 */
export function tryRule({ id, rule, text }: RuleTestRequest): RuleTestReply {
  const parsed = draft.safeParse(rule);
  if (!parsed.success)
    return { id, fault: { code: "invalid", detail: parsed.error.issues[0]?.path.join(".") ?? "" } };
  const { match, ignore } = parsed.data.examples;
  let engine: Engine;
  try {
    engine = new Engine([compileDetector(parsed.data)], [], false);
  } catch (error) {
    if (error instanceof CustomDetectionError && error.fault !== undefined) return { id, fault: error.fault };
    throw error;
  }
  const finds = (example: string) => engine.scan(example).length > 0;
  const numbers = (all: readonly string[], isWrong: (example: string) => boolean) =>
    all.flatMap((example, i) => (isWrong(example) ? [i] : []));
  return {
    id,
    result: {
      matches: engine.scan(text).map(({ offset, length, confidence, reasons }) => ({
        ...{ offset, length, confidence, reasons },
      })),
      missed: numbers(match, (example) => !finds(example)),
      raised: numbers(ignore, finds),
    },
  };
}
