/** The sample database on a real PostgreSQL server, where this machine can run the one that npm has brought. */
import { closeSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type ProcessGroup, spawnGroup } from "../stack/process-group.ts";

export const DEMO_DATABASE = "webshop";
/** A login that may read and no more. */
export const DEMO_READER = "lezer";
/** It takes some three seconds; a machine that is this slow shows the file. */
const MAX_START_MS = 20_000;

export interface DemoLogin {
  port: number;
  password: string;
}

/** Null where no server starts: the SQLite file, which holds the same rows, is scanned then. */
export async function startDemoDatabase(
  file: string,
  logFile: string,
  onStarted: (group: ProcessGroup) => void,
): Promise<DemoLogin | null> {
  const log = openSync(logFile, "a", 0o600);
  const script = fileURLToPath(new URL("demo-database-process.ts", import.meta.url));
  const group = spawnGroup([script, file], { stdio: ["pipe", "pipe", log] });
  closeSync(log);
  onStarted(group);
  // It ends with the pipe, and may have ended before.
  group.child.stdin?.on("error", () => {});
  let late: NodeJS.Timeout | undefined;
  const login = await Promise.race([
    firstLine(group),
    group.exited.then(() => null),
    new Promise<null>((resolve) => {
      late = setTimeout(() => resolve(null), MAX_START_MS);
    }),
  ]);
  clearTimeout(late);
  if (login === null) group.kill();
  return login;
}

function firstLine({ child }: ProcessGroup): Promise<DemoLogin | null> {
  return new Promise((resolve) => {
    let text = "";
    child.stdout?.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      if (text.includes("\n")) resolve(JSON.parse(text) as DemoLogin);
    });
    child.stdout?.once("end", () => resolve(null));
  });
}
