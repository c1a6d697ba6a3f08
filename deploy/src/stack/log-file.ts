import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";

const MAX_BYTES = 10 * 1024 * 1024;

export interface LogFile {
  write(line: string): void;
  close(): Promise<void>;
}

/** Opens a log for appending. A full one is put aside as `.1` first, so logs never take more than twice 10 MiB. */
export function openLogFile(path: string): LogFile {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && statSync(path).size > MAX_BYTES) renameSync(path, `${path}.1`);
  const stream = createWriteStream(path, { flags: "a", mode: 0o600 });
  return {
    write: (line) => void stream.write(`${line}\n`),
    close: () => new Promise((done) => stream.end(done)),
  };
}

/**
 * One log line of the runtime as JSON. The Worker writes JSON itself and goes through as it is; what the runtime adds of its
 * own accord gets the same shape.
 */
export function toLogLine(entry: { timestamp: number; level: string; message: string }): string {
  if (entry.message.startsWith("{") && entry.message.endsWith("}")) return entry.message;
  const at = new Date(entry.timestamp).toISOString();
  return JSON.stringify({ at, level: entry.level, event: "runtime", message: entry.message });
}
