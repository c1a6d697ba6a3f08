/** Faults in public words: what went wrong and what to do about it, and never a value of the request. */
import type { Fault } from "../services/fault.ts";

export interface FaultReply {
  status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 426 | 500;
  code: string;
  message: string;
}

const ENROLMENT = {
  unknown: "This enrolment token is not known. Copy it again, whole, or make a new one in the console.",
  expired: "This enrolment token has expired. Make a new one in the console under Agents.",
  revoked: "This enrolment token has been revoked. Make a new one in the console under Agents.",
  used_up:
    "This enrolment token has been used as often as it may. Make a new one in the console under Agents.",
} as const;

export function faultReply(fault: Fault): FaultReply {
  const reply = (status: FaultReply["status"], message: string, code: string = fault.tag) => ({
    status,
    code,
    message,
  });
  switch (fault.tag) {
    case "invalid_request":
      return reply(400, `Correct these and send it again: ${fault.issues.join("; ")}.`);
    case "not_json":
      return reply(
        400,
        "The body is not valid JSON. Send JSON with the header Content-Type: application/json.",
      );
    case "not_signed_in":
      return reply(401, "Sign in, or send an API token as Authorization: Bearer.");
    case "token_unknown":
      return reply(401, "This API token is not known. Check that it was copied whole.");
    case "token_expired":
      return reply(401, "This API token has expired. Make a new one in the console.");
    case "token_revoked":
      return reply(401, "This API token has been revoked. Make a new one in the console.");
    case "no_membership":
      return reply(403, "You belong to no organisation here. Ask an administrator to invite you.");
    case "cross_origin":
      return reply(403, "This request came from another site. Use the console, or an API token.");
    case "needs_role":
      return reply(403, `This needs the role ${fault.role}. Ask an administrator of your organisation.`);
    case "not_found":
      return reply(404, `There is no such ${fault.what}.`);
    case "scan_ended":
      return reply(409, "The scan has ended already, so there is nothing to cancel.");
    case "job_not_dead":
      return reply(409, "Only a job that has been given up can be sent round again.");
    case "agent_not_connected":
      return reply(409, "The agent is not connected, so it takes no jobs as it is.");
    case "key_reused":
      return reply(409, "This Idempotency-Key was used for another request. Use a new key.");
    case "email_taken":
      return reply(409, "Somebody has an account with this e-mail address already. Use another one.");
    case "enrolment_refused":
      return reply(401, ENROLMENT[fault.reason], `enrolment_token_${fault.reason}`);
    case "agent_unknown":
      return reply(401, "This agent is not known here. Enrol it with a token from the console.");
    case "agent_revoked":
      return reply(403, "This agent has been revoked. Enrol it anew if it should work again.");
    case "lease_gone":
      return reply(409, "This lease is over. Stop the job and delete what it produced.", "gone");
    case "chunk_conflict":
      return reply(
        409,
        "Another chunk was stored under this number. Fail the job, so that it starts anew.",
        "conflict",
      );
    case "chunk_hash":
      return reply(
        422,
        "The bytes do not have the SHA-256 that x-content-sha256 names. Send the chunk again.",
      );
    case "chunk_not_gzip":
      return reply(422, "The chunk is not gzip of UTF-8 text.");
    case "chunk_too_long":
      return reply(422, `The chunk holds too many ${fault.what}. Cut the result into smaller chunks.`);
    case "chunk_finding":
      return reply(422, `Line ${fault.line} is not a finding as the protocol allows it. Nothing was stored.`);
    case "chunk_missing":
      return reply(500, "A part of this result is missing from storage. Scan again to replace it.");
    case "too_large":
      return reply(413, `The body is larger than ${fault.limitBytes} bytes.`);
    case "needs_upgrade":
      return reply(426, "Open this address as a WebSocket.");
  }
}
