import type { z } from "zod";
import type { enrolmentTokenRequest } from "@dataguardian/shared/api";
import { createId } from "@dataguardian/shared/domain";
import { actorName } from "../../auth/actor.ts";
import { newToken, sha256 } from "../../auth/secret.ts";
import { enrolmentTokens } from "../../db/schema/index.ts";
import { type Call, requireRole } from "../call.ts";
import { view } from "./view.ts";

/** The token itself is in this reply and nowhere else. */
export async function createEnrolmentToken(call: Call, request: z.infer<typeof enrolmentTokenRequest>) {
  requireRole(call, "admin");
  const now = call.deps.now();
  const token = newToken("enrolment", call.deps.random);
  const row = {
    id: createId("enrolmentToken", now, call.deps.random),
    tenantId: call.scope.tenantId,
    name: request.name,
    hash: await sha256(token),
    createdBy: actorName(call.scope.actor),
    createdAt: now,
    expiresAt: now + request.lifetimeMs,
    usesLeft: request.uses,
    lastUsedAt: null,
    revokedAt: null,
  };
  await call.scope.commit({ action: "enrolment_token.create", subject: row.id }, [
    call.scope.insert(enrolmentTokens, row),
  ]);
  return { ...view(row), token };
}
