import { z } from "zod";
import { severityFactors } from "./severity.ts";
import { severity } from "./terms.ts";

const commitId = z.string().regex(/^[0-9a-f]{7,64}$/);

/**
 * A place in a file. Line and column count from 1; offset and length are UTF-16 units of the extracted text. They are
 * absent where a finding is of the file as a whole, or of a part of it that has no lines.
 */
const inFile = {
  path: z.string().max(1024).optional(),
  /** The path inside an archive, mailbox, workbook or model. */
  member: z.string().max(512).optional(),
  /** The path of keys inside structured data, or the cell of a sheet. */
  key: z.string().max(256).optional(),
  page: z.int().positive().optional(),
  line: z.int().positive().optional(),
  /** In a file its position in the line, in a database the column's name. */
  column: z.union([z.int().positive(), z.string().max(256)]).optional(),
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
};

/** A column of a table or a field of a collection; the table as a whole where there is no column. */
const inDatabase = {
  schema: z.string().max(256).optional(),
  table: z.string().max(256).optional(),
  /** Rows that were read, and those among them that hold such a value. */
  rowsSampled: z.int().nonnegative().optional(),
  rowsMatched: z.int().nonnegative().optional(),
};

/** Something of a page: an element, a cookie or a request; the page as a whole where none is named. */
const inPage = {
  url: z.string().max(2048).optional(),
  /** A CSS selector. */
  element: z.string().max(512).optional(),
  /** The name of a cookie or storage entry. */
  cookie: z.string().max(256).optional(),
  /** Where a request went: scheme, host and path. */
  request: z.string().max(1024).optional(),
};

/** Where a finding is: in a file, a table or a page. */
export const location = z
  .strictObject({ ...inFile, ...inDatabase, ...inPage })
  .refine(
    ({ path, table, url }) => [path, table, url].filter((place) => place !== undefined).length === 1,
    "a place is in exactly one of a path, a table and a url",
  );
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
