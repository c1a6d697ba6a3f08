/** Everything that a caller can get wrong. `api/fault-reply.ts` says each in public words. */
import type { Role } from "../auth/actor.ts";
import type { AddressFault } from "../webhooks/address.ts";

export type Fault =
  | { tag: "invalid_request"; issues: readonly string[] }
  | { tag: "not_json" }
  | { tag: "not_signed_in" }
  | { tag: "token_unknown" }
  | { tag: "token_expired" }
  | { tag: "token_revoked" }
  | { tag: "no_membership" }
  | { tag: "cross_origin" }
  | { tag: "needs_role"; role: Role }
  | {
      tag: "not_found";
      what:
        | "scan"
        | "job"
        | "agent"
        | "token"
        | "route"
        | "alert"
        | "schedule"
        | "webhook"
        | "tenant"
        | "checkpoint"
        | "source";
    }
  | { tag: "scan_ended" }
  | { tag: "job_not_dead" }
  | { tag: "terms_erased" }
  | { tag: "agent_not_connected" }
  | { tag: "agent_silent" }
  | { tag: "key_reused" }
  | { tag: "plan_limit"; limit: number; resetsAt: number }
  | { tag: "timing"; sentence: string }
  | { tag: "webhook_address"; why: AddressFault }
  | { tag: "shard_unknown" }
  | { tag: "too_many"; what: "schedules" | "webhooks"; limit: number }
  | { tag: "hub_full" }
  | { tag: "email_taken" }
  | { tag: "enrolment_refused"; reason: "unknown" | "expired" | "revoked" | "used_up" | "plan_limit" }
  | { tag: "agent_unknown" }
  | { tag: "agent_revoked" }
  | { tag: "lease_gone" }
  | { tag: "chunk_conflict" }
  | { tag: "chunk_hash" }
  | { tag: "chunk_not_gzip" }
  | { tag: "chunk_too_long"; what: "bytes" | "findings" }
  | { tag: "chunk_finding"; line: number }
  | { tag: "chunk_missing" }
  | { tag: "too_large"; limitBytes: number }
  | { tag: "needs_upgrade" };

/** Thrown by services and routes; holds no value of the request. */
export class Refused extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.tag);
    this.name = "Refused";
    this.fault = fault;
  }
}

/** Reads as what it is at the place of use: `throw refuse({ tag: "scan_ended" })`. */
export const refuse = (fault: Fault): Refused => new Refused(fault);
