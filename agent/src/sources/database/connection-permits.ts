/** The right to hold one connection with a source. Whoever holds it gives it back, once. */
export interface Permit {
  /** Others wait for one: a good moment to give it back is soon. */
  readonly isWanted: boolean;
  /** How many connections the source has now, this one included; what it may take is theirs together. */
  readonly sharers: number;
  release(): void;
}

export interface ConnectionPermits {
  /** Waits its turn. Throws `DatabaseError` when none comes free in time, and the signal's reason when it is aborted. */
  take(signal?: AbortSignal): Promise<Permit>;
}
