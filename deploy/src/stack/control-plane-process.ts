/**
 * The control plane as a process of its own: `node control-plane-process.ts --data DIR [--port N] [--var NAME=VALUE …]`.
 * Standard output carries one line, `ready URL` or `failed CODE SENTENCE`; errors of the Worker go to standard error.
 * SIGTERM or SIGINT ends it and workerd with it; so does the end of standard input under `--with-parent`.
 */
import { mkdirSync, rmSync } from "node:fs";
import { Command } from "commander";
import { BuildError } from "./build.ts";
import { type ControlPlane, startControlPlane } from "./control-plane.ts";
import { dataPaths } from "./paths.ts";

const command = new Command()
  .requiredOption("--data <dir>", "folder for state and logs")
  .option("--port <n>", "port on 127.0.0.1; 0 takes a free one", "8787")
  .option("--var <name=value>", "a further variable of the Worker", collect, {})
  .option("--with-parent", "end when standard input does")
  .parse();
const options = command.opts<{
  data: string;
  port: string;
  var: Record<string, string>;
  withParent?: true;
}>();

function collect(text: string, before: Record<string, string>): Record<string, string> {
  const at = text.indexOf("=");
  return at < 1 ? before : { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}

// Miniflare unpacks itself into the folder for temporary files; a killed one would leave it in the system's for good.
const { tmp } = dataPaths(options.data);
rmSync(tmp, { recursive: true, force: true });
mkdirSync(tmp, { recursive: true });
process.env["TMPDIR"] = tmp;

const starting = startControlPlane({
  port: Number(options.port),
  dataDir: options.data,
  vars: options.var,
  onError: (line) => console.error(line),
});
starting.then(
  (controlPlane) => console.log(`ready ${controlPlane.url}`),
  (error: unknown) => {
    if (error instanceof BuildError) console.error(error.output);
    console.log(
      `failed ${codeOf(error)} ${error instanceof Error ? error.message.split("\n")[0] : "unknown"}`,
    );
    process.exitCode = 3;
  },
);

let ending: Promise<void> | undefined;
function end(): void {
  ending ??= starting.then(stop, () => undefined).finally(() => process.exit());
}
const stop = (controlPlane: ControlPlane) => controlPlane.stop();
process.on("SIGTERM", end);
process.on("SIGINT", end);
if (options.withParent === true) process.stdin.on("end", end).on("error", end).resume();

/** Miniflare's codes are its own; only a taken port matters to who started us. */
function codeOf(error: unknown): string {
  if (error instanceof BuildError) return "build";
  const text = String(
    error instanceof Error ? `${error.message} ${(error as { code?: string }).code}` : error,
  );
  return /EADDRINUSE|already in use|ERR_ADDRESS_IN_USE/i.test(text) ? "port" : "runtime";
}
