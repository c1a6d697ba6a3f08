import { and, eq, type SQL, sql } from "drizzle-orm";
import type { ScanListItem } from "@dataguardian/shared/api";
import type { ScanState } from "@dataguardian/shared/domain";
import { hasStarted } from "../../db/scan-jobs.ts";
import { scans } from "../../db/schema/index.ts";
import type { Call } from "../call.ts";
import { beforeId, cutPage, newestIdFirst, type PageRequest } from "../page.ts";
import { aboutScans, listItems } from "./view.ts";

/** Newest first. Open scans and ended ones lie apart in the key: a page's worth of each is read, and the newest of both shown. */
export async function listScans(
  { scope }: Call,
  page: PageRequest & { state?: ScanState | undefined },
): Promise<{ scans: ScanListItem[]; next: string | null }> {
  const query = (open: boolean) => ({
    where: and(eq(scans.open, open), ofState(page.state, open), beforeId(scans.id, page.cursor)),
    orderBy: newestIdFirst(scans.id),
    limit: page.limit + 1,
  });
  const ids = (open: boolean) => sql`select id from ${scope.reading(scans, { id: scans.id }, query(open))}`;
  const { rows, names } = await scope.withMemberNames([
    scope.readingRows(scans, query(true)),
    scope.readingRows(scans, query(false)),
    ...aboutScans(scope, sql`${scans.id} in (${ids(true)} union all ${ids(false)})`),
  ]);
  const [open, ended, counts, summaries, tokens] = rows;
  const found = [...open, ...ended].sort((a, b) => (a.id < b.id ? 1 : -1));
  const { items, next } = cutPage(found, page.limit, (row) => ({ id: row.id, at: row.createdAt }));
  return { scans: listItems(items, { counts, summaries, tokens, names }), next };
}

/** Whether an open scan is queued or runs is told by its jobs. */
function ofState(state: ScanState | undefined, open: boolean): SQL | undefined {
  if (state === undefined) return undefined;
  if (state !== "queued" && state !== "running") return open ? sql`false` : eq(scans.state, state);
  if (!open) return sql`false`;
  return state === "running" ? hasStarted : sql`not ${hasStarted}`;
}
