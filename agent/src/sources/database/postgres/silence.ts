/** How long a server that was asked to stop may be silent still. */
const GRACE_MS = 5_000;

interface Ends {
  /** Nothing has come for too long: the statement is to be stopped. */
  onSilent: () => void;
  /** Nor has anything come of that. */
  onDead: () => void;
}

/** Watches over the time that the server takes, and not over that which is taken here. */
export class Silence {
  readonly #timer: NodeJS.Timeout;
  #isWaiting = true;
  #dead: NodeJS.Timeout | undefined;

  constructor(maxMs: number, { onSilent, onDead }: Ends) {
    this.#timer = setTimeout(() => {
      if (!this.#isWaiting) return this.#timer.refresh();
      this.#dead = setTimeout(onDead, GRACE_MS);
      return onSilent();
    }, maxMs);
  }

  /** Something has come; it is the server's turn again. */
  heard(): void {
    this.#isWaiting = true;
    this.#timer.refresh();
  }

  /** It is our turn: the server need say nothing. */
  rest(): void {
    this.#isWaiting = false;
  }

  end(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#dead);
  }
}
