/** Making a tenant with its owner: the one place that writes rows before there is a tenant to scope by. */
import { eq } from "drizzle-orm";
import type { Database } from "./open.ts";
import {
  accounts,
  apiTokens,
  auditLog,
  enrolmentTokens,
  memberships,
  tenants,
  users,
} from "./schema/index.ts";

export interface NewTenant {
  tenant: typeof tenants.$inferInsert;
  owner: typeof users.$inferInsert;
  account: typeof accounts.$inferInsert;
  membership: typeof memberships.$inferInsert;
  apiToken: typeof apiTokens.$inferInsert;
  enrolmentToken: typeof enrolmentTokens.$inferInsert;
  audit: typeof auditLog.$inferInsert;
}

/** All of it or nothing. */
export async function insertTenant(db: Database, rows: NewTenant): Promise<void> {
  await db.batch([
    db.insert(tenants).values(rows.tenant),
    db.insert(users).values(rows.owner),
    db.insert(accounts).values(rows.account),
    db.insert(memberships).values(rows.membership),
    db.insert(apiTokens).values(rows.apiToken),
    db.insert(enrolmentTokens).values(rows.enrolmentToken),
    db.insert(auditLog).values(rows.audit),
  ]);
}

export async function emailTaken(db: Database, email: string): Promise<boolean> {
  return (await db.select({ id: users.id }).from(users).where(eq(users.email, email))).length > 0;
}
