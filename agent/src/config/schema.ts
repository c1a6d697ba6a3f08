/** `agent.yaml` as a schema. Paths may be relative to the file, except those of the policy. */
import { isAbsolute } from "node:path";
import { HEAVY_KINDS } from "@dataguardian/shared/capacity";
import { labels, scanKind, shortName } from "@dataguardian/shared/domain";
import { z } from "zod";
import { parseHostEntry } from "../policy/host.ts";

const path = z.string().min(1, "must not be empty");

/** A credential: the text itself, `env:NAME` or `file:PATH` (P4). */
const secret = z.string().min(1, "must not be empty");
const credentials = z.strictObject({ username: z.string().min(1).optional(), password: secret });

const source = z.strictObject({
  name: shortName,
  kind: scanKind,
  path: path.optional(),
  url: z.string().min(1).max(2048).optional(),
  /** database: `postgres://user@host:port/name`; its password stands in `credentials`. A SQLite file is a `path`. */
  dsn: z.string().min(1).max(2048).optional(),
  labels: labels.default([]),
  credentials: credentials.optional(),
});
export type SourceConfig = z.infer<typeof source>;

export const CPU_PRIORITIES = ["normal", "low", "lowest"] as const;
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 22:30");
/** From a time until another, over midnight when `until` is not later; `days` are those on which it begins, 0 is Sunday. */
const timeWindow = z.strictObject({
  from: clockTime,
  until: clockTime,
  days: z.array(z.int().min(0).max(6)).min(1).max(7).optional(),
});
export type TimeWindow = z.infer<typeof timeWindow>;

const limits = z.strictObject({
  /** A job that takes longer is stopped and reported as timed out. */
  maxJobMs: z.int().min(1_000).max(86_400_000).default(3_600_000),
  /** Memory of one job, with its scanning processes and git: OCR alone takes some 350 MB in each. */
  maxMemoryMb: z.int().min(128).max(1_048_576).default(2_048),
  /** Larger files are skipped and counted. Mailboxes and exports are large, and are read as they stream. */
  maxFileBytes: z.int().min(1_024).default(8_589_934_592),
  /** Room for results that wait for upload, of all jobs together. */
  spoolMb: z.int().min(1).max(1_048_576).default(512),
  /** Cores of this machine for scanning: threads of one job, and how they stand beside the machine's other work. */
  cpu: z
    .strictObject({
      threads: z.int().min(1).max(1_024).optional(),
      priority: z.enum(CPU_PRIORITIES).default("normal"),
    })
    .prefault({}),
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
  /** How often a job writes down how far it is, so that after a lost agent another goes on from there. */
  checkpointEveryMs: z.int().min(100).default(120_000),
});
export type AgentYaml = z.infer<typeof agentYaml>;
