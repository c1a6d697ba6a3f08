import { and, eq } from "drizzle-orm";
import type { ScanListItem } from "@dataguardian/shared/api";
import type { ScanState } from "@dataguardian/shared/domain";
import { scans } from "../../db/schema/index.ts";
import type { Call } from "../call.ts";
import { before, cutPage, newestFirst, type PageRequest } from "../page.ts";
import { listItems } from "./view.ts";

export async function listScans(
  call: Call,
  page: PageRequest & { state?: ScanState | undefined },
): Promise<{ scans: ScanListItem[]; next: string | null }> {
  const state = page.state === undefined ? undefined : eq(scans.state, page.state);
  const rows = await call.scope.rows(scans, {
    where: and(state, before(scans.createdAt, scans.id, page.cursor)),
    orderBy: newestFirst(scans.createdAt, scans.id),
    limit: page.limit + 1,
  });
  const { items, next } = cutPage(rows, page.limit, (row) => ({ id: row.id, at: row.createdAt }));
  return { scans: await listItems(call.scope, items), next };
}
