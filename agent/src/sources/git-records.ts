import { spawn } from "node:child_process";
import { gitEnv, SAFE_CONFIG } from "./git.ts";

const MAX_ERROR_CHARS = 2_000;

/**
 * What a git command prints, record by record as it comes: the history of a large repository is longer than memory.
 * Records end in `end`. Throws an `Error` with git's message, which is for `gitError` and nobody else (P5).
 */
export async function* gitRecords(
  repository: string,
  args: readonly string[],
  signal: AbortSignal,
  end = "\0",
): AsyncGenerator<string, void, undefined> {
  const settings = SAFE_CONFIG.flatMap((setting) => ["-c", setting]);
  const git = spawn("git", [...settings, ...args], {
    cwd: repository,
    env: gitEnv(process.env),
    signal,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let failure: Error | null = null;
  let complaint = "";
  git.stderr.setEncoding("utf8").on("data", (text: string) => {
    if (complaint.length < MAX_ERROR_CHARS) complaint += text;
  });
  git.on("error", (error) => (failure = error));
  const closed = new Promise<number | null>((resolve) => git.once("close", resolve));
  try {
    git.stdout.setEncoding("utf8");
    let rest = "";
    for await (const text of git.stdout as AsyncIterable<string>) {
      const records = (rest + text).split(end);
      rest = records.pop() ?? "";
      yield* records;
    }
    if (rest !== "") yield rest;
    const code = await closed;
    signal.throwIfAborted();
    if (failure) throw failure;
    if (code !== 0) throw new Error(complaint === "" ? "unknown revision" : complaint);
  } finally {
    git.kill();
    await closed;
  }
}
