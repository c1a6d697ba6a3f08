export interface Question {
  /** What the text is for a model that converses; null for the text alone. */
  instruction: string | null;
  text: string;
  /** 0: always the likeliest word. */
  temperature: number;
  seed: number;
}

type Asked = Question & { model: string; maxTokens: number };

interface Dialect {
  path: string;
  body(question: Asked): Record<string, unknown>;
  /** Whether such a status may mean that only the form of the request was refused. */
  refusedBy(status: number): boolean;
}

const messages = ({ instruction, text }: Asked) => [
  { role: "user", content: instruction === null ? text : `${instruction}\n\n${text}` },
];
const isRefusal = (status: number) => [400, 404, 405, 415, 422, 501].includes(status);

/** In the order in which they are tried: the usual one, that of models that take no temperature, that of models without a chat. */
export const DIALECTS: readonly [Dialect, ...Dialect[]] = [
  {
    path: "chat/completions",
    body: (asked) => ({
      model: asked.model,
      messages: messages(asked),
      max_tokens: asked.maxTokens,
      temperature: asked.temperature,
      seed: asked.seed,
      stream: false,
    }),
    refusedBy: isRefusal,
  },
  {
    path: "chat/completions",
    body: (asked) => ({
      model: asked.model,
      messages: messages(asked),
      max_completion_tokens: asked.maxTokens,
    }),
    refusedBy: isRefusal,
  },
  {
    path: "completions",
    body: ({ model, text, maxTokens, temperature, seed }) => ({
      model,
      prompt: text,
      max_tokens: maxTokens,
      temperature,
      seed,
      stream: false,
    }),
    refusedBy: () => false,
  },
];
