import { writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { type Command, Option } from "commander";
import { readIdentifiers } from "../subject/read-identifiers.ts";
import { searchSubject } from "../subject/search-subject.ts";
import { REPORT_LANGUAGES, type ReportLanguage } from "../report/report.ts";
import { subjectTable } from "../report/subject-table.ts";
import { parseDurationMs } from "./duration.ts";
import { UsageError } from "./exit.ts";
import { progressLine } from "./progress-line.ts";
import { subjectTarget } from "./subject-target.ts";

interface FindOptions {
  in: string;
  config?: string;
  format: "table" | "json";
  lang: ReportLanguage;
  output?: string;
  showValues?: true;
  files?: true;
  include?: string[];
  exclude?: string[];
  country: string;
  timeout?: string;
  quiet?: true;
}

const ASK = `One identifier a line, such as

  bsn: 999999990
  j.jansen@example.org
  +31 6 12345678
  name: Jan Jansen
  born: 12-03-1980
  customer number: KL-0012

Ctrl-D ends the list. Nothing of it leaves this machine or is written down.
`;

/** `dataguardian find …`: where one person's data is, for a request of access or erasure (GDPR 15, 17). */
export function findCommands(program: Command): void {
  const find = program.command("find").description("Find where one person's data is, on this machine alone.");
  const names = (name: string, before: string[] = []) => [...before, name];
  find
    .command("subject")
    .description(
      "reads what a person is recognised by from standard input, one a line, and tells where it stands",
    )
    .requiredOption(
      "--in <place>",
      "a source of agent.yaml by its name, a database's address, a SQLite file, a folder or a file",
    )
    .option("--config <file>", "the agent's configuration, for sources by name (default: agent.yaml)")
    .addOption(
      new Option("--format <format>", "how the result is written")
        .choices(["table", "json"])
        .default("table"),
    )
    .addOption(
      new Option("--lang <language>", "language of the table; json is for programs")
        .choices(REPORT_LANGUAGES)
        .default("en"),
    )
    .option("--output <file>", "write the result to a file instead of standard output")
    .option("--show-values", "show the primary keys of the rows, on this terminal or in this file only")
    .option(
      "--include <pattern>",
      "only tables or columns such as klanten or *.bsn; may be given again",
      names,
    )
    .option("--exclude <pattern>", "no tables or columns such as log_*; may be given again", names)
    .option("--files", "also take apart the documents and pictures in columns of bytes, which takes its time")
    .option("--country <code>", "where phone numbers without a country code are dialled", "NL")
    .option("--timeout <duration>", "give up after so long, such as 90s, 30m or 2h")
    .option("--quiet", "no progress and no notes on standard error")
    .action(findSubject);
}

async function findSubject(options: FindOptions): Promise<void> {
  const { place, shown } = await subjectTarget(options.in, options.config, process.env);
  const timeoutMs = options.timeout === undefined ? undefined : parseDurationMs(options.timeout);
  if (timeoutMs === null) throw new UsageError("--timeout takes a duration such as 90s, 30m or 2h.");
  if (process.stdin.isTTY && !options.quiet) process.stderr.write(ASK);
  const given = readIdentifiers(await text(process.stdin), options.country.toUpperCase());
  if (!given.ok) throw new UsageError(given.sentence);
  const stopped = new AbortController();
  const stop = () => stopped.abort(new UsageError("Interrupted; nothing is reported."));
  const tooLong = () =>
    stopped.abort(new UsageError("The search took longer than --timeout allows; nothing is reported."));
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const timer = timeoutMs === undefined ? undefined : setTimeout(tooLong, timeoutMs);
  const line = progressLine(options.quiet ?? false);
  try {
    const report = await searchSubject(place, given.identifiers, {
      shown,
      include: options.include,
      exclude: options.exclude,
      withKeys: options.showValues ?? false,
      withFiles: options.files ?? false,
      signal: stopped.signal,
      onProgress: line.show,
    });
    line.clear();
    const written =
      options.format === "json" ? `${JSON.stringify(report, null, 2)}\n` : subjectTable(report, options.lang);
    if (options.output === undefined) return void process.stdout.write(written);
    await writeFile(options.output, written, { mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(`${options.output} cannot be written (${error.code ?? error.name}).`);
    });
  } finally {
    clearTimeout(timer);
    line.clear();
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}
