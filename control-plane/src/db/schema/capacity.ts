/** How busy it was, what needs attention, what starts by itself and what a plan allows. Times are milliseconds since 1970. */
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AlertKind, Blackout, CapacitySample } from "@dataguardian/shared/api";
import type { AlertLevel } from "@dataguardian/shared/alerts";
import type { ScanRequest } from "@dataguardian/shared/domain";

/**
 * A row for a minute in which something ran, kept a day; a row for an hour, kept a month. WITHOUT ROWID, which Drizzle cannot say and
 * the migration does: otherwise the key's own index would make each of them two billed rows.
 */
export const capacitySamples = sqliteTable(
  "capacity_samples",
  {
    tenantId: text("tenant_id").notNull(),
    span: text().$type<"minute" | "hour">().notNull(),
    /** Start of the minute or hour. */
    at: integer().notNull(),
    sample: text({ mode: "json" }).$type<CapacitySample>().notNull(),
    /** All there ever was, up to and with this row: what the hub goes on counting from when its memory is gone. */
    totals: text({ mode: "json" }).$type<CapacitySample>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.span, t.at] })],
);

export const alerts = sqliteTable(
  "alerts",
  {
    id: text().primaryKey(),
    tenantId: text("tenant_id").notNull(),
    kind: text().$type<AlertKind>().notNull(),
    subject: text().notNull(),
    subjectName: text("subject_name").notNull(),
    level: text().$type<AlertLevel>().notNull(),
    value: real().notNull(),
    threshold: real().notNull(),
    raisedAt: integer("raised_at").notNull(),
    clearedAt: integer("cleared_at"),
    acknowledgedAt: integer("acknowledged_at"),
    acknowledgedBy: text("acknowledged_by"),
  },
  (t) => [index("alerts_by_age").on(t.tenantId, t.raisedAt)],
);

export const webhooks = sqliteTable("webhooks", {
  id: text().primaryKey(),
  tenantId: text("tenant_id").notNull(),
  name: text().notNull(),
  /** The secret is not here: it is derived from the id and the Worker's own key. */
  url: text().notNull(),
  createdBy: text("created_by").notNull(),
  createdAt: integer("created_at").notNull(),
  lastDeliveredAt: integer("last_delivered_at"),
  lastFailedAt: integer("last_failed_at"),
  dead: integer().notNull(),
});

export const schedules = sqliteTable(
  "schedules",
  {
    id: text().primaryKey(),
    tenantId: text("tenant_id").notNull(),
    name: text().notNull(),
    cron: text().notNull(),
    timeZone: text("time_zone").notNull(),
    blackouts: text({ mode: "json" }).$type<Blackout[]>().notNull(),
    jitterMs: integer("jitter_ms").notNull(),
    catchUp: text("catch_up").$type<"skip" | "one">().notNull(),
    enabled: integer({ mode: "boolean" }).notNull(),
    scan: text({ mode: "json" }).$type<ScanRequest>().notNull(),
    /** Whose turn its scans are (L9): who made it. */
    memberId: text("member_id").notNull(),
    createdAt: integer("created_at").notNull(),
    /** The time that the expression names, and when with jitter the run starts; null when none is to come. */
    nextAt: integer("next_at"),
    dueAt: integer("due_at"),
    lastRunAt: integer("last_run_at"),
    lastScanId: text("last_scan_id"),
    missed: integer().notNull(),
  },
  (t) => [
    index("schedules_due")
      .on(t.dueAt)
      .where(sql`due_at is not null`),
    index("schedules_by_tenant").on(t.tenantId),
  ],
);

/** What a tenant's plan allows; no row, or null, is no limit. Set by whoever runs the service. */
export const planLimits = sqliteTable("plan_limits", {
  tenantId: text("tenant_id").primaryKey(),
  agents: integer(),
  concurrentScans: integer("concurrent_scans"),
  scansPerMonth: integer("scans_per_month"),
});
