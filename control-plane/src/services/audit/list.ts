import { auditLog } from "../../db/schema/index.ts";
import { type Call, requireRole } from "../call.ts";
import { before, cutPage, newestFirst, type PageRequest } from "../page.ts";

export async function listAudit(call: Call, page: PageRequest) {
  requireRole(call, "admin");
  const columns = {
    id: auditLog.id,
    at: auditLog.at,
    actor: auditLog.actor,
    action: auditLog.action,
    subject: auditLog.subject,
  };
  const rows = await call.scope.pick(auditLog, columns, {
    where: before(auditLog.at, auditLog.id, page.cursor),
    orderBy: newestFirst(auditLog.at, auditLog.id),
    limit: page.limit + 1,
  });
  const { items, next } = cutPage(rows, page.limit, (row) => row);
  return { entries: items, next };
}
