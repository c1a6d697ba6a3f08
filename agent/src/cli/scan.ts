import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import {
  type OcrLanguage,
  placeOf,
  spotIn,
  type ScanKind,
  type ScanOptions,
  type ScanReport,
  scanOptions,
  type Severity,
  SEVERITIES,
} from "@dataguardian/shared/domain";
import type { Command } from "commander";
import { Sensitive } from "../detection/sensitive.ts";
import { defaultKeyPath, loadTenantKey, TenantKeyError, tenantKeyId } from "../detection/tenant-key.ts";
import { ENGINE_VERSION, RULES_VERSION } from "../detection/version.ts";
import { loadDetectionConfig } from "../config/index.ts";
import { NOTHING_CUSTOM } from "../detection/custom/schema.ts";
import { readBaseline } from "../pipeline/baseline.ts";
import { UnchangedFiles } from "../pipeline/unchanged-files.ts";
import { mergeOutcomes } from "../pipeline/merge-outcomes.ts";
import { ScanError } from "../pipeline/scan-error.ts";
import { createRedactor } from "../pipeline/redact.ts";
import { runScanner, type ScanOutcome } from "../pipeline/run-scan.ts";
import { DEFAULT_LIMITS, type ScanContext, WHOLE } from "../pipeline/scan-job.ts";
import { REPORT_WRITERS } from "../report/registry.ts";
import { aiModelScanner } from "../scanners/ai-model/ai-model-scanner.ts";
import { codeScanner } from "../scanners/code/code-scanner.ts";
import { databaseScanner } from "../scanners/database/database-scanner.ts";
import { documentScanner } from "../scanners/document/document-scanner.ts";
import { imageScanner } from "../scanners/image/image-scanner.ts";
import type { Scanner } from "../scanners/scanner.ts";
import { textScanner } from "../scanners/text/text-scanner.ts";
import { websiteScanner } from "../scanners/website/website-scanner.ts";
import {
  addDatabaseOptions,
  type DatabaseOptions,
  databaseExtras,
  databaseOptionsOf,
  databaseTarget,
} from "./database-options.ts";
import { isExperimental } from "../sources/database/experimental.ts";
import { EXIT, UsageError } from "./exit.ts";
import { addModelOptions, modelEndpoint, type ModelOptions, modelOptionsOf } from "./model-options.ts";
import { progressLine } from "./progress-line.ts";
import { addCommonOptions, type CommonOptions, ocrLanguages, redactedFolder } from "./scan-options.ts";
import {
  addWebsiteOptions,
  websiteAccessOf,
  type WebsiteOptions,
  websiteOptionsOf,
} from "./website-options.ts";

