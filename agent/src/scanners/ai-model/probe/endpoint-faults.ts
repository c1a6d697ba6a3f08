/** Why there is no answer. Fixed phrases: they are counted and shown, and hold nothing of what was asked or answered. */
export const ENDPOINT_FAULTS = {
  key: "the endpoint refuses the API key",
  model: "the endpoint has no such model, or is not at this address",
  redirect: "the endpoint sends the request elsewhere",
  busy: "the endpoint is too busy",
  broken: "the endpoint failed",
  refused: "the endpoint refuses the request",
  shape: "the answer is not that of an OpenAI-compatible endpoint",
  large: "the answer is larger than the limit",
  timeout: "no answer in time",
  requests: "more requests than the probe's limit",
  time: "the probe's time limit",
} as const;

export class AnswerError extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.name = "AnswerError";
    this.reason = reason;
  }
}

export function faultOfStatus(status: number): string {
  if (status === 401 || status === 403) return ENDPOINT_FAULTS.key;
  if (status === 404) return ENDPOINT_FAULTS.model;
  if (status === 429 || status === 503 || status === 529) return ENDPOINT_FAULTS.busy;
  if (status >= 300 && status < 400) return ENDPOINT_FAULTS.redirect;
  return status >= 500 || status === 408 ? ENDPOINT_FAULTS.broken : ENDPOINT_FAULTS.refused;
}

/** What to do about it; where nothing is known that helps, where to look. */
const ADVICE: Readonly<Record<string, string>> = {
  [ENDPOINT_FAULTS.key]: "Give a key that it takes.",
  [ENDPOINT_FAULTS.model]:
    "Check the model's name, and that the address ends as in http://127.0.0.1:11434/v1.",
  [ENDPOINT_FAULTS.redirect]: "Give the address where it leads.",
  [ENDPOINT_FAULTS.busy]: "Try again when it is less busy.",
  [ENDPOINT_FAULTS.broken]: "Look in its own log.",
  [ENDPOINT_FAULTS.refused]: "Look in its own log.",
  [ENDPOINT_FAULTS.timeout]: "See whether the model is loaded.",
};

export function sentenceOf(reason: string): string {
  const advice = ADVICE[reason] ?? "Check the address.";
  return `The model cannot be asked: ${reason}. ${advice}`;
}
