import type { DispatchJob } from "./dispatch-state.ts";

/** Who was served when (L9). Memory only: after an eviction everybody's turn starts anew. */
export class Turns {
  readonly lastServed = new Map<string, number>();
  readonly scanServedAt = new Map<string, number>();
  #served = 0;

  served(row: DispatchJob, now: number): void {
    this.lastServed.set(row.scan.memberId, ++this.#served);
    this.scanServedAt.set(row.scan.id, now);
  }

  /** Forgets scans that have no open job any more. */
  keepOnly(isOpen: (scanId: string) => boolean): void {
    for (const scanId of this.scanServedAt.keys()) if (!isOpen(scanId)) this.scanServedAt.delete(scanId);
  }
}
