import { otlpTraces, type Span } from "./otlp.ts";

export interface ExporterDeps {
  service: { name: string; version: string };
  /** Sends one body to the collector. A failure costs its spans and nothing else. */
  post(body: string): Promise<void>;
  /** Calls back after some milliseconds. */
  later(run: () => void, ms: number): void;
}

const SEND_AFTER_MS = 1_000;
const MAX_SPANS = 200;
/** While the collector is away the oldest are dropped. */
const MAX_WAITING = 1_000;

/** Collects spans for a second and sends them together. What is observed never waits for the observer. */
export class SpanExporter {
  readonly #deps: ExporterDeps;
  #waiting: Span[] = [];
  #isDue = false;
  #sending: Promise<void> = Promise.resolve();

  constructor(deps: ExporterDeps) {
    this.#deps = deps;
  }

  add(span: Span): void {
    this.#waiting.push(span);
    if (this.#waiting.length > MAX_WAITING) this.#waiting.shift();
    if (this.#isDue) return;
    this.#isDue = true;
    this.#deps.later(() => void this.flush(), SEND_AFTER_MS);
  }

  /** Sends what waits now. Resolves when it has been sent or given up. */
  flush(): Promise<void> {
    this.#isDue = false;
    this.#sending = this.#sending.then(async () => {
      while (this.#waiting.length > 0) {
        const spans = this.#waiting.splice(0, MAX_SPANS);
        await this.#deps.post(otlpTraces(this.#deps.service, spans)).catch(() => {});
      }
    });
    return this.#sending;
  }
}
