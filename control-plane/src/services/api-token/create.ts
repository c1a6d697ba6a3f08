import type { z } from "zod";
import type { apiTokenRequest } from "@dataguardian/shared/api";
import { createId } from "@dataguardian/shared/domain";
import { actorName } from "../../auth/actor.ts";
import { newToken, sha256 } from "../../auth/secret.ts";
import { apiTokens } from "../../db/schema/index.ts";
import { type Call, requireRole } from "../call.ts";
import { view } from "./view.ts";

/** The token itself is in this reply and nowhere else. Nobody gives a token more rights than their own. */
export async function createApiToken(call: Call, request: z.infer<typeof apiTokenRequest>) {
  requireRole(call, "admin");
  requireRole(call, request.role);
  const now = call.deps.now();
  const token = newToken("api", call.deps.random);
  const row = {
    id: createId("apiToken", now, call.deps.random),
    tenantId: call.scope.tenantId,
    name: request.name,
    hash: await sha256(token),
    role: request.role,
    createdBy: actorName(call.scope.actor),
    createdAt: now,
    expiresAt: now + request.lifetimeMs,
    lastUsedAt: null,
    revokedAt: null,
  };
  await call.scope.commit({ action: "api_token.create", subject: row.id }, [
    call.scope.insert(apiTokens, row),
  ]);
  return { ...view(row), token };
}
