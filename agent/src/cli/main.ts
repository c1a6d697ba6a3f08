#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { keepCompiledCode } from "../compiled-code.ts";

/** Subcommands are loaded when they are called, so that `--help` is quick. */
interface Group {
  name: string;
  summary: string;
  register: (program: Command) => Promise<void>;
}

const GROUPS: readonly Group[] = [
  {
    name: "scan",
    summary: "scan code or text for personal data and secrets",
    register: async (program) => (await import("./scan.ts")).scanCommands(program),
  },
  {
    name: "find",
    summary: "find where one person's data is, for a request of access or erasure",
    register: async (program) => (await import("./find.ts")).findCommands(program),
  },
  {
    name: "agent",
    summary: "enrol this machine and run scans for the control plane",
    register: async (program) => (await import("./agent.ts")).agentCommands(program),
  },
  {
    name: "key",
    summary: "make and show the key that fingerprints are made with",
    register: async (program) => (await import("./key.ts")).keyCommands(program),
  },
  {
    name: "rules",
    summary: "what is looked for, and what it means in law",
    register: async (program) => (await import("./rules.ts")).rulesCommands(program),
  },
  {
    name: "plan",
    summary: "how many agents an organisation needs, and what it costs",
    register: async (program) => (await import("./plan.ts")).planCommand(program),
  },
];

const version = () =>
  (JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string })
    .version;

function newProgram(): Command {
  return new Command("dataguardian")
    .description("Finds personal data and secrets where the data is.")
    .version(version(), "-V, --version")
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "dataguardian: ")) })
    .showHelpAfterError("Add --help to see how it is used.");
}

async function main(argv: readonly string[]): Promise<void> {
  const program = newProgram();
  const wanted = GROUPS.find((group) => group.name === argv[0]);
  if (wanted) await wanted.register(program);
  else for (const { name, summary } of GROUPS) program.command(name).description(summary);
  if (argv.length === 0) program.help();
  await program.parseAsync(argv, { from: "user" });
}

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 3));

keepCompiledCode();
try {
  await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    const { explain } = await import("./exit.ts");
    const { sentence, code } = explain(error);
    process.stderr.write(`dataguardian: ${sentence}\n`);
    process.exitCode = code;
  }
}
