import { z } from "zod";
import { severityFactors } from "./severity.ts";
import { severity } from "./terms.ts";

const commitId = z.string().regex(/^[0-9a-f]{7,64}$/);

/**
 * A place in a file. Line and column count from 1; offset and length are UTF-16 units of the extracted text. They are
 * absent where a finding is of the file as a whole, or of a part of it that has no lines.
 */
const fileLocation = z.strictObject({
  path: z.string().max(1024),
  /** The path inside an archive, mailbox or workbook. */
  member: z.string().max(512).optional(),
  /** The path of keys inside structured data, or the cell of a sheet. */
  key: z.string().max(256).optional(),
  page: z.int().positive().optional(),
  line: z.int().positive().optional(),
  column: z.int().positive().optional(),
  offset: z.int().nonnegative().optional(),
  length: z.int().positive().optional(),
  /** Left, top, width and height: pixels of an image, points of a page. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  /** The commit that was read; where history is scanned, the first one that has it. */
  commit: commitId.optional(),
  /** Whether the commit that a scan of history looks from still has it. */
  atHead: z.boolean().optional(),
  /** The commit that took it out. */
  removedIn: commitId.optional(),
  /** Who made the first commit: the fingerprint of the e-mail address, 32 hexadecimal characters (P3). */
  author: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
});

/** Where a finding is. The other kinds of scan add their own shapes to this union. */
export const location = fileLocation;
export type Location = z.infer<typeof location>;

const MAX_VISIBLE = 4;
const MASK = "•";

/** P2: a preview shows at most four characters of the value; everything else is the mask. */
export const preview = z
  .string()
  .max(64)
  .refine(
    (text) => [...text].filter((c) => c !== MASK).length <= MAX_VISIBLE,
    "a preview may show 4 characters at most",
  );

/** What may leave the premises (P2): strict, so that a field which could carry a value is refused, not dropped. */
export const finding = z.strictObject({
  rule: z.string().max(96),
  entityType: z.string().regex(/^[A-Z][A-Z0-9_]{1,63}$/),
  category: z.string().max(48),
  severity,
  confidence: z.number().min(0).max(1),
  location,
  preview,
  /** HMAC-SHA-256 with the tenant's key, 32 hexadecimal characters (P3). */
  fingerprint: z.string().regex(/^[0-9a-f]{32}$/),
  count: z.int().positive(),
  detector: z.string().max(64),
  legal: z.array(z.string().max(64)).max(16),
  reasons: z.array(z.string().max(160)).max(12),
  factors: severityFactors.optional(),
});
export type Finding = z.infer<typeof finding>;
