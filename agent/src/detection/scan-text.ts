import { engineWith } from "./custom/compile.ts";
import type { CustomDetection } from "./custom/schema.ts";
import { Engine, type TextContext } from "./engine.ts";
import type { Match } from "./match.ts";
import { DETECTORS } from "./registry.ts";

export type { TextContext } from "./engine.ts";

/** All matches in a text, by offset; where several claim the same characters, the best one. */
export type TextScan = (text: string, context?: TextContext) => Match[];

let builtIn: Engine | undefined;

/** With the built-in detectors. */
export const scanText: TextScan = (text, context) => (builtIn ??= new Engine(DETECTORS)).scan(text, context);

/** With the customer's own beside them. Throws `CustomDetectionError`. */
export function textScan(custom: CustomDetection): TextScan {
  if (custom.detectors.length === 0 && custom.dictionaries.length === 0) return scanText;
  const engine = engineWith(custom);
  return (text, context) => engine.scan(text, context);
}
