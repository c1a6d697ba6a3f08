import type { Dispatcher } from "undici";
import { z } from "zod";
import { AnswerError, ENDPOINT_FAULTS } from "./endpoint-faults.ts";

const text = z.string().nullish();
/** Chat, text completion, and a piece of either where an endpoint streams though it was not asked to. */
const reply = z.object({
  choices: z.array(
    z.object({
      text,
      message: z.object({ content: text }).nullish(),
      delta: z.object({ content: text }).nullish(),
    }),
  ),
});

/** The text of an answer. Throws `AnswerError`. */
export async function readAnswer(
  { body, headers }: Dispatcher.ResponseData,
  maxBytes: number,
): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    if (bytes > maxBytes) {
      body.on("error", () => {}).destroy();
      throw new AnswerError(ENDPOINT_FAULTS.large);
    }
    parts.push(part);
  }
  const whole = Buffer.concat(parts).toString("utf8");
  const isStream = String(headers["content-type"] ?? "").startsWith("text/event-stream");
  // The last piece of a stream may be of the costs alone.
  if (isStream)
    return eventsOf(whole)
      .map((event) => textOf(event) ?? "")
      .join("");
  const answer = textOf(whole);
  if (answer === null) throw new AnswerError(ENDPOINT_FAULTS.shape);
  return answer;
}

/** Server-sent events: lines of `data:`, the last of which is `[DONE]`. */
function eventsOf(stream: string): string[] {
  const events = [...stream.matchAll(/^data: ?(.*)$/gm)].map(([, data]) => (data ?? "").trim());
  const pieces = events.filter((data) => data !== "[DONE]" && data !== "");
  if (pieces.length === 0) throw new AnswerError(ENDPOINT_FAULTS.shape);
  return pieces;
}

/** Null where it is an answer with nothing in it. */
function textOf(json: string): string | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new AnswerError(ENDPOINT_FAULTS.shape);
  }
  const parsed = reply.safeParse(value);
  if (!parsed.success) throw new AnswerError(ENDPOINT_FAULTS.shape);
  const [choice] = parsed.data.choices;
  return choice === undefined
    ? null
    : (choice.message?.content ?? choice.delta?.content ?? choice.text ?? "");
}
