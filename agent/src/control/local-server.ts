import { chmod, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { connect } from "node:net";
import { LocalSocketError } from "./local-path.ts";
import { metricsText } from "./metrics-text.ts";
import { type AgentStatus, drainRequest } from "./status.ts";

export interface LocalHandlers {
  status(): AgentStatus;
  drain(deadlineMs?: number): void;
}

const MAX_BODY_BYTES = 4_096;
/** A reply under way, to `drain` for one, may still be written when the agent leaves. */
const LAST_REPLY_MS = 1_000;

/**
 * Listens for `dataguardian agent status` and `drain` of the same user: the socket's mode is what lets nobody else in, so that
 * metrics, too, need no port. It also is the lock on the data folder: throws
 * `LocalSocketError` when another agent answers there.
 */
export async function serveLocal(path: string, handlers: LocalHandlers): Promise<{ close(): Promise<void> }> {
  if (await answers(path)) {
    throw new LocalSocketError(
      "An agent already runs on this data folder. Stop it first, or use another dataDir.",
    );
  }
  // Left by an agent that was killed.
  if (process.platform !== "win32") await rm(path, { force: true });
  const server = createServer((request, response) => {
    if (request.method === "GET" && request.url === "/metrics") {
      response.writeHead(200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
      response.end(metricsText(handlers.status()));
      return;
    }
    void answer(request, handlers).then(({ status, body }) => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
  });
  await listen(server, path);
  return {
    close: () =>
      new Promise((resolve) => {
        const late = setTimeout(() => server.closeAllConnections(), LAST_REPLY_MS);
        server.close(() => {
          clearTimeout(late);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

async function listen(server: Server, path: string): Promise<void> {
  // Between listening and chmod nobody else may get in either.
  const before = process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(path, resolve);
    });
  } finally {
    process.umask(before);
  }
  if (process.platform !== "win32") await chmod(path, 0o600);
}

async function answer(
  request: IncomingMessage,
  handlers: LocalHandlers,
): Promise<{ status: number; body: unknown }> {
  if (request.method === "GET" && request.url === "/status") return { status: 200, body: handlers.status() };
  if (request.method === "POST" && request.url === "/drain") {
    const parsed = drainRequest.safeParse(await readJson(request));
    if (!parsed.success) return { status: 400, body: { error: "the body must be {} or {deadlineMs}" } };
    handlers.drain(parsed.data.deadlineMs);
    return { status: 202, body: handlers.status() };
  }
  return { status: 404, body: { error: "there are GET /status, GET /metrics and POST /drain" } };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const part of request.setEncoding("utf8") as AsyncIterable<string>) {
    text += part;
    if (text.length > MAX_BODY_BYTES) return null;
  }
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    return null;
  }
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
