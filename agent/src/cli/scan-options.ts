import { SEVERITIES, type Severity } from "@dataguardian/shared/domain";
import { type Command, InvalidArgumentError, Option } from "commander";
import { REPORT_FORMATS, type ReportFormat } from "../report/registry.ts";

/** Options that every kind of scan has. */
export interface CommonOptions {
  format: ReportFormat;
  output?: string;
  showValues?: true;
  minConfidence?: number;
  failOn: Severity | "never";
  quiet?: true;
  key?: string;
}

export function addCommonOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--format <format>", "how the result is written").choices(REPORT_FORMATS).default("table"),
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
    .option("--quiet", "no progress and no notes on standard error");
}

function parseConfidence(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError("give a number from 0 to 1.");
  return value;
}
