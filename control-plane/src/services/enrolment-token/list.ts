import { desc } from "drizzle-orm";
import { enrolmentTokens } from "../../db/schema/index.ts";
import { type Call, requireRole } from "../call.ts";
import { view } from "./view.ts";

export async function listEnrolmentTokens(call: Call) {
  requireRole(call, "admin");
  return (await call.scope.rows(enrolmentTokens, { orderBy: [desc(enrolmentTokens.createdAt)] })).map(view);
}
