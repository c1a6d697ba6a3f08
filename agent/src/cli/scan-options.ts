import { mkdirSync, realpathSync } from "node:fs";
import {
  DEFAULT_OCR_LANGUAGES,
  EXPOSURES,
  OCR_LANGUAGES,
  type OcrLanguage,
  SEVERITIES,
  type Severity,
} from "@dataguardian/shared/domain";
import { type Command, InvalidArgumentError, Option } from "commander";
import { UsageError } from "./exit.ts";
import { parseDurationMs } from "./duration.ts";
import { REPORT_FORMATS, type ReportFormat } from "../report/registry.ts";
import { REPORT_LANGUAGES, type ReportLanguage } from "../report/report.ts";

/** Options that every kind of scan has. */
export interface CommonOptions {
  format: ReportFormat;
  lang: ReportLanguage;
  output?: string;
  showValues?: true;
  minConfidence?: number;
  failOn: Severity | "never";
  quiet?: true;
  key?: string;
  config?: string;
  baseline?: string;
  state?: string;
  threads?: number;
  timeout?: number;
  exposure: (typeof EXPOSURES)[number];
}

export function addCommonOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--format <format>", "how the result is written").choices(REPORT_FORMATS).default("table"),
    )
    .addOption(
      new Option("--lang <language>", "language of table, html and data map; other formats are for programs")
        .choices(REPORT_LANGUAGES)
        .default("en"),
    )
    .option("--output <file>", "write the result to a file instead of standard output")
    .option("--show-values", "show the values found, on this terminal or in this file only")
    .option("--min-confidence <0..1>", "leave out findings that are less certain", parseConfidence)
    .addOption(
      new Option("--fail-on <severity>", "exit 1 when a finding is at least this grave")
        .choices([...SEVERITIES.filter((severity) => severity !== "info"), "never"])
        .default("never"),
    )
    .option("--key <file>", "the tenant's key for fingerprints (default: the one of dataguardian key create)")
    .option("--config <file>", "your own detectors, lists and what is allowed (YAML)")
    .option("--baseline <file>", "an earlier report as JSON: what stands in it is not reported again")
    .option(
      "--state <file>",
      "remember in which files nothing was found, and pass over them while they stay the same",
    )
    .option(
      "--threads <n>",
      "files that are scanned at the same time (default: as many as there are cores)",
      parseThreads,
    )
    .option("--timeout <duration>", "give up after so long, such as 90s, 30m or 2h", parseTimeout)
    .addOption(
      new Option("--exposure <reach>", "who can reach what is scanned; it weighs in the severity")
        .choices(EXPOSURES)
        .default("internal"),
    )
    .option("--quiet", "no progress and no notes on standard error");
}

/** For kinds of scans that read pictures of text. */
export function ocrLanguages(): Option {
  return new Option(
    "--ocr-languages <list>",
    `languages that pictures of text are read in, of ${OCR_LANGUAGES.join(", ")} (default: ${DEFAULT_OCR_LANGUAGES.join(",")})`,
  ).argParser((text): OcrLanguage[] => {
    const known = new Set<string>(OCR_LANGUAGES);
    const names = text.split(",").map((name) => name.trim());
    if (names.some((name) => !known.has(name)))
      throw new InvalidArgumentError(`give names such as nld,deu: ${OCR_LANGUAGES.join(", ")}.`);
    return [...new Set(names)] as OcrLanguage[];
  });
}

/** Makes the folder: a scanning process may write in one that exists, and nowhere else. */
export function redactedFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return realpathSync(folder);
  } catch (error) {
    const { code = "error" } = error as NodeJS.ErrnoException;
    throw new UsageError(`${folder} cannot be made for the redacted copies (${code}).`);
  }
}

function parseThreads(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 256)
    throw new InvalidArgumentError("give a whole number from 1 to 256.");
  return value;
}

function parseTimeout(text: string): number {
  const ms = parseDurationMs(text);
  if (ms === null || ms < 1) throw new InvalidArgumentError("give a duration such as 90s, 30m or 2h.");
  return ms;
}

function parseConfidence(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError("give a number from 0 to 1.");
  return value;
}
