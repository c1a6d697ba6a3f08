/** For tests: a server on this machine that plays back what a model would say. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { type TestSite, testSite } from "../../website/network/test-site.ts";

export interface Asked {
  path: string;
  key: string | undefined;
  /** What the request holds, as it came. */
  body: Record<string, unknown>;
  /** The text to write on from, with the instruction before it. */
  prompt: string;
}

/** A text, or whatever else the server does. */
type Answer = string | ((response: ServerResponse) => void);

export async function fakeModel(
  say: (asked: Asked, number: number) => Answer,
): Promise<TestSite & { asked: Asked[] }> {
  const asked: Asked[] = [];
  const site = await testSite((request, response) => {
    void bodyOf(request).then((body) => {
      const [message] = (body["messages"] ?? []) as { content: string }[];
      const prompt = message?.content ?? String(body["prompt"] ?? "");
      const one = { path: request.url ?? "", key: request.headers.authorization, body, prompt };
      asked.push(one);
      const answer = say(one, asked.length);
      if (typeof answer !== "string") return answer(response);
      const isChat = one.path.endsWith("/chat/completions");
      const choice = isChat ? { message: { role: "assistant", content: answer } } : { text: answer };
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ id: "x", choices: [{ index: 0, finish_reason: "stop", ...choice }] }));
    });
  });
  return { ...site, asked };
}

/** An answer that only has a status. */
export const refusing =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(status, headers).end('{"error":{"message":"no"}}');

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = "";
  for await (const part of request) text += String(part);
  return JSON.parse(text) as Record<string, unknown>;
}
