import { MAX_ITEMS_JSON_BYTES } from "../../platform-limits.ts";
import { type Verb, type VerbItems, VERBS } from "./statements.ts";

interface Pending {
  verb: Verb;
  item: VerbItems[Verb];
  resolve: (applied: boolean) => void;
  reject: (error: unknown) => void;
}

const MAX_ITEMS = 500;
const ATTEMPTS = 4;

/**
 * The coalescing writer in front of D1: what comes in while a batch is under way goes out together in the next one, and
 * items of one verb share one set of statements. One round trip for each transition would give about 80 cycles a second.
 */
export class LedgerWriter {
  readonly #db: D1Database;
  readonly #tenantId: string;
  readonly #now: () => number;
  #pending: Pending[] = [];
  #flushing = false;

  constructor(db: D1Database, tenantId: string, now: () => number) {
    this.#db = db;
    this.#tenantId = tenantId;
    this.#now = now;
  }

  /** Resolves once D1 has it: true when the transition applied, false when its condition did not hold. */
  apply<V extends Verb>(verb: V, item: VerbItems[V]): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#pending.push({ verb, item, resolve, reject });
      if (!this.#flushing) void this.#flush();
    });
  }

  async #flush(): Promise<void> {
    this.#flushing = true;
    // Let the frames that are already in the door join this batch.
    await Promise.resolve();
    while (this.#pending.length > 0) {
      const batch = this.#take();
      try {
        const applied = await this.#write(batch);
        for (const entry of batch) entry.resolve(applied.has(entry));
      } catch (error) {
        for (const entry of batch) entry.reject(error);
      }
    }
    this.#flushing = false;
  }

  /** At most one transition a job in one batch, so that set statements never meet the same row twice. */
  #take(): Pending[] {
    const jobs = new Set<string>();
    const taken: Pending[] = [];
    const rest: Pending[] = [];
    let size = 0;
    for (const entry of this.#pending) {
      const fits = taken.length < MAX_ITEMS && (size < MAX_ITEMS_JSON_BYTES || taken.length === 0);
      if (!fits || jobs.has(entry.item.jobId)) {
        rest.push(entry);
        continue;
      }
      jobs.add(entry.item.jobId);
      if (entry.verb === "commit") size += JSON.stringify(entry.item).length;
      taken.push(entry);
    }
    this.#pending = rest;
    return taken;
  }

  async #write(batch: readonly Pending[]): Promise<Set<Pending>> {
    const statements: D1PreparedStatement[] = [];
    const groups: { first: number; entries: Pending[] }[] = [];
    const now = this.#now();
    for (const verb of Object.keys(VERBS) as Verb[]) {
      const entries = batch.filter((entry) => entry.verb === verb);
      if (entries.length === 0) continue;
      groups.push({ first: statements.length, entries });
      const items = JSON.stringify(entries.map((entry) => entry.item));
      for (const text of VERBS[verb])
        statements.push(this.#db.prepare(text).bind(this.#tenantId, now, items));
    }
    const replies = await this.#retried(() => this.#db.batch<{ id: string }>(statements));
    const applied = new Set<Pending>();
    for (const group of groups) {
      const changed = new Set(replies[group.first]?.results.map((row) => row.id));
      for (const entry of group.entries) if (changed.has(entry.item.jobId)) applied.add(entry);
    }
    return applied;
  }

  /** Writes are never retried by D1 itself. Ours are conditional, so a second try can at worst find them done. */
  async #retried<T>(run: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await run();
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
        await new Promise((resolve) => setTimeout(resolve, 20 * 4 ** attempt));
      }
    }
  }
}
