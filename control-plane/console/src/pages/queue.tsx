import { Stack, Text } from "@mantine/core";
import type { QueueItem, QueueReply } from "@dataguardian/shared/api";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { queueQuery } from "../api/fleet.ts";
import { type Column, DataTable } from "../components/data-table.tsx";
import { Empty } from "../components/empty.tsx";
import { Figures } from "../components/figures.tsx";
import { Loaded } from "../components/loaded.tsx";
import { PageHeader } from "../components/page-header.tsx";
import { Target } from "../components/target.tsx";
import { useNow } from "../components/use-now.ts";
import { WaitLine } from "../components/wait-line.tsx";
import { type Text as Words, useText } from "../i18n/text.tsx";
import { usePolling } from "../live/live-provider.tsx";
import styles from "./scans.module.css";

export function QueuePage() {
  const { t } = useText();
  const queue = useQuery({ ...queueQuery, refetchInterval: usePolling() });
  return (
    <>
      <PageHeader title={t.queue.title} subtitle={t.queue.subtitle} />
      <Loaded query={queue}>{(reply) => <Queue reply={reply} />}</Loaded>
    </>
  );
}

function Queue({ reply }: { reply: QueueReply }) {
  const text = useText();
  const { t, number } = text;
  const now = useNow();
  return (
    <Stack gap="lg">
      <div className="card" style={{ padding: "18px 20px", maxWidth: 360 }}>
        <Figures
          figures={[
            { label: t.queue.running, value: number(reply.running) },
            { label: t.queue.waiting, value: number(reply.waiting) },
          ]}
        />
      </div>
      {reply.items.length === 0 ? (
        <Empty title={t.queue.emptyTitle} text={t.queue.emptyText} />
      ) : (
        <DataTable
          label={t.queue.title}
          columns={columns(text, now)}
          rows={reply.items}
          rowKey={(item) => item.jobId}
        />
      )}
      {reply.waiting > reply.items.length && (
        <Text size="xs" className="quiet">
          {t.queue.shownOf(number(reply.items.length), number(reply.waiting))}
        </Text>
      )}
    </Stack>
  );
}

function columns({ t, number, duration }: Words, now: number): Column<QueueItem>[] {
  return [
    {
      id: "position",
      header: t.queue.position,
      width: "70px",
      cell: ({ wait }) => (wait.why === "position" ? number(wait.position) : null),
    },
    {
      id: "what",
      header: t.queue.what,
      width: "32%",
      leads: true,
      cell: (item) => (
        <Link href={`/scans/${item.scanId}`} className={styles["link"] ?? ""}>
          <Target
            scan={item}
            {...(item.shard.count > 1 && { note: t.queue.partOf(item.shard.index + 1, item.shard.count) })}
          />
        </Link>
      ),
    },
    { id: "priority", header: t.queue.priority, width: "100px", cell: (item) => t.priority[item.priority] },
    {
      id: "since",
      header: t.queue.since,
      width: "130px",
      // A job that waits for its next try counts from then, and the server's clock may be a little ahead.
      cell: (item) => (
        <span style={{ whiteSpace: "nowrap" }}>{duration(Math.max(0, now - item.waitingSinceMs))}</span>
      ),
    },
    { id: "reason", header: t.queue.reason, cell: (item) => <WaitLine wait={item.wait} /> },
  ];
}
