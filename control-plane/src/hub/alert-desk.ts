/** Where the hub's alerts go: into D1, to the open consoles, and to the tenant's webhooks by way of the queue. */
import type { AlertView } from "@dataguardian/shared/api";
import { createId } from "@dataguardian/shared/domain";
import { putAlert } from "../db/ledger/alerts.ts";
import type { WebhookMessage } from "../webhooks/message.ts";
import { Watch } from "./watch.ts";

export interface AlertDeskDeps {
  tenantId: string;
  db: D1Database;
  queue: Queue<WebhookMessage> | undefined;
  now(): number;
  tell(alert: AlertView): void;
  /** Work that nobody waits for. */
  follow(event: string, run: () => Promise<void>): void;
}

export function openAlertDesk(deps: AlertDeskDeps): Watch {
  // One after the other: an alert that is raised and over within a moment must end as over.
  let last: Promise<void> = Promise.resolve();
  return new Watch({
    now: deps.now,
    newId: () => createId("alert", deps.now(), (size) => crypto.getRandomValues(new Uint8Array(size))),
    changed: (alert, event) => {
      deps.tell(alert);
      const before = last;
      const work = async () => {
        await before.catch(() => {});
        await putAlert(deps.db, deps.tenantId, alert);
        if (event === "worse" && alert.level !== "critical") return;
        await enqueue(deps, event === "cleared" ? "alert.cleared" : "alert.raised", alert);
      };
      deps.follow("alert", () => (last = work()));
    },
  });
}

async function enqueue(deps: AlertDeskDeps, event: WebhookMessage["event"], alert: AlertView): Promise<void> {
  if (deps.queue === undefined) return;
  const { results } = await deps.db
    .prepare("select id from webhooks where tenant_id = ?1")
    .bind(deps.tenantId)
    .all<{ id: string }>();
  if (results.length === 0) return;
  const { tenantId } = deps;
  await deps.queue.sendBatch(
    results.map(({ id }) => ({ body: { webhookId: id, tenantId, event, alert } satisfies WebhookMessage })),
  );
}
