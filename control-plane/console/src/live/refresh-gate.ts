type Key = readonly string[];

/**
 * Lets refreshes through at once, and then at most once in `everyMs`: a busy fleet reports several changes a second,
 * and a refetch that is cancelled by the next one never arrives.
 */
export class RefreshGate {
  readonly #refresh: (keys: readonly Key[]) => void;
  readonly #everyMs: number;
  #due = new Map<string, Key>();
  #closed: ReturnType<typeof setTimeout> | null = null;

  constructor(refresh: (keys: readonly Key[]) => void, everyMs: number) {
    this.#refresh = refresh;
    this.#everyMs = everyMs;
  }

  add(keys: readonly Key[]): void {
    for (const key of keys) this.#due.set(JSON.stringify(key), key);
    if (this.#closed === null) this.#flush();
  }

  stop(): void {
    if (this.#closed !== null) clearTimeout(this.#closed);
    this.#closed = null;
    this.#due.clear();
  }

  #flush(): void {
    this.#closed = null;
    if (this.#due.size === 0) return;
    const keys = [...this.#due.values()];
    this.#due.clear();
    this.#closed = setTimeout(() => this.#flush(), this.#everyMs);
    this.#refresh(keys);
  }
}
