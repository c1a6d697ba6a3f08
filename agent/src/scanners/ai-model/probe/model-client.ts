/** Asks a model for text over the interface that OpenAI's API has made usual: Ollama, vLLM, llama.cpp and others speak it. */
import { setTimeout as pause } from "node:timers/promises";
import { type Dispatcher, request } from "undici";
import { Sensitive } from "../../../detection/sensitive.ts";
import { dispatcherOf, faultOf } from "../../website/network/guarded-fetch.ts";
import type { NetworkGuard } from "../../website/network/network-guard.ts";
import { DIALECTS, type Question } from "./dialects.ts";
import { AnswerError, ENDPOINT_FAULTS, faultOfStatus } from "./endpoint-faults.ts";
import { readAnswer } from "./read-answer.ts";
import type { ModelEndpoint, ProbeLimits } from "./settings.ts";

const BUSY = new Set([408, 429, 500, 502, 503, 504, 529]);

export class ModelClient {
  readonly #endpoint: ModelEndpoint;
  readonly #limits: ProbeLimits;
  readonly #dispatcher: Dispatcher;
  readonly #signal: AbortSignal;
  /** The first of the dialects that the endpoint has not refused. */
  #dialect = 0;
  #asked = 0;

  constructor(endpoint: ModelEndpoint, limits: ProbeLimits, guard: NetworkGuard, signal: AbortSignal) {
    this.#endpoint = endpoint;
    this.#limits = limits;
    this.#dispatcher = dispatcherOf({ guard });
    this.#signal = signal;
  }

  async close(): Promise<void> {
    await this.#dispatcher.destroy();
  }

  /** The model's text. Throws `AnswerError` with what to count, and the signal's reason when aborted. */
  async ask(question: Question): Promise<string> {
    let busy = 0;
    for (let dialect = this.#dialect; ;) {
      if (this.#asked >= this.#limits.requests) throw new AnswerError(ENDPOINT_FAULTS.requests);
      this.#asked++;
      const { status, wait, text } = await this.#post(question, dialect);
      if (status === 200) {
        this.#dialect = Math.max(this.#dialect, dialect);
        return text;
      }
      if (BUSY.has(status)) {
        if (busy++ >= this.#limits.retries) throw new AnswerError(faultOfStatus(status));
        const least = Math.min(this.#limits.retryMs, 500 * 2 ** busy);
        await pause(Math.min(this.#limits.retryMs, wait ?? least), undefined, { signal: this.#signal });
      } else if (DIALECTS[dialect]?.refusedBy(status) && dialect + 1 < DIALECTS.length) dialect++;
      else throw new AnswerError(faultOfStatus(status));
    }
  }

  async #post(
    question: Question,
    dialect: number,
  ): Promise<{ status: number; wait?: number | undefined; text: string }> {
    const { url, model, apiKey } = this.#endpoint;
    const { answerMs, answerBytes, maxTokens } = this.#limits;
    const { path, body } = DIALECTS[dialect] ?? DIALECTS[0];
    const late = AbortSignal.timeout(answerMs);
    try {
      const reply = await request(`${url.replace(/\/+$/, "")}/${path}`, {
        method: "POST",
        dispatcher: this.#dispatcher,
        signal: AbortSignal.any([this.#signal, late]),
        headersTimeout: answerMs,
        bodyTimeout: answerMs,
        headers: {
          "content-type": "application/json",
          accept: "application/json",
          ...(apiKey === undefined ? {} : { authorization: `Bearer ${Sensitive.reveal(apiKey)}` }),
        },
        body: JSON.stringify(body({ ...question, model, maxTokens })),
      });
      // What a refusal says may repeat what was sent: its status is enough.
      if (reply.statusCode !== 200) {
        reply.body.on("error", () => {}).destroy();
        return {
          status: reply.statusCode,
          wait: waitOf(reply.headers["retry-after"]),
          text: "",
        };
      }
      return { status: 200, text: await readAnswer(reply, answerBytes) };
    } catch (error) {
      this.#signal.throwIfAborted();
      if (error instanceof AnswerError) throw error;
      throw new AnswerError(late.aborted ? ENDPOINT_FAULTS.timeout : faultOf(error));
    }
  }
}

/** Seconds, or a day and time that is not worth waiting for. */
function waitOf(header: string | string[] | undefined): number | undefined {
  const seconds = Number(header);
  return typeof header === "string" && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
}
