/** What every system under test must do. The measuring is the same code for all of them; see `measure.ts`. */

/** What a system promises about a job, in one short clause each. Where the server decides, ask the server. */
export interface Guarantees {
  /** When is the claim on disk: before the worker hears of the job, or not at all? */
  durable: string;
  /** Can a worker that lost its job still complete it? */
  fence: string;
  /** What a worker's death leads to. */
  delivery: string;
  /** How this bench configured it, and what follows from that. */
  setup: string;
}

type Load = "single jobs" | "backlog";

interface Enqueued {
  id: string;
  /** When the job became ready by the system's own record, milliseconds since 1970. */
  readyAtMs: number;
}

export interface JobSystem {
  readonly name: string;
  /** A sentence why the system cannot be measured here, or null. */
  unavailable(): Promise<string | null>;
  /** Makes a schema, key prefix or state folder of its own for this run. */
  open(): Promise<void>;
  guarantees(): Promise<Guarantees>;
  /**
   * Starts `agents` workers, one job at a time each, doing nothing for work. Resolves when all of them wait for jobs.
   * `onHeld` is called the moment a worker has a job in its hands. `load` says what awaits them, for a system that is
   * used in another way when there is always work.
   */
  startWorkers(agents: number, onHeld: (id: string) => void, load: Load): Promise<void>;
  /** Resolves when no worker holds or takes a job any more. */
  stopWorkers(): Promise<void>;
  enqueueOne(): Promise<Enqueued>;
  /** Puts about `count` ready jobs in the queue in the fastest way the system offers. Workers are stopped meanwhile. */
  preload(count: number): Promise<void>;
  /** How many jobs the server says are complete, since `open`. */
  completed(): Promise<number>;
  /** Removes the jobs that are left. */
  clear(): Promise<void>;
  /** Removes everything that `open` made. */
  close(): Promise<void>;
}
