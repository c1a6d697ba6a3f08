import { createHash } from "node:crypto";
import { lstat, mkdir } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

/** `sun_path` holds 104 bytes on macOS and 108 on Linux, the closing zero included. */
const MAX_SOCKET_PATH_BYTES = 103;

/**
 * Where the running agent listens for `status` and `drain`: `agent.sock` in its data folder, a named pipe on Windows.
 * A data folder too deep for a socket path gets one in a private folder under the system's temporary folder.
 */
export async function localSocketPath(dataDir: string): Promise<string> {
  const name = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  if (process.platform === "win32") return `\\\\.\\pipe\\dataguardian-${name}`;
  const path = join(dataDir, "agent.sock");
  if (Buffer.byteLength(path) <= MAX_SOCKET_PATH_BYTES) return path;
  const { uid } = userInfo();
  const folder = join(tmpdir(), `dataguardian-${uid}`);
  await mkdir(folder, { mode: 0o700 }).catch(() => {});
  const found = await lstat(folder);
  // Somebody else's folder of that name could hold somebody else's socket.
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw new LocalSocketError(
      "The folder for the local socket belongs to somebody else. Choose a shorter dataDir.",
    );
  }
  return join(folder, `${name}.sock`);
}

export class LocalSocketError extends Error {}
