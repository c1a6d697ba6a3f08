/** `agent.yaml` as a schema. Paths may be relative to the file, except those of the policy. */
import { isAbsolute } from "node:path";
import { HEAVY_KINDS } from "@dataguardian/shared/capacity";
import { labels, scanKind, shortName } from "@dataguardian/shared/domain";
import { z } from "zod";
import { parseHostEntry } from "../policy/host.ts";
import { PERIOD } from "../scanners/database/retention/period.ts";
import { dsn } from "./dsn-parts.ts";
import { loginSteps } from "./login-steps.ts";
import { sourceLimits } from "./source-limits.ts";

const path = z.string().min(1, "must not be empty");

/** A credential: the text itself, `env:NAME` or `file:PATH` (P4). */
const secret = z.string().min(1, "must not be empty");
const credentials = z.strictObject({ username: z.string().min(1).optional(), password: secret });

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 22:30");
/** From a time until another, over midnight when `until` is not later; `days` are those on which it begins, 0 is Sunday. */
const timeWindow = z.strictObject({
  from: clockTime,
  until: clockTime,
  days: z.array(z.int().min(0).max(6)).min(1).max(7).optional(),
});
export type TimeWindow = z.infer<typeof timeWindow>;

const source = z.strictObject({
  name: shortName,
  kind: scanKind,
  path: path.optional(),
  url: z.string().min(1).max(2048).optional(),
  /** database: `postgres://user@host:port/name`, or its parts; the password stands in `credentials`. A SQLite file is a `path`. */
  dsn: dsn.optional(),
  /** ai-model: where a model answers, such as `http://127.0.0.1:11434/v1`; the key stands in `credentials`. */
  endpoint: z.string().min(1).max(2048).optional(),
  /** ai-model, with `endpoint`: the model's name there. */
  model: z.string().min(1).max(200).optional(),
  /** ai-model, with `endpoint`: a file with texts that the model must not know the end of. */
  canaries: path.optional(),
  labels: labels.default([]),
  credentials: credentials.optional(),
  /** database: how gently it is read. */
  limits: sourceLimits.optional(),
  /** database: rows with personal data whose last date is longer ago are reported; a job may ask for another period. */
  retention: z.string().regex(PERIOD, "must be a period such as 7y, 18m, 4w or 90d").optional(),
  /** database: the record of processing, as `--ropa` takes it. */
  ropaFile: path.optional(),
  /** website: how to log in, step by step, as someone did once by hand. */
  login: loginSteps.optional(),
  /** website: a folder for pictures of pages and what they asked for; it stays on this machine. */
  evidence: path.optional(),
  /** website: files that name trackers, in the form of Adblock Plus; read on this machine. */
  filterLists: z.array(path).min(1).max(20, "at most 20 lists").optional(),
  /** When it may be scanned, in the machine's own time; always when absent. */
  window: z.array(timeWindow).min(1).max(20, "at most 20 windows").optional(),
});
export type SourceConfig = z.infer<typeof source>;

export const CPU_PRIORITIES = ["normal", "low", "lowest"] as const;

const limits = z.strictObject({
  /** A job that takes longer is stopped and reported as timed out. */
  maxJobMs: z.int().min(1_000).max(86_400_000).default(3_600_000),
  /** Memory of one job, with its scanning processes and git: OCR alone takes some 350 MB in each. */
  maxMemoryMb: z.int().min(128).max(1_048_576).default(2_048),
  /** Larger files are skipped and counted. Mailboxes and exports are large, and are read as they stream. */
  maxFileBytes: z.int().min(1_024).default(8_589_934_592),
  /** Connections with one database at once, whatever its source says. */
  maxConnections: z.int().min(1).max(64).default(4),
  /** Room for results that wait for upload, of all jobs together. */
  spoolMb: z.int().min(1).max(1_048_576).default(512),
  /** Cores of this machine for scanning: threads of one job, and how they stand beside the machine's other work. */
  cpu: z
    .strictObject({
      threads: z.int().min(1).max(1_024).optional(),
      priority: z.enum(CPU_PRIORITIES).default("normal"),
    })
    .prefault({}),
  /** What jobs may download and upload together. Connections with databases and git over ssh are not held to it. */
  bandwidth: z.strictObject({ mbitPerSecond: z.number().min(0.1).max(100_000) }).optional(),
  /** When jobs may run, in the machine's own time; empty is always. A job that still runs at the end is handed back. */
  window: z.array(timeWindow).max(20, "at most 20 windows").default([]),
});

const host = z
  .string()
  .refine(
    (text) => parseHostEntry(text) !== null,
    "must be a host name, with a port if need be, and no scheme or path",
  );

/** What this agent may be asked for. Everything starts out empty: without a policy nothing runs. */
export const policySchema = z.strictObject({
  kinds: z.array(scanKind).default([]),
  roots: z
    .array(path.refine(isAbsolute, "must be an absolute folder, such as /srv/repositories"))
    .default([]),
  hosts: z.array(host).default([]),
  sources: z
    .union([z.literal("all"), z.array(shortName)], "must be `all` or a list of source names")
    .default([]),
  /** Whether the control plane may have it search for one person (P9). Who holds the control plane could then ask about anybody. */
  subjectSearch: z.boolean().default(false),
  limits: limits.prefault({}),
});
export type Policy = z.infer<typeof policySchema>;

export const agentYaml = z.strictObject({
  controlPlane: z
    .strictObject({
      url: z.string(),
      /** Without it, plain http is accepted for this machine only: tokens would travel readable. */
      allowHttp: z.boolean().default(false),
    })
    .optional(),
  name: shortName.optional(),
  labels: labels.default([]),
  slots: z.int().min(1).max(256).optional(),
  /** Slots that a job of a kind takes; the others take one. No job takes more than the agent has. */
  weights: z.partialRecord(scanKind, z.int().min(1).max(16)).default(HEAVY_KINDS),
  dataDir: path,
  tenantKeyFile: path,
  sources: z.array(source).max(200, "at most 200 sources").default([]),
  policy: policySchema.prefault({}),
  proxy: z.string().optional(),
  caFile: path.optional(),
  /** Own detectors, lists and what is allowed, as `dataguardian rules test` reads it. */
  detectionFile: path.optional(),
  /** Where spans of its jobs go, as OTLP over HTTP with JSON; without it none are made. */
  telemetry: z.strictObject({ otlpEndpoint: z.url({ protocol: /^https?$/ }) }).optional(),
  /** How often a job writes down how far it is, so that after a lost agent another goes on from there. */
  checkpointEveryMs: z.int().min(100).default(120_000),
});
export type AgentYaml = z.infer<typeof agentYaml>;
