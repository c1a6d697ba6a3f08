import { Anchor, Group, Stack, Text } from "@mantine/core";
import type { CapacityReply, UsageReply } from "@dataguardian/shared/api";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { capacityQuery, usageQuery } from "../api/capacity.ts";
import { queueQuery } from "../api/fleet.ts";
import { Figures } from "../components/figures.tsx";
import { Loaded } from "../components/loaded.tsx";
import { PageHeader } from "../components/page-header.tsx";
import { Section } from "../components/section.tsx";
import { Target } from "../components/target.tsx";
import { WaitLine } from "../components/wait-line.tsx";
import { useText } from "../i18n/text.tsx";
import { usePolling } from "../live/live-provider.tsx";
import { CapacityAlerts } from "./capacity-alerts.tsx";
import { CapacityHistoryCharts } from "./capacity-history.tsx";
import { Planner } from "./planner.tsx";
import { Schedules } from "./schedules.tsx";

const SHOWN_WAITING = 5;

export function CapacityPage() {
  const { t } = useText();
  const refetchInterval = usePolling();
  const capacity = useQuery({ ...capacityQuery, refetchInterval });
  const usage = useQuery({ ...usageQuery, refetchInterval });
  return (
    <>
      <PageHeader title={t.capacity.title} subtitle={t.capacity.subtitle} />
      <Stack gap={32}>
        <Loaded query={capacity} rows={2}>
          {(reply) => <Now reply={reply} usage={usage.data} />}
        </Loaded>
        <CapacityAlerts />
        <CapacityHistoryCharts />
        <WhoWaits />
        <Planner medians={capacity.data?.byKind ?? []} />
        <Schedules />
      </Stack>
    </>
  );
}

function Now({ reply, usage }: { reply: CapacityReply; usage: UsageReply | undefined }) {
  const { t, number, duration } = useText();
  const c = t.capacity;
  const figures = [
    {
      label: c.slots,
      value: number(reply.busySlots),
      note: reply.totalSlots === 0 ? c.noSlots : c.ofTotal(number(reply.totalSlots)),
    },
    { label: c.waiting, value: number(reply.waiting) },
    {
      label: c.oldestWait,
      value: reply.waiting === 0 ? "–" : duration(reply.oldestWaitMs),
      note: c.target(duration(reply.targetWaitMs)),
    },
    {
      label: c.activeScans,
      value: number(reply.activeScans),
      note: c.tested(number(reply.testedCapacity.concurrentScans)),
    },
    { label: c.agentsOnline, value: number(reply.agentsOnline) },
  ];
  const metered = (name: string, { used, limit }: UsageReply["agents"]) => ({
    label: name,
    value: limit === null ? number(used) : c.usedOf(number(used), number(limit)),
    note: limit === null ? c.noLimit : undefined,
  });
  return (
    <Section title={c.now}>
      <div className="card" style={{ padding: "18px 20px" }}>
        <Figures figures={figures} />
      </div>
      {usage !== undefined && (
        <div
          className="card"
          style={{ padding: "14px 20px", marginTop: 10 }}
          aria-label={c.usage}
          role="group"
        >
          <Text size="xs" fw={600} mb={8}>
            {c.usage}
          </Text>
          <Figures
            figures={[
              metered(c.agents, usage.agents),
              metered(c.activeScans, usage.concurrentScans),
              metered(c.scansThisMonth, usage.scansThisMonth),
            ]}
          />
        </div>
      )}
    </Section>
  );
}

/** The head of the queue; the rest is a click away. */
function WhoWaits() {
  const { t } = useText();
  const queue = useQuery({ ...queueQuery, refetchInterval: usePolling() });
  return (
    <Section
      title={t.capacity.whoWaits}
      aside={
        <Anchor component={Link} href="/queue" size="sm">
          {t.capacity.openQueue}
        </Anchor>
      }
    >
      <Loaded query={queue} rows={1}>
        {({ items }) =>
          items.length === 0 ? (
            <Text className="card quiet" size="sm" p="md">
              {t.capacity.nothingWaits}
            </Text>
          ) : (
            <Stack className="card" gap={0}>
              {items.slice(0, SHOWN_WAITING).map((item) => (
                <Group key={item.jobId} px="md" py={10} justify="space-between" gap="sm" align="flex-start">
                  <div style={{ flex: "1 1 220px", minWidth: 0 }}>
                    <Target scan={item} />
                  </div>
                  <Text component="div" size="sm" style={{ flex: "1 1 220px" }}>
                    <WaitLine wait={item.wait} />
                  </Text>
                </Group>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Section>
  );
}
