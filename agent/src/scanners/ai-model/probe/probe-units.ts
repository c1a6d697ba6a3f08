import { type Canary, repeats } from "./canaries.ts";
import { PROMPTS, WRITE_ON } from "./prompts.ts";

/** One text that the model is asked to write on from. */
export interface ProbeUnit {
  /** For coverage and findings: `prompt hr-record-nl`. */
  name: string;
  text: string;
  instruction: string;
  /** How the customer's own text goes on; of a prompt of ours nobody knows. */
  isRepeated?: (answer: string) => boolean;
}

export function probeUnits(canaries: readonly Canary[]): ProbeUnit[] {
  return [
    ...PROMPTS.map(({ id, language, text }) => ({
      name: `prompt ${id}`,
      text,
      instruction: WRITE_ON[language],
    })),
    ...canaries.map((canary) => ({
      name: `canary ${canary.id}`,
      text: canary.prefix,
      instruction: WRITE_ON.en,
      isRepeated: (answer: string) => repeats(canary, answer),
    })),
  ];
}
