/** `dataguardian agent …` */
import { type Command, InvalidArgumentError, Option } from "commander";
import { type AgentConfig, ConfigError, controlPlaneUrlFault, loadConfig } from "../config/index.ts";
import { EnrolError, enroll } from "../control/enroll.ts";
import { examine } from "../control/doctor.ts";
import { askLocal } from "../control/local-client.ts";
import { LocalSocketError, localSocketPath } from "../control/local-path.ts";
import { metricsText } from "../control/metrics-text.ts";
import { createOutbound } from "../control/outbound.ts";
import { runAgent, RunError } from "../control/run.ts";
import { LOG_LEVELS, type LogLevel, stderrLog } from "../log/index.ts";
import { checkLine, statusText } from "./agent-text.ts";
import { parseDurationMs } from "./duration.ts";
import { EXIT, UsageError } from "./exit.ts";

/** Adds `dataguardian agent …` to the program. */
export function agentCommands(program: Command): void {
  const agent = program.command("agent").description("run an agent that scans where the data is");
  const config = () => new Option("--config <file>", "the agent's configuration").default("agent.yaml");
  const deadline = () =>
    new Option("--deadline <duration>", "hand back what still runs after this long, such as 110s").argParser(
      duration,
    );

  agent
    .command("enroll")
    .description("register this agent with a control plane")
    .addOption(config())
    .requiredOption(
      "--token <token>",
      "enrolment token from the console, or - to read it from standard input",
    )
    .option("--url <url>", "the control plane's address, instead of controlPlane.url")
    .option("--name <name>", "the agent's name, instead of the one in the configuration")
    .action((options: EnrollOptions) => guarded(() => enrollCommand(options)));
  agent
    .command("run")
    .description(
      "connect and work until drained; the first Ctrl-C or SIGTERM drains, the second hands back at once",
    )
    .addOption(config())
    .addOption(deadline())
    .addOption(
      new Option("--log-level <level>", "least important line to log").choices(LOG_LEVELS).default("info"),
    )
    .action((options: RunOptions) => guarded(() => runCommand(options)));
  agent
    .command("status")
    .description("what the running agent does")
    .addOption(config())
    .option("--json", "as one JSON object")
    .option("--metrics", "as figures for Prometheus, such as for node_exporter's textfile collector")
    .action((options: StatusOptions) => guarded(() => statusCommand(options)));
  agent
    .command("drain")
    .description("let the running agent finish its jobs and stop")
    .addOption(config())
    .addOption(deadline())
    .action((options: { config: string; deadline?: number }) => guarded(() => drainCommand(options)));
  agent
    .command("doctor")
    .description("check everything that an agent needs")
    .addOption(config())
    .action((options: { config: string }) => guarded(() => doctorCommand(options)));
}

interface EnrollOptions {
  config: string;
  token: string;
  url?: string;
  name?: string;
}

interface RunOptions {
  config: string;
  deadline?: number;
  logLevel: LogLevel;
}

function duration(text: string): number {
  const ms = parseDurationMs(text);
  if (ms === null) throw new InvalidArgumentError("Write a number with ms, s, m or h, such as 110s.");
  return ms;
}

async function enrollCommand(options: EnrollOptions): Promise<void> {
  const config = await loadConfig(options.config, process.env);
  const url = options.url ?? config.controlPlane?.url;
  if (url === undefined)
    throw new UsageError("Give the control plane's address with --url or as controlPlane.url.");
  const fault = controlPlaneUrlFault(url, config.controlPlane?.allowHttp ?? false);
  if (fault !== null) throw new UsageError(`The control plane's address ${fault}`);
  const token = options.token === "-" ? await readLine() : options.token;
  const outbound = createOutbound({ ...config, url, env: process.env });
  try {
    const name = options.name ?? config.name;
    const { agentId, tenantName } = await enroll({
      outbound,
      dataDir: config.dataDir,
      token,
      name,
      labels: config.labels,
    });
    say(
      `Enrolled ${name} as ${agentId} with ${tenantName}. Start it with: dataguardian agent run --config ${options.config}`,
    );
  } finally {
    await outbound.close();
  }
}

async function runCommand(options: RunOptions): Promise<void> {
  const config = await loadConfig(options.config, process.env);
  await runAgent({
    config,
    log: stderrLog(options.logLevel),
    env: process.env,
    onReady(controls) {
      let signals = 0;
      const onSignal = () => {
        if (++signals === 1) controls.drain(options.deadline);
        else controls.handBackAll();
      };
      process.on("SIGTERM", onSignal);
      process.on("SIGINT", onSignal);
    },
  });
  process.exit(0);
}

interface StatusOptions {
  config: string;
  json?: true;
  metrics?: true;
}

async function statusCommand(options: StatusOptions): Promise<void> {
  const config = await loadConfig(options.config, process.env);
  const status = await askLocal(await localSocketPath(config.dataDir), { method: "GET", url: "/status" });
  if (status === null) throw notRunning(config);
  if (options.metrics === true) process.stdout.write(metricsText(status));
  else say(options.json === true ? JSON.stringify(status, null, 2) : statusText(status));
}

async function drainCommand(options: { config: string; deadline?: number }): Promise<void> {
  const config = await loadConfig(options.config, process.env);
  const body = options.deadline === undefined ? {} : { deadlineMs: options.deadline };
  const status = await askLocal(await localSocketPath(config.dataDir), {
    method: "POST",
    url: "/drain",
    body,
  });
  if (status === null) throw notRunning(config);
  const left = status.jobs.length;
  say(
    left === 0
      ? "Draining: nothing runs, the agent stops now."
      : `Draining: the agent stops when ${left} job(s) have ended.`,
  );
}

async function doctorCommand(options: { config: string }): Promise<void> {
  const config = await loadConfig(options.config, process.env);
  const checks = await examine(config, process.env);
  for (const check of checks) say(checkLine(check));
  if (checks.some((check) => check.state === "fail")) process.exitCode = EXIT.incomplete;
}

function notRunning(config: AgentConfig): RunError {
  return new RunError(`No agent runs on ${config.dataDir}. Start one with: dataguardian agent run`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function readLine(): Promise<string> {
  let text = "";
  for await (const part of process.stdin.setEncoding("utf8") as AsyncIterable<string>) text += part;
  return text.trim();
}

/** Expected failures become a sentence and an exit code; the others are for `main.ts`. */
async function guarded(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const usage = error instanceof ConfigError || error instanceof UsageError;
    if (
      !usage &&
      !(error instanceof EnrolError || error instanceof RunError || error instanceof LocalSocketError)
    ) {
      throw error;
    }
    process.stderr.write(`dataguardian: ${error.message}\n`);
    process.exitCode = usage ? EXIT.usage : EXIT.incomplete;
  }
}
