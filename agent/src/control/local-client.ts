import { request } from "node:http";
import { type AgentStatus, agentStatus } from "./status.ts";

const TIMEOUT_MS = 5_000;

/** Asks the running agent. Null when none runs on this data folder; throws when it answers nonsense. */
export function askLocal(
  path: string,
  ask: { method: "GET"; url: "/status" } | { method: "POST"; url: "/drain"; body: { deadlineMs?: number } },
): Promise<AgentStatus | null> {
  return new Promise((resolve, reject) => {
    // No kept-alive socket: the agent may have gone by the next question.
    const call = request({
      agent: false,
      socketPath: path,
      method: ask.method,
      path: ask.url,
      timeout: TIMEOUT_MS,
    });
    call.once("timeout", () => call.destroy(new Error("the agent does not answer")));
    call.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ECONNREFUSED") resolve(null);
      else reject(error);
    });
    call.once("response", (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        text += part;
      });
      response.once("end", () => {
        try {
          resolve(agentStatus.parse(JSON.parse(text)));
        } catch (error) {
          reject(error as Error);
        }
      });
    });
    call.end("body" in ask ? JSON.stringify(ask.body) : undefined);
  });
}
