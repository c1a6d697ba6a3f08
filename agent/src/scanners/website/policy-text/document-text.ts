/** The text of a document, such as a privacy statement as a PDF: taken apart in a process of its own, as every document is. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { compiledCodeFor } from "../../../compiled-code.ts";
import { confined, ScratchFolder } from "../../../pipeline/workers/confinement.ts";
import type { DocumentText } from "./document-text-process.ts";

const ENTRY = new URL("document-text-process.ts", import.meta.url);
const HEAP_MB = 512;
const READ_MS = 60_000;

/** What its reader sees, a part a line; null where the format cannot be read, or not in time. */
export async function documentText(bytes: Uint8Array, signal: AbortSignal): Promise<string | null> {
  const scratch = new ScratchFolder();
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const child = fork(fileURLToPath(ENTRY), [], {
    execArgv: [`--max-old-space-size=${HEAP_MB}`, ...confined([scratch.path])],
    env: { ...process.env, ...compiledCodeFor(scratch.path), TMPDIR: scratch.path },
    serialization: "advanced",
    // What a library prints in there may hold values.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const end = () => void child.kill("SIGKILL");
  const timer = setTimeout(end, READ_MS);
  signal.addEventListener("abort", end, { once: true });
  const closed = new Promise<void>((done) => {
    child.once("close", () => done());
    child.once("error", () => done());
  });
  void closed.then(() => resolve(null));
  child.once("message", ({ text }: DocumentText) => resolve(text));
  child.send(bytes, () => {});
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", end);
    end();
    await closed;
    scratch.remove();
  }
}
