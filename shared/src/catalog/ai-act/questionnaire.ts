import { z } from "zod";
import { ANNEX_III } from "./annex-iii.ts";
import { PROHIBITED_PRACTICES } from "./prohibited.ts";

const names = <T extends string>(of: Readonly<Record<T, unknown>>) => Object.keys(of) as [T, ...T[]];

/** What someone who knows the use of a model answers: choices alone, with no room for a text that names people. */
export const aiUse = z.strictObject({
  /** The area of Annex III; `product`: a safety part of a product of Annex I. */
  domain: z.enum([...names(ANNEX_III), "product", "none"]),
  /** What becomes of the result: it decides, a person decides by it, or it only prepares a task (article 6(3)). */
  autonomy: z.enum(["decides", "advises", "prepares"]),
  /** Whom the result is about. */
  persons: z
    .array(z.enum(["customers", "workers", "applicants", "pupils", "patients", "citizens", "children"]))
    .max(7)
    .default([]),
  /** It evaluates aspects of a person's life (GDPR 4(4)). */
  profiling: z.boolean().default(false),
  practices: z
    .array(z.enum(names(PROHIBITED_PRACTICES)))
    .max(9)
    .default([]),
  /** People talk with it. */
  conversation: z.boolean().default(false),
  /** It makes text, pictures, sound or film. */
  generates: z.boolean().default(false),
});
export type AiUse = z.infer<typeof aiUse>;

/** The same in a file, with a word on what the model is for. That is for its reader: it is not judged, and stays there. */
export const aiUseFile = aiUse.extend({ purpose: z.string().max(500).optional() });
