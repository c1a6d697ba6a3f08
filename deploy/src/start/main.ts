/** Entry of `npm start`. */
import { Command, InvalidArgumentError } from "commander";
import { join } from "node:path";
import { SCAN_KINDS, type ScanKind, scanKind } from "@dataguardian/shared/domain";
import { ROOT } from "../stack/paths.ts";
import { type ExitCode, StartFault } from "./fault.ts";
import { bringUp, type Login, type Stack, type StartOptions } from "./run.ts";
import { runScan } from "./scan.ts";
import { Shutdown } from "./shutdown.ts";
import { openTerminal } from "./terminal.ts";

const command = new Command("npm start --")
  .description("Run the control plane, an agent and a scan of each kind on samples on this machine.")
  .option("--once", "end after the scans: 0 when their results were accepted, otherwise 3 with the reason")
  .option("--port <n>", "port of the control plane on 127.0.0.1", toPort, 8787)
  .option("--data <dir>", "folder for all state", join(ROOT, ".dataguardian"))
  .option("--kinds <list>", "scan the samples of these kinds alone, such as code,website", toKinds)
  .option("--fresh", "begin anew: forget tenant, agent, scans and results in the data folder", false)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .parse();
const options = command.opts<StartOptions & { once?: true }>();

function toKinds(text: string): ScanKind[] {
  const named = text.split(",").map((kind) => scanKind.safeParse(kind.trim()));
  if (named.every(({ success }) => success)) return named.flatMap(({ data }) => data ?? []);
  throw new InvalidArgumentError(`Give some of ${SCAN_KINDS.join(",")}.`);
}

function toPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new InvalidArgumentError("Give a number from 1 to 65535.");
}

const terminal = openTerminal(process.stdout, Date.now);
const shutdown = new Shutdown();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => shutdown.onSignal(Date.now(), () => process.exit(130)));
}

/** Known as soon as there is a tenant: a password that is made once is shown once, however the start goes on. */
let login: Login | undefined;
let isLoginShown = false;
try {
  const stack = await bringUp(options, terminal, shutdown, (made) => (login = made));
  shutdown.signal.throwIfAborted();
  const scans = [];
  const samples = stack.samples.filter(({ kind }) => options.kinds?.includes(kind) ?? true);
  for (const sample of samples) scans.push(await runScan(stack, sample, terminal, shutdown.signal));
  showLogin(`/scans/${scans[0]?.id ?? ""}`);
  if (options.once !== true) {
    terminal.print("Everything keeps running. Ctrl-C drains the agent and stops.");
    await untilAsked(stack);
  }
} catch (error) {
  terminal.clear();
  if (!isLoginShown) showLogin("");
  if (!shutdown.signal.aborted) process.exitCode = complain(error);
  else if (options.once === true) process.exitCode = 130;
}
await shutdown.end();
terminal.clear();
// Keep-alive sockets of fetch would hold the process for some seconds more.
process.exit();

function complain(error: unknown): ExitCode {
  if (error instanceof StartFault) {
    console.error(`\ndataguardian: ${error.message}\n`);
    return error.exitCode;
  }
  console.error(error);
  return 3;
}

function showLogin(page: string): void {
  if (login === undefined) return;
  isLoginShown = true;
  const { url, owner } = login;
  const password =
    owner.created === null
      ? "shown at the first start; --fresh makes a new one"
      : `${owner.created.password}   (shown this once: write it down)`;
  terminal.print(`Console   ${url}${page}`, `Sign in   ${owner.email}`, `Password  ${password}`, "");
}

async function untilAsked({ broken }: Stack): Promise<void> {
  const asked = new Promise<null>((done) => {
    if (shutdown.signal.aborted) done(null);
    shutdown.signal.addEventListener("abort", () => done(null));
  });
  const sentence = await Promise.race([asked, broken]);
  if (sentence !== null) throw new StartFault(3, sentence);
}
