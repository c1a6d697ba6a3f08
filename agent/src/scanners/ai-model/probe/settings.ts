import type { Sensitive } from "../../../detection/sensitive.ts";
import type { Canary } from "./canaries.ts";

/** How to reach a model that answers over an OpenAI-compatible interface. The key stays in the agent (P4). */
export interface ModelEndpoint {
  /** Such as `http://127.0.0.1:11434/v1`; `chat/completions` comes after it. */
  url: string;
  model: string;
  apiKey?: Sensitive<string>;
  /** Texts that the customer knows to be in the training data, or planted there. */
  canaries: readonly Canary[];
}

export interface ProbeLimits {
  /** Of one answer. */
  maxTokens: number;
  answerMs: number;
  /** Of the whole answer as it travels. */
  answerBytes: number;
  /** Of all answers together. */
  totalMs: number;
  requests: number;
  concurrency: number;
  /** How often an endpoint that is busy is asked again, and the longest wait before that. */
  retries: number;
  retryMs: number;
}

export const PROBE_LIMITS: ProbeLimits = {
  maxTokens: 160,
  answerMs: 90_000,
  answerBytes: 256 * 1024,
  totalMs: 20 * 60_000,
  requests: 400,
  concurrency: 2,
  retries: 4,
  retryMs: 20_000,
};
