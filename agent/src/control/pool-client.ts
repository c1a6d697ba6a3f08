import type { ConnectionPermits, Permit } from "../sources/database/connection-permits.ts";
import { DatabaseError } from "../sources/database/reader.ts";
import { type FromJob, toJob } from "./ipc.ts";

/** The job's side: its process asks the agent, which counts the connections of all jobs. */
export class PoolClient implements ConnectionPermits {
  readonly #tell: (message: FromJob) => void;
  readonly #asked = new Map<number, (isGranted: boolean) => void>();
  #next = 0;
  #isWanted = false;
  #used = 1;

  constructor(tell: (message: FromJob) => void) {
    this.#tell = tell;
  }

  /** Takes whatever the agent says after the start. */
  hear(raw: unknown): void {
    const { success, data } = toJob.safeParse(raw);
    if (!success) return;
    if (data.t === "pool") {
      this.#isWanted = data.isWanted;
      this.#used = data.used;
      return;
    }
    this.#asked.get(data.n)?.(data.isGranted);
    this.#asked.delete(data.n);
  }

  /** The agent ends the wait; a job is stopped by ending its process, so that no signal has to be heard here. */
  async take(): Promise<Permit> {
    const n = this.#next++;
    const isGranted = await new Promise<boolean>((resolve) => {
      this.#asked.set(n, resolve);
      this.#tell({ t: "connect", n });
    });
    if (!isGranted) throw new DatabaseError("pool exhausted");
    const isWanted = () => this.#isWanted;
    const used = () => this.#used;
    return {
      get isWanted() {
        return isWanted();
      },
      get sharers() {
        return Math.max(1, used());
      },
      release: () => this.#tell({ t: "disconnected", n }),
    };
  }
}
