import { and, isNull } from "drizzle-orm";
import type { AlertPage } from "@dataguardian/shared/api";
import { alerts } from "../../db/schema/index.ts";
import type { Call } from "../call.ts";
import { before, cutPage, newestFirst, type PageRequest } from "../page.ts";
import { view } from "./view.ts";

export async function listAlerts(
  call: Call,
  page: PageRequest & { state: "open" | "all" },
): Promise<AlertPage> {
  const open = page.state === "open" ? isNull(alerts.clearedAt) : undefined;
  const {
    rows: [rows],
    names,
  } = await call.scope.withMemberNames([
    call.scope.readingRows(alerts, {
      where: and(open, before(alerts.raisedAt, alerts.id, page.cursor)),
      orderBy: newestFirst(alerts.raisedAt, alerts.id),
      limit: page.limit + 1,
    }),
  ]);
  const { items, next } = cutPage(rows, page.limit, (row) => ({ id: row.id, at: row.raisedAt }));
  return { alerts: items.map((row) => view(row, names)), next };
}

export const namesOf = (call: Call): Promise<Map<string, string>> => call.scope.memberNames();
