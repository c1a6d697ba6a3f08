import { z } from "zod";
import { SCAN_KINDS, SEVERITIES } from "./vocabulary.ts";

export const scanKind = z.enum(SCAN_KINDS);
export type ScanKind = z.infer<typeof scanKind>;

export const severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof severity>;

/** Names that people give to sources, labels and agents: short, printable, no white space. */
export const shortName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, "use 1 to 63 letters, digits, dots, dashes or underscores");
export const labels = z.array(shortName).max(32);

/** Lower-case hexadecimal SHA-256. */
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