/** `dataguardian scan …`: scans that need no control plane. */
export function scanCommands(program: Command): void {
  const scan = program
    .command("scan")
    .description("Scan for personal data and secrets, on this machine alone.");

  const code = scan
    .command("code <target...>")
    .description("a folder, a file, or a git repository here or at an address");
  addCommonOptions(code)
    .option("--ref <ref>", "branch, tag or commit instead of the working tree")
    .option("--since <commit>", "only what changed after this commit")
    .option("--staged", "only what the next commit will be, as a pre-commit hook wants it")
    .option("--history", "every version of every file that a branch or tag leads to")
    .option("--unreachable", "with --history: also stashes, and what no name leads to any more")
    .option("--git-metadata", "with --history: also what commits and tags say, and who made them")
    .action((targets: string[], options: CommonOptions & GitOptions) =>
      scanAndReport("code", targets, () => codeScanner, options),
    );

  const document = scan
    .command("document <target...>")
    .description("a folder or a file: documents, tables, mail and archives, with what is in them");
  addCommonOptions(document)
    .addOption(ocrLanguages())
    .action((targets: string[], options: CommonOptions & PictureOptions) =>
      scanAndReport("document", targets, () => documentScanner, options),
    );

  const image = scan
    .command("image <target...>")
    .description("a folder or a file: pictures, read with OCR on this machine");
  addCommonOptions(image)
    .addOption(ocrLanguages())
    .option("--redacted <folder>", "write copies there with black over what was found")
    .action((targets: string[], options: CommonOptions & PictureOptions) =>
      scanAndReport("image", targets, () => imageScanner, options),
    );

  const aiModel = scan
    .command("ai-model <target...>")
    .description(
      "a folder or a file: what models run when they are loaded, and whose data is in and beside them; or an address where a model answers: whose data it gives out",
    );
  addModelOptions(addCommonOptions(aiModel)).action(
    async (targets: string[], options: CommonOptions & ModelOptions) => {
      const own = await modelOptionsOf(options);
      const model = await modelEndpoint(targets, options, process.env);
      await scanAndReport("ai-model", targets, () => aiModelScanner, options, own, model && { model });
    },
  );

  const website = scan
    .command("website <url>")
    .description(
      "a website: what it keeps, sends, publishes, asks for and says, and how it is protected on the way",
    );
  addWebsiteOptions(addCommonOptions(website)).action(
    async (target: string, options: CommonOptions & WebsiteOptions) => {
      const website = await websiteAccessOf(options, process.env);
      const own = websiteOptionsOf(options);
      await scanAndReport("website", [target], () => websiteScanner, options, own, { website });
    },
  );

  const database = scan
    .command("database <target>")
    .description(
      "a SQLite file, postgres://user@host/name with its password in PGPASSWORD, or mysql://user@host/name with MYSQL_PWD",
    );
  addDatabaseOptions(addCommonOptions(database)).action(
    async (target: string, options: CommonOptions & DatabaseOptions) => {
      const { settings, shown } = databaseTarget(target, process.env);
      if (isExperimental(settings) && !options.quiet)
        console.error(
          "Reading such a server is experimental: our tests have none. Compare what is found with what you know.",
        );
      const { access, save } = await databaseExtras(options, shown);
      const own = databaseOptionsOf(options);
      await scanAndReport("database", [shown], () => databaseScanner, options, own, {
        database: settings,
        ...access,
      });
      await save();
    },
  );

  const text = scan.command("text <input>").description("standard input, given as -");
  addCommonOptions(text).action((input: string, options: CommonOptions) => {
    if (input !== "-") throw new UsageError("scan text reads standard input: give - as its input.");
    return scanAndReport("document", [input], () => textScanner(process.stdin), options);
  });
}

interface GitOptions {
  ref?: string;
  since?: string;
  staged?: true;
  history?: true;
  unreachable?: true;
  gitMetadata?: true;
}

interface PictureOptions {
  ocrLanguages?: OcrLanguage[];
  redacted?: string;
}

const NO_DETECTION_CONFIG = { custom: NOTHING_CUSTOM, allow: [] };

