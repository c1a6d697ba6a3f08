import { and, eq, isNull } from "drizzle-orm";
import { enrolmentTokens } from "../../db/schema/index.ts";
import { type Call, requireRole } from "../call.ts";
import { refuse } from "../fault.ts";

/** The row stays for the record; the token opens nothing any more. Revoking twice is no fault. */
export async function revokeEnrolmentToken(call: Call, tokenId: string): Promise<void> {
  requireRole(call, "admin");
  const token = await call.scope.row(enrolmentTokens, eq(enrolmentTokens.id, tokenId));
  if (token === null) throw refuse({ tag: "not_found", what: "token" });
  if (token.revokedAt !== null) return;
  await call.scope.commit({ action: "enrolment_token.revoke", subject: tokenId }, [
    call.scope.update(
      enrolmentTokens,
      { revokedAt: call.deps.now() },
      and(eq(enrolmentTokens.id, tokenId), isNull(enrolmentTokens.revokedAt)),
    ),
  ]);
}
