import { desc } from "drizzle-orm";
import { apiTokens } from "../../db/schema/index.ts";
import { type Call, requireRole } from "../call.ts";
import { view } from "./view.ts";

export async function listApiTokens(call: Call) {
  requireRole(call, "admin");
  return (await call.scope.rows(apiTokens, { orderBy: [desc(apiTokens.createdAt)] })).map(view);
}
