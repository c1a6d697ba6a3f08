/** Asks agents to try their databases (W11), and brings each answer to whoever waits for it. Nothing of it is kept. */
import type { SourceCheck } from "@dataguardian/shared/domain";
import { PROTOCOL_VERSION } from "@dataguardian/shared/protocol";
import type { PeerBook } from "./peer-book.ts";

/** The agent answers within 20 s; the rest is for the way. */
const WITHIN_MS = 25_000;

interface Asked {
  agentId: string;
  answer: Promise<SourceCheck | null>;
  resolve: (check: SourceCheck | null) => void;
}

export class SourceCheckDesk {
  readonly #peers: PeerBook;
  readonly #newId: () => string;
  readonly #after: (ms: number, run: () => void) => () => void;
  /** By the id of the check. */
  readonly #asked = new Map<string, Asked>();
  /** Two people who ask for the same at the same time get the same answer. */
  readonly #bySource = new Map<string, string>();

  constructor(
    peers: PeerBook,
    newId: () => string,
    after: (ms: number, run: () => void) => () => void = afterTimeout,
  ) {
    this.#peers = peers;
    this.#newId = newId;
    this.#after = after;
  }

  /** Null: the agent is not connected, or has not answered. */
  ask(agentId: string, source: string): Promise<SourceCheck | null> {
    const what = `${agentId} ${source}`;
    const under = this.#asked.get(this.#bySource.get(what) ?? "");
    if (under !== undefined) return under.answer;
    const peer = this.#peers.of(agentId);
    if (peer === undefined) return Promise.resolve(null);
    const id = this.#newId();
    const { promise: answer, resolve } = Promise.withResolvers<SourceCheck | null>();
    this.#asked.set(id, { agentId, answer, resolve });
    this.#bySource.set(what, id);
    const cancel = this.#after(WITHIN_MS, () => resolve(null));
    void answer.then(() => {
      cancel();
      this.#asked.delete(id);
      this.#bySource.delete(what);
    });
    peer.send({ v: PROTOCOL_VERSION, t: "check", id, source });
    return answer;
  }

  answered(agentId: string, id: string, check: SourceCheck): void {
    const asked = this.#asked.get(id);
    if (asked?.agentId === agentId) asked.resolve(check);
  }
}

function afterTimeout(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
