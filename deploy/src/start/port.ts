import { once } from "node:events";
import { createServer } from "node:net";
import { StartFault } from "./fault.ts";

/** Throws a `StartFault` when something listens on the port already, or the port is not ours to take. */
export async function assertPortFree(port: number): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, "127.0.0.1");
    await once(probe, "listening");
  } catch (error) {
    throw new StartFault(2, portSentence(port, (error as NodeJS.ErrnoException).code));
  } finally {
    probe.close();
  }
}

export function portSentence(port: number, code: string | undefined): string {
  const another = `npm start -- --port ${port === 8787 ? 8788 : 8787}`;
  return code === "EACCES"
    ? `Port ${port} needs more rights than this user has. Choose one above 1023: ${another}`
    : `Port ${port} is taken. Stop the program that listens there, or choose another: ${another}`;
}
