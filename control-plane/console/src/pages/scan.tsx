import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import type { ScanDetail } from "@dataguardian/shared/api";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Link } from "wouter";
import { keys } from "../api/keys.ts";
import { cancelScan, scanQuery } from "../api/scans.ts";
import { Confirm } from "../components/confirm.tsx";
import { BackIcon } from "../components/icons.tsx";
import { Loaded } from "../components/loaded.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHeader } from "../components/page-header.tsx";
import { isHeldUp, isOpen, ScanStateBadge } from "../components/scan-state.tsx";
import { targetOf } from "../components/target.tsx";
import { useNow } from "../components/use-now.ts";
import { useText } from "../i18n/text.tsx";
import { usePolling } from "../live/live-provider.tsx";
import { ScanAiUse } from "./scan-ai-use.tsx";
import { ScanCoverage } from "./scan-coverage.tsx";
import { ScanDataMap } from "./scan-data-map.tsx";
import { ScanFindings } from "./scan-findings.tsx";
import { ScanJobs } from "./scan-jobs.tsx";
import { ScanOutcome } from "./scan-outcome.tsx";
import { ScanPerson } from "./scan-person.tsx";
import { ScanProgress } from "./scan-progress.tsx";

export function ScanPage({ id }: { id: string }) {
  const { t } = useText();
  const polling = usePolling();
  const scan = useQuery({
    ...scanQuery(id),
    // A scan that has ended changes by a redrive only, and that is told.
    refetchInterval: ({ state }) => (state.data === undefined || isOpen(state.data) ? polling : false),
  });
  useFindingsFollow(id, scan.data?.jobs.done);
  return (
    <>
      <Anchor
        component={Link}
        href="/scans"
        size="sm"
        mb={10}
        display="inline-flex"
        className="quiet"
        style={{ gap: 2 }}
      >
        <BackIcon size={16} />
        {t.scan.back}
      </Anchor>
      <Loaded query={scan}>{(data) => <Scan scan={data} />}</Loaded>
    </>
  );
}

function Scan({ scan }: { scan: ScanDetail }) {
  const { t } = useText();
  const [asking, { open, close }] = useDisclosure(false);
  const [cancelling, setCancelling] = useState(false);
  const client = useQueryClient();
  const cancel = (
    <Button variant="default" onClick={open}>
      {t.scan.cancel}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={targetOf(scan)}
        subtitle={<Facts scan={scan} />}
        action={isOpen(scan) && !cancelling && cancel}
      />
      <Stack gap={28}>
        {cancelling && isOpen(scan) && <Notice tone="info">{t.scan.cancelling}</Notice>}
        <ScanOutcome scan={scan} />
        {isOpen(scan) && <ScanProgress scan={scan} />}
        {scan.jobs.total > 1 && scan.jobs.done < scan.jobs.total && <ScanJobs scan={scan} />}
        <ScanAiUse scan={scan} />
        {scan.options.subject === undefined ? <ScanFindings scan={scan} /> : <ScanPerson scan={scan} />}
        <ScanDataMap scan={scan} />
        <ScanCoverage scan={scan} />
      </Stack>
      {asking && (
        <Confirm
          title={t.scan.cancelTitle}
          text={t.scan.cancelText}
          confirm={t.scan.cancel}
          dismiss={t.scan.keep}
          danger
          action={async () => {
            client.setQueryData(keys.scan(scan.id), await cancelScan(scan.id));
            setCancelling(true);
          }}
          onClose={close}
        />
      )}
    </>
  );
}

function Facts({ scan }: { scan: ScanDetail }) {
  const { t, dateTime, duration } = useText();
  const now = useNow(1_000);
  const when = dateTime(scan.createdAt);
  const facts = [
    t.kind[scan.kind],
    ...(scan.options.subject === undefined ? [] : [t.person.short]),
    scan.requestedBy === null ? t.scan.requestedAt(when) : t.scan.requestedBy(scan.requestedBy, when),
    ...(scan.startedAt === null || isHeldUp(scan)
      ? []
      : [
          scan.endedAt === null
            ? t.scan.runsFor(duration(Math.max(0, now - scan.startedAt)))
            : t.scan.took(duration(Math.max(0, scan.endedAt - scan.startedAt))),
        ]),
    ...(scan.options.ref === undefined ? [] : [scan.options.ref]),
    ...(scan.priority === "normal" ? [] : [`${t.newScan.priority}: ${t.priority[scan.priority]}`]),
  ];
  return (
    <Group gap="2px 10px">
      <Text span size="sm" c="var(--mantine-color-text)" fw={500}>
        <ScanStateBadge scan={scan} />
      </Text>
      <span>{facts.join(" · ")}</span>
    </Group>
  );
}

/** Findings come with accepted results only, so they are asked for again when one more part is done. */
function useFindingsFollow(id: string, partsDone: number | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (partsDone !== undefined) void client.invalidateQueries({ queryKey: keys.findingsOf(id) });
  }, [client, id, partsDone]);
}
