import type { LedgerWriter } from "../db/ledger/writer.ts";
import type { FleetRow } from "../db/ledger/fleet.ts";
import type { Board } from "./board.ts";
import type { LiveFeed } from "./live-feed.ts";
import type { Meter } from "./meter.ts";
import type { PeerBook } from "./peer-book.ts";
import type { MissingAgents } from "./missing-agents.ts";
import type { SourceCheckDesk } from "./source-check-desk.ts";
import type { Tracer } from "./tracer.ts";
import type { Watch } from "./watch.ts";

/** What the parts of one hub share. Clock and randomness are here so that a test can hold them. */
export interface HubContext {
  readonly tenantId: string;
  readonly db: D1Database;
  readonly results: R2Bucket;
  readonly ledger: LedgerWriter;
  readonly board: Board;
  readonly peers: PeerBook;
  readonly live: LiveFeed;
  readonly meter: Meter;
  readonly watch: Watch;
  readonly missing: MissingAgents;
  readonly checks: SourceCheckDesk;
  readonly tracer: Tracer;
  /** By agent id: name and sources, as D1 has them. */
  readonly fleet: Map<string, FleetRow>;
  /** When this hub object came to life; what expired before was nobody's fault (L8). */
  readonly awakeSince: number;
  /** Milliseconds since 1970. */
  now(): number;
  /** In [0, 1), for jitter. */
  random(): number;
  nonce(): string;
  /** Makes sure that the alarm rings at this time at the latest. */
  wakeAt(time: number): void;
  /** Looks for grants to make, once the present event has been dealt with. */
  dispatchSoon(): void;
}
