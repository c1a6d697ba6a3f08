import { z } from "zod";
import { labels, shortName } from "../domain/index.ts";

/** The agent's HTTP routes, relative to the control plane's URL. */
export const AGENT_ROUTES = {
  enroll: "/agent/v1/enroll",
  connect: "/agent/v1/connect",
  pollOpen: "/agent/v1/poll/open",
  poll: "/agent/v1/poll",
  chunk: (jobId: string, epoch: number, n: number) => `/agent/v1/jobs/${jobId}/epochs/${epoch}/chunks/${n}`,
  checkpoint: (jobId: string, epoch: number) => `/agent/v1/jobs/${jobId}/epochs/${epoch}/checkpoint`,
} as const;

/** Sent with `connect` and `poll/open`, so the Worker can find the tenant's hub before the challenge. */
export const AGENT_HEADERS = { agent: "x-dataguardian-agent", nonce: "x-dataguardian-lease" } as const;

export const enrollRequest = z.strictObject({
  token: z.string().max(128),
  name: shortName,
  labels,
  /** Raw Ed25519 public key, base64. */
  publicKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
});
export type EnrollRequest = z.infer<typeof enrollRequest>;

export const enrollReply = z.object({ agentId: z.string(), tenantId: z.string(), tenantName: z.string() });
export type EnrollReply = z.infer<typeof enrollReply>;

/** Long polling (L12): the same frames as text. `poll` holds the request up to `waitMs` and returns what is due. */
export const pollOpenReply = z.object({ poll: z.string(), frames: z.array(z.string()) });
export const pollRequest = z.strictObject({
  poll: z.string().max(128),
  waitMs: z.int().min(0).max(25_000),
  frames: z.array(z.string()).max(64),
});
export const pollReply = z.object({ frames: z.array(z.string()), closed: z.int().optional() });
export type PollReply = z.infer<typeof pollReply>;
