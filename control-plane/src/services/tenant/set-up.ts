import { createId } from "@dataguardian/shared/domain";
import type { SetupReply, SetupRequest } from "@dataguardian/shared/api";
import { hashPassword } from "../../auth/sign-in.ts";
import { newPassword, newToken, sha256 } from "../../auth/secret.ts";
import { emailTaken, insertTenant, shardFor } from "../../db/tenancy.ts";
import type { Deps } from "../../deps.ts";
import { refuse } from "../fault.ts";

const DAY_MS = 86_400_000;
const API_TOKEN_LIFETIME_MS = 90 * DAY_MS;
const ENROLMENT_LIFETIME_MS = DAY_MS;
const ENROLMENT_USES = 10;

/** A tenant, its owner and the first two tokens. What is secret is in this reply and nowhere else. */
export async function setUpTenant(env: object, request: SetupRequest, deps: Deps): Promise<SetupReply> {
  const email = request.ownerEmail.toLowerCase();
  const shard = shardFor(env, request.shard);
  if (shard === null) throw refuse({ tag: "shard_unknown" });
  if (await emailTaken(env, email)) throw refuse({ tag: "email_taken" });

  const now = deps.now();
  const at = new Date(now);
  const newId = (kind: Parameters<typeof createId>[0]) => createId(kind, now, deps.random);
  const tenantId = newId("tenant");
  const ownerId = newId("user");
  const password = newPassword(deps.random);
  const apiToken = newToken("api", deps.random);
  const enrolmentToken = newToken("enrolment", deps.random);
  const byOperator = { tenantId, createdBy: "operator", createdAt: now };

  await insertTenant(env, shard, {
    tenant: { id: tenantId, name: request.tenantName, slug: tenantId, shard, createdAt: at },
    owner: { id: ownerId, name: request.ownerName, email, emailVerified: true, createdAt: at, updatedAt: at },
    account: {
      id: crypto.randomUUID(),
      providerId: "credential",
      accountId: ownerId,
      userId: ownerId,
      password: await hashPassword(password),
      createdAt: at,
      updatedAt: at,
    },
    membership: {
      id: newId("membership"),
      organizationId: tenantId,
      userId: ownerId,
      role: "owner",
      createdAt: at,
    },
    apiToken: {
      ...byOperator,
      id: newId("apiToken"),
      name: "setup",
      hash: await sha256(apiToken),
      role: "owner",
      expiresAt: now + API_TOKEN_LIFETIME_MS,
    },
    enrolmentToken: {
      ...byOperator,
      id: newId("enrolmentToken"),
      name: "setup",
      hash: await sha256(enrolmentToken),
      usesLeft: ENROLMENT_USES,
      expiresAt: now + ENROLMENT_LIFETIME_MS,
    },
    audit: {
      id: newId("audit"),
      tenantId,
      at: now,
      actor: "operator",
      action: "tenant.create",
      subject: tenantId,
    },
  });
  return { tenantId, ownerId, password, apiToken, enrolmentToken };
}
