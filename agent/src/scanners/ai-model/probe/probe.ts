/** Asks a model to write on where personal data would come next, and looks for such data in what it writes. */
import { ScanError } from "../../../pipeline/scan-error.ts";
import { scanWhole } from "../../../pipeline/scan-stream.ts";
import type { ScanRun } from "../../scanner.ts";
import { AnswerEvidence, countsAsAnswer } from "./answer-evidence.ts";
import { AnswerError, ENDPOINT_FAULTS, sentenceOf } from "./endpoint-faults.ts";
import type { ModelClient } from "./model-client.ts";
import type { ProbeUnit } from "./probe-units.ts";

/** The likeliest words first; then, where something was found, twice by chance: what comes back is more than a whim. */
const ROUNDS = [
  { temperature: 0, seed: 1 },
  { temperature: 0.8, seed: 2 },
  { temperature: 0.8, seed: 3 },
] as const;

type ProbeRun = Pick<ScanRun, "coverage" | "progress" | "scanText" | "signal">;

export class Probe {
  readonly evidence = new AnswerEvidence();
  /** Names of the customer's own texts that the model goes on with as they go on. */
  readonly repeated: string[] = [];
  readonly #client: ModelClient;
  readonly #run: ProbeRun;
  /** Aborts when the time for all of it is over. */
  readonly #late: AbortSignal;

  constructor(client: ModelClient, run: ProbeRun, late: AbortSignal) {
    this.#client = client;
    this.#run = run;
    this.#late = late;
  }

  /** All of them, `width` at a time. Throws `ScanError` when the endpoint cannot be asked at all, which the first one tells. */
  async ask(units: readonly ProbeUnit[], width: number): Promise<void> {
    const [first, ...others] = units;
    if (first === undefined) return;
    const fault = await this.#askOne(first);
    if (fault !== null) throw new ScanError("connection", sentenceOf(fault));
    const queue = others.values();
    const lanes = Array.from({ length: width }, async () => {
      for (const unit of queue) {
        const reason = await this.#askOne(unit);
        if (reason !== null) this.#run.coverage.skipped(reason, unit.name);
      }
    });
    await Promise.all(lanes);
  }

  /** Why there was no answer to it; null when there was. */
  async #askOne(unit: ProbeUnit): Promise<string | null> {
    let answers = 0;
    let bytes = 0;
    let fault: string | null = null;
    try {
      for (const [round, how] of ROUNDS.entries()) {
        const answer = await this.#client.ask({ ...unit, ...how });
        answers++;
        bytes += Buffer.byteLength(answer);
        this.#run.progress.bytes(Buffer.byteLength(answer));
        if (!this.#look(unit, answer, round) && round === 0) break;
      }
    } catch (error) {
      this.#run.signal.throwIfAborted();
      if (this.#late.aborted) fault = ENDPOINT_FAULTS.time;
      else if (error instanceof AnswerError) fault = error.reason;
      else throw error;
    }
    this.#run.progress.unitDone();
    if (answers === 0) return fault;
    this.#run.coverage.scanned(bytes);
    return null;
  }

  /** Whether it is worth asking the same again. */
  #look({ name, text, isRepeated }: ProbeUnit, answer: string, round: number): boolean {
    if (isRepeated !== undefined) {
      if (isRepeated(answer)) this.repeated.push(name);
      return false;
    }
    this.evidence.answered(name);
    // What stands before it says what a number in the answer is.
    const before = answer.startsWith(text) ? "" : text;
    const found = scanWhole(before + answer, this.#run.scanText)
      .map(({ match }) => match)
      .filter(({ offset, length }) => offset + length > before.length)
      .filter((match) => countsAsAnswer(match, before.length));
    for (const match of found) this.evidence.add(match, name, round);
    return found.length > 0;
  }
}
