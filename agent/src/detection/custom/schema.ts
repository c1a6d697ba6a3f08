import { severity } from "@dataguardian/shared/domain";
import { RULE_CHECKSUMS } from "@dataguardian/shared/rule-test";
import { z } from "zod";

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,40}$/, "must be small letters, digits and dashes, such as personnel-number");
const words = z.array(z.string().min(2).max(80)).max(200);
const share = z.number().min(0).max(1);

/** A detector of the customer's own: what to look for, how sure that is, and examples that prove it on loading. */
export const customDetector = z.strictObject({
  id,
  name: z.string().min(1).max(80).optional(),
  /** In the syntax of RE2: no look-behind, no back-references, and so no input that takes for ever. */
  pattern: z.string().min(1).max(1_000),
  ignoreCase: z.boolean().default(false),
  /** Literals, one of which stands in every match. With them the detector costs next to nothing. */
  keywords: z.array(z.string().min(3).max(80)).min(1).max(100).optional(),
  contextWords: words.default([]),
  againstWords: words.default([]),
  checksum: z.enum(RULE_CHECKSUMS).optional(),
  severity: severity.default("medium"),
  confidence: z
    .strictObject({ bare: share.default(0.8), context: share.default(0.95) })
    .default({ bare: 0.8, context: 0.95 }),
  /** A credential's preview shows nothing of it. */
  credential: z.boolean().default(false),
  examples: z.strictObject({
    match: z.array(z.string().max(2_000)).min(1, "must have an example that the detector finds").max(50),
    ignore: z.array(z.string().max(2_000)).max(50).default([]),
  }),
});
export type CustomDetector = z.infer<typeof customDetector>;

/** A list of the customer's own: names, customer numbers, project names. Each entry is found as it stands. */
export const dictionary = z.strictObject({
  id,
  name: z.string().min(1).max(80).optional(),
  entries: z.array(z.string().min(2).max(200)).max(1_000_000).optional(),
  /** A text file with one entry a line; relative to the file that names it. */
  file: z.string().min(1).optional(),
  severity: severity.default("medium"),
});
export type DictionaryConfig = z.infer<typeof dictionary>;

/** What detection knows beside the built-in detectors. Plain data: threads and jobs get a copy. */
export interface CustomDetection {
  detectors: readonly CustomDetector[];
  dictionaries: readonly (DictionaryConfig & { entries: readonly string[] })[];
}

export const NOTHING_CUSTOM: CustomDetection = { detectors: [], dictionaries: [] };
