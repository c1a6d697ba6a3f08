import { join } from "node:path";
import { createInterface } from "node:readline";
import { type ProcessGroup, spawnGroup } from "./process-group.ts";

export interface RunningControlPlane extends ProcessGroup {
  url: string;
}

/** The control plane did not start; `code` is `port`, `build` or `runtime`. */
export class StartFailure extends Error {
  override name = "StartFailure";
  readonly code: string;

  constructor(code: string, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

export interface SpawnControlPlane {
  dataDir: string;
  /** 0 takes a free one. */
  port: number;
  vars?: Record<string, string>;
  onError?: (line: string) => void;
}

/** Starts `control-plane-process.ts` in a process group of its own and waits until it answers. */
export async function spawnControlPlane(options: SpawnControlPlane): Promise<RunningControlPlane> {
  const vars = Object.entries(options.vars ?? {}).flatMap(([name, value]) => ["--var", `${name}=${value}`]);
  const script = join(import.meta.dirname, "control-plane-process.ts");
  const group = spawnGroup(
    [script, "--with-parent", "--data", options.dataDir, "--port", String(options.port), ...vars],
    // Standard input stays open as long as we live: its end tells the child that we are gone.
    { stdio: ["pipe", "pipe", "pipe"] },
  );
  let stderr = "";
  createInterface({ input: piped(group.child.stderr) }).on("line", (line) => {
    stderr = `${stderr}${line}\n`.slice(-8_000);
    options.onError?.(line);
  });
  const lines = createInterface({ input: piped(group.child.stdout) });
  const first = await Promise.race([
    new Promise<string>((done) => lines.once("line", done)),
    group.exited.then((code) => `failed runtime It ended with code ${code}. ${stderr.trim()}`),
  ]);
  const [word, rest, ...sentence] = first.split(" ");
  if (word === "ready" && rest !== undefined) return { ...group, url: rest };
  group.kill();
  throw new StartFailure(rest ?? "runtime", sentence.join(" "));
}

/** The types do not know that `stdio: "pipe"` gives a stream. */
function piped<T>(stream: T | null): T {
  if (stream === null) throw new Error("the child has no pipe");
  return stream;
}
