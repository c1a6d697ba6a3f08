/** Faults in public words: what went wrong and what to do about it, and never a value of the request. */
import type { Fault } from "../services/fault.ts";
import type { AddressFault } from "../webhooks/address.ts";

export interface FaultReply {
  status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 426 | 429 | 500;
  code: string;
  message: string;
}

const ENROLMENT = {
  unknown: "This enrolment token is not known. Copy it again, whole, or make a new one in the console.",
  expired: "This enrolment token has expired. Make a new one in the console under Agents.",
  revoked: "This enrolment token has been revoked. Make a new one in the console under Agents.",
  used_up:
    "This enrolment token has been used as often as it may. Make a new one in the console under Agents.",
  plan_limit:
    "Your plan allows no further agent. Revoke one that is no longer used, or ask for a larger plan.",
} as const;

const ADDRESS = {
  not_https: "Give an https address.",
  user_info: "Give an address without user name and password.",
  port: "Give an address on port 443.",
  private_host: "Give a public host name. Addresses inside a network are never called.",
  ip_literal: "Give a host name and not an IP address.",
} as const satisfies Record<AddressFault, string>;

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
    case "terms_erased":
      return reply(409, "The search terms were erased when the search ended. Ask for a new search.");
    case "agent_silent":
      return reply(
        409,
        "The agent is not connected, or has not answered in time. Try again.",
        "agent_silent",
      );
    case "agent_not_connected":
      return reply(409, "The agent is not connected, so it takes no jobs as it is.");
    case "key_reused":
      return reply(409, "This Idempotency-Key was used for another request. Use a new key.");
    case "plan_limit":
      return reply(
        429,
        `Your plan allows ${fault.limit} scans a month, and this month's are used up. The next month starts on ${new Date(fault.resetsAt).toISOString().slice(0, 10)}.`,
      );
    case "timing":
      return reply(400, `Correct this and send it again: ${fault.sentence}.`, "invalid_request");
    case "webhook_address":
      return reply(400, ADDRESS[fault.why], "webhook_address");
    case "too_many":
      return reply(
        409,
        `There can be ${fault.limit} ${fault.what} at most. Remove one that is no longer needed.`,
      );
    case "hub_full":
      return reply(429, "Too many connections of your organisation are open. Close some and try again.");
    case "shard_unknown":
      return reply(400, "There is no such shard here. Leave it out, or name a D1 binding such as DB_1.");
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
