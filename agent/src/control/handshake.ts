/** The two frames that open every connection, without sockets: also what a load generator needs to speak as an agent. */
import type { KeyObject } from "node:crypto";
import {
  challengeText,
  type FromAgent,
  type FromHub,
  type Hello,
  PROTOCOL_VERSION,
} from "@dataguardian/shared/protocol";
import { signText } from "./identity.ts";

export type Challenge = Extract<FromHub, { t: "challenge" }>;

export interface Signer {
  tenantId: string;
  agentId: string;
  key: KeyObject;
}

/** What a hello says of the agent, apart from who it is. */
export type HelloFacts = Omit<Hello, "v" | "t" | "agentId" | "sessionId" | "signature">;

/** Answers the hub's challenge. The signature names tenant, agent and session, so it serves this connection only. */
export function answerChallenge(
  challenge: Challenge,
  signer: Signer,
  sessionId: string,
  facts: HelloFacts,
): Hello {
  const { tenantId, agentId } = signer;
  const text = challengeText({ tenantId, agentId, sessionId, nonce: challenge.nonce });
  return {
    v: PROTOCOL_VERSION,
    t: "hello",
    agentId,
    sessionId,
    signature: signText(signer.key, text),
    ...facts,
  };
}

/** A message without its version, which `encode` adds. */
export type Outgoing = FromAgent extends infer M ? (M extends FromAgent ? Omit<M, "v"> : never) : never;

export function encode(message: Outgoing): string {
  return JSON.stringify({ v: PROTOCOL_VERSION, ...message });
}
