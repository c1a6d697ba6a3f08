import { Button, Center, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { AgentView, ScanListItem } from "@dataguardian/shared/api";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { agentsQuery } from "../api/fleet.ts";
import { scansQuery } from "../api/scans.ts";
import { type Column, DataTable } from "../components/data-table.tsx";
import { Empty } from "../components/empty.tsx";
import { PlusIcon } from "../components/icons.tsx";
import { Loaded } from "../components/loaded.tsx";
import { PageHeader } from "../components/page-header.tsx";
import { percentDone, ProgressBar } from "../components/progress-bar.tsx";
import { RelativeTime } from "../components/relative-time.tsx";
import { isHeldUp, isOpen, ScanStateBadge } from "../components/scan-state.tsx";
import { findingCount, SeverityCounts } from "../components/severity.tsx";
import { Target, targetOf } from "../components/target.tsx";
import { type Text as Words, useText } from "../i18n/text.tsx";
import { usePolling } from "../live/live-provider.tsx";
import { NewScan } from "./new-scan.tsx";
import styles from "./scans.module.css";

export function ScansPage() {
  const text = useText();
  const { t } = text;
  const refetchInterval = usePolling();
  const scans = useInfiniteQuery({ ...scansQuery, refetchInterval });
  const agents = useQuery({ ...agentsQuery, refetchInterval });
  const [creating, { open, close }] = useDisclosure(false);
  const create = (
    <Button leftSection={<PlusIcon size={16} />} onClick={open}>
      {t.scans.create}
    </Button>
  );
  return (
    <>
      <PageHeader title={t.scans.title} subtitle={t.scans.subtitle} action={create} />
      <Loaded query={scans} rows={6}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.scans);
          if (items.length === 0)
            return <NoScans hasAgents={(agents.data?.length ?? 1) > 0} create={create} />;
          return (
            <Stack>
              <DataTable
                label={t.scans.title}
                columns={columns(text, agents.data ?? [])}
                rows={items}
                rowKey={(scan) => scan.id}
              />
              {scans.hasNextPage && (
                <Center>
                  <Button
                    variant="default"
                    loading={scans.isFetchingNextPage}
                    onClick={() => void scans.fetchNextPage()}
                  >
                    {t.app.loadMore}
                  </Button>
                </Center>
              )}
            </Stack>
          );
        }}
      </Loaded>
      {creating && <NewScan onClose={close} />}
    </>
  );
}

function NoScans({ hasAgents, create }: { hasAgents: boolean; create: React.ReactNode }) {
  const { t } = useText();
  if (hasAgents) return <Empty title={t.scans.emptyTitle} text={t.scans.emptyText} action={create} />;
  return (
    <Empty
      title={t.scans.emptyTitle}
      text={t.scans.emptyNoAgents}
      action={
        <Button component={Link} href="/agents">
          {t.scans.addAgent}
        </Button>
      }
    />
  );
}

function columns({ t }: Words, agents: readonly AgentView[]): Column<ScanListItem>[] {
  return [
    {
      id: "target",
      header: t.scans.target,
      leads: true,
      width: "38%",
      cell: (scan) => (
        <Link href={`/scans/${scan.id}`} className={styles["link"] ?? ""}>
          <Target scan={scan} />
        </Link>
      ),
    },
    {
      id: "state",
      header: t.scans.state,
      cell: (scan) => (
        <Stack gap={6}>
          <ScanStateBadge scan={scan} />
          {scan.state === "running" && !(isHeldUp(scan) && scan.jobs.done === 0) && (
            <Running scan={scan} agents={agents} />
          )}
        </Stack>
      ),
    },
    { id: "findings", header: t.scans.findings, cell: (scan) => <Findings scan={scan} agents={agents} /> },
    {
      id: "requested",
      header: t.scans.requested,
      cell: (scan) => (
        <div>
          <RelativeTime atMs={scan.createdAt} />
          <Text size="xs" className="quiet">
            {scan.requestedBy ?? t.scans.someone}
          </Text>
        </div>
      ),
    },
  ];
}

/** Finished parts count as whole; what runs counts by what its agent reports. */
function Running({ scan, agents }: { scan: ScanListItem; agents: readonly AgentView[] }) {
  const { t } = useText();
  const { total, done } = scan.jobs;
  const percents = runsOf(scan, agents).map((run) => percentDone([run.progress]));
  const known = percents.some((percent) => percent !== null) || done > 0;
  const sum = percents.reduce<number>((all, percent) => all + (percent ?? 0), 0);
  return (
    <div className={styles["progress"]}>
      <ProgressBar
        size={5}
        percent={known ? Math.floor((done * 100 + sum) / total) : null}
        label={t.scan.progressOf(targetOf(scan))}
      />
      {total > 1 && (
        <Text size="xs" className="quiet" mt={4}>
          {t.scans.parts(done, total)}
        </Text>
      )}
    </div>
  );
}

function Findings({ scan, agents }: { scan: ScanListItem; agents: readonly AgentView[] }) {
  const { t, number } = useText();
  const found = findingCount(scan.summary);
  if (scan.summary !== null && found > 0) return <SeverityCounts summary={scan.summary} />;
  if (scan.state === "done") {
    return (
      <div>
        {t.scans.nothingFound}
        <Text size="xs" className="quiet">
          {t.scans.seeCoverage}
        </Text>
      </div>
    );
  }
  const soFar = runsOf(scan, agents).reduce((sum, run) => sum + (run.progress?.findings ?? 0), 0);
  if (isOpen(scan) && soFar > 0) return <span>{t.scans.findingsSoFar(number(soFar))}</span>;
  return <span className="quiet">{isOpen(scan) ? t.scans.pending : t.scans.noResult}</span>;
}

const runsOf = (scan: ScanListItem, agents: readonly AgentView[]) =>
  agents.flatMap((agent) => agent.running).filter((run) => run.scanId === scan.id);
