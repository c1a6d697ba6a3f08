import { z } from "zod";
import { aiUse } from "../catalog/ai-act/questionnaire.ts";
import { SEALED_BOX } from "../seal/box.ts";
import { labels, scanKind, shortName } from "./terms.ts";
import { EXPOSURES, GIT_REF, OCR_LANGUAGES } from "./vocabulary.ts";

export const JOB_STATES = ["ready", "leased", "done", "dead", "cancelled"] as const;
export type JobState = (typeof JOB_STATES)[number];

export const SCAN_STATES = ["queued", "running", "done", "failed", "cancelled"] as const;
export type ScanState = (typeof SCAN_STATES)[number];

export const priority = z.enum(["urgent", "high", "normal", "low", "background"]);
export type Priority = z.infer<typeof priority>;

/** A pattern of paths as in robots.txt: `/shop/*`, `/*.pdf$`. */
const pathPattern = z.string().min(1).max(200).startsWith("/");

/** How far a website scan goes, and how fast. */
const websiteOptions = z.strictObject({
  maxPages: z.int().min(1).max(10_000).optional(),
  /** Links from the start page. */
  maxDepth: z.int().min(0).max(50).optional(),
  maxDocuments: z.int().min(0).max(10_000).optional(),
  maxMinutes: z.int().min(1).max(1_440).optional(),
  /** Pages a minute. */
  perMinute: z.int().min(10).max(120).optional(),
  include: z.array(pathPattern).max(50).optional(),
  exclude: z.array(pathPattern).max(50).optional(),
  /** False: for the owner of a site, who may do without its robots.txt. */
  robots: z.boolean().optional(),
  sitemaps: z.boolean().optional(),
  /** Without a browser: cookies, trackers and the banner are then not tested. */
  static: z.boolean().optional(),
  /** What the scan calls itself to the site; as an ordinary Chromium when absent. */
  userAgent: z
    .string()
    .max(200)
    .regex(/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/)
    .optional(),
});

/** A pattern of names of tables and columns: `hr.*`, `*.remarks`. */
const namePattern = z.string().min(1).max(200);

/** What of a database is read. */
const databaseOptions = z.strictObject({
  /** Rows of a large table; `all` reads every one. */
  sample: z.union([z.literal("all"), z.int().min(3).max(10_000_000)]).optional(),
  include: z.array(namePattern).max(100).optional(),
  exclude: z.array(namePattern).max(100).optional(),
  /** Views too: what they show is in their tables, most often. */
  views: z.boolean().optional(),
  /** Rows with personal data whose last date is longer ago are reported: `7y`, `18m`, `4w`, `90d`. */
  retention: z
    .string()
    .regex(/^[1-9]\d{0,3}[dwmy]$/)
    .optional(),
});

/** A scan that looks for one person, whom the box alone names (P9). No other field could hold a search term. */
const subjectOptions = z.strictObject({
  /** One box for each agent that may run it. Erased when the scan ends, and shown to nobody. */
  sealed: z.array(z.strictObject({ agentId: z.string().max(64), box: z.string().regex(SEALED_BOX) })).max(8),
  /** database: the documents and pictures in columns of bytes are taken apart as well, which takes its time. */
  files: z.boolean().optional(),
});

/** Options by kind; each scanner reads its own and the agent's policy caps them. */
export const scanOptions = z.strictObject({
  /** code: branch, tag or commit to scan; the working tree or HEAD when absent. */
  ref: z.string().max(200).regex(GIT_REF).optional(),
  /** code: only what changed after this commit; with `history`, only the commits after it. */
  since: z.string().max(200).regex(GIT_REF).optional(),
  /** code: every version of every file that a branch, tag or `ref` leads to. */
  history: z.boolean().optional(),
  /** code, with `history`: also stashes, and what no name leads to any more. */
  unreachable: z.boolean().optional(),
  /** code, with `history`: also what commits and tags say, and who made them. */
  gitMetadata: z.boolean().optional(),
  /** code: what the next commit will be. A hook has a use for it, a job has not. */
  staged: z.boolean().optional(),
  /** image and document: the languages that pictures of text are read in. */
  ocrLanguages: z.array(z.enum(OCR_LANGUAGES)).min(1).max(OCR_LANGUAGES.length).optional(),
  website: websiteOptions.optional(),
  database: databaseOptions.optional(),
  /** ai-model: what the model is used for, as someone who knows has answered. */
  aiUse: aiUse.optional(),
  /** database and document: look for a person instead of for kinds of data. */
  subject: subjectOptions.optional(),
  minConfidence: z.number().min(0).max(1).optional(),
  /** Who can reach what is scanned; people within the organisation when absent. */
  exposure: z.enum(EXPOSURES).optional(),
});
export type ScanOptions = z.infer<typeof scanOptions>;

/** What a user asks for. Exactly one of `source` (declared by an agent) and `target` (a path or URL its policy allows). */
export const scanRequest = z
  .strictObject({
    kind: scanKind,
    source: shortName.optional(),
    target: z.string().min(1).max(2048).optional(),
    options: scanOptions.default({}),
    /** An agent must carry all of these. */
    labels: labels.default([]),
    priority: priority.default("normal"),
    shards: z.int().min(1).max(1000).default(1),
    /** Scans that share a key run one after another (L9). Default: the source of a database scan. */
    concurrencyKey: shortName.optional(),
    maxAttempts: z.int().min(1).max(10).default(3),
    timeoutMs: z.int().min(1_000).max(86_400_000).default(3_600_000),
  })
  .refine((r) => (r.source === undefined) !== (r.target === undefined), "give either a source or a target")
  .refine(
    ({ options: { subject }, kind, source, shards }) =>
      subject === undefined ||
      (subject.sealed.length > 0 &&
        source !== undefined &&
        (kind === "database" || kind === "document") &&
        shards === 1),
    "a search for a person takes a source of databases or documents, one job and a box for each agent",
  );
export type ScanRequest = z.infer<typeof scanRequest>;

/** Units done and found so far; totals are absent while they are still being counted. */
export const progress = z.strictObject({
  stage: z.enum(["starting", "listing", "scanning", "uploading"]),
  unitsDone: z.int().nonnegative(),
  unitsTotal: z.int().nonnegative().optional(),
  bytesDone: z.int().nonnegative(),
  bytesTotal: z.int().nonnegative().optional(),
  findings: z.int().nonnegative(),
});
export type Progress = z.infer<typeof progress>;