async function scanAndReport(
  kind: ScanKind,
  targets: readonly string[],
  scannerFor: (target: string) => Scanner,
  options: CommonOptions & GitOptions & PictureOptions,
  own: ScanOptions = {},
  access: Pick<ScanContext, "database" | "website" | "model" | "processingRecord" | "onDataMapLine"> = {},
): Promise<void> {
  const parsed = scanOptions.safeParse({
    ...own,
    ref: options.ref,
    since: options.since,
    staged: options.staged,
    history: options.history,
    unreachable: options.unreachable,
    gitMetadata: options.gitMetadata,
    ocrLanguages: options.ocrLanguages,
    minConfidence: options.minConfidence,
    exposure: options.exposure,
  });
  if (!parsed.success)
    throw new UsageError("--ref and --since take the name of a branch or tag, or a commit id.");
  const { key, keyId } = await fingerprintKey(options);
  const { custom, allow } =
    options.config === undefined ? NO_DETECTION_CONFIG : await loadDetectionConfig(options.config);
  const baseline =
    options.baseline === undefined ? new Set<string>() : await readBaseline(options.baseline, keyId);
  const unchanged =
    options.state === undefined
      ? undefined
      : await UnchangedFiles.open(options.state, [
          kind,
          ENGINE_VERSION,
          RULES_VERSION,
          custom,
          parsed.data.ocrLanguages,
        ]);
  const interrupted = new AbortController();
  const stop = () => interrupted.abort(new UsageError("Interrupted; nothing is reported."));
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const tooLong = () =>
    interrupted.abort(
      new ScanError("timeout", "The scan took longer than --timeout allows; nothing is reported."),
    );
  const timer = options.timeout === undefined ? undefined : setTimeout(tooLong, options.timeout);

  const startedAt = new Date();
  const findings: ScanReport["findings"] = [];
  const outcomes: ScanOutcome[] = [];
  const line = progressLine(options.quiet ?? false);
  try {
    for (const target of targets) {
      const job = { kind, target, options: parsed.data, shard: WHOLE };
      outcomes.push(
        await runScanner(scannerFor(target), job, {
          fingerprintKey: key,
          signal: interrupted.signal,
          limits: {
            ...DEFAULT_LIMITS,
            ...(options.threads === undefined ? {} : { threads: options.threads }),
          },
          custom,
          withValues: options.showValues ?? false,
          ...access,
          ...(options.redacted === undefined ? {} : { redactedDir: redactedFolder(options.redacted) }),
          ...(unchanged ? { unchanged } : {}),
          screening: { allow, baseline },
          onProgress: line.show,
          emit: (finding, value) => {
            const { path } = finding.location;
            const placed =
              targets.length > 1 && path !== undefined
                ? { ...finding.location, path: `${target.replace(/\/+$/, "")}/${path}` }
                : finding.location;
            const shown = options.showValues ? { value: Sensitive.reveal(value) } : {};
            findings.push({ ...finding, location: placed, ...shown });
          },
        }),
      );
    }
  } finally {
    clearTimeout(timer);
    line.clear();
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }

  await unchanged?.save();
  const report: ScanReport = {
    schema: "dataguardian.scan/1",
    scan: {
      kind,
      target: createRedactor(key).text(targets.join(" ")),
      engineVersion: ENGINE_VERSION,
      rulesVersion: RULES_VERSION,
      startedAt: startedAt.toISOString(),
      durationMs: Date.now() - startedAt.getTime(),
      ...(keyId === undefined ? {} : { keyId }),
      ...(access.website?.evidenceDir === undefined || own.website?.static === true
        ? {}
        : { evidence: access.website.evidenceDir }),
    },
    ...mergeOutcomes(outcomes),
    findings: findings.sort(byPlace),
  };
  await write(report, options);
  if (reaches(report, options.failOn)) process.exitCode = EXIT.reachedFailOn;
}

async function write(report: ScanReport, { format, lang, output }: CommonOptions): Promise<void> {
  const color = output === undefined && process.stdout.isTTY && !process.env["NO_COLOR"];
  const text = REPORT_WRITERS[format](report, { color, lang });
  if (output === undefined) return void process.stdout.write(text);
  await writeFile(output, text, { mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${output} cannot be written (${error.code ?? error.name}).`);
  });
}

type Placed = ScanReport["findings"][number];

/** Threads finish in any order; two reports of one source shall be the same. */
function byPlace({ location: a }: Placed, { location: b }: Placed): number {
  const names = compare(placeOf(a), placeOf(b)) || compare(a.member ?? "", b.member ?? "");
  if (names === 0 && a.path === undefined) return compare(spotIn(a), spotIn(b));
  return names || (a.page ?? 0) - (b.page ?? 0) || (a.offset ?? -1) - (b.offset ?? -1);
}

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

/** The tenant's key; without one, a key for this run alone, so that fingerprints still tell equal values apart. */
async function fingerprintKey({
  key: file,
  quiet,
}: CommonOptions): Promise<{ key: Uint8Array; keyId?: string }> {
  try {
    const key = await loadTenantKey(file ?? defaultKeyPath(process.env));
    return { key, keyId: tenantKeyId(key) };
  } catch (error) {
    if (file !== undefined) throw error;
    if (!(error instanceof TenantKeyError) || error.code !== "absent") throw error;
    if (!quiet)
      process.stderr.write(
        "No tenant key: fingerprints of this scan cannot be compared with those of others (dataguardian key create).\n",
      );
    return { key: randomBytes(32) };
  }
}

function reaches({ summary }: ScanReport, failOn: Severity | "never"): boolean {
  if (failOn === "never") return false;
  const grave = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return grave.some((severity) => (summary.bySeverity[severity] ?? 0) > 0);
}
