import { Stack, Text } from "@mantine/core";
import type { JobView, ScanDetail } from "@dataguardian/shared/api";
import { type Column, DataTable } from "../components/data-table.tsx";
import { percentDone, ProgressBar } from "../components/progress-bar.tsx";
import { JobStateBadge } from "../components/scan-state.tsx";
import { Section } from "../components/section.tsx";
import { WaitLine } from "../components/wait-line.tsx";
import { failureText } from "../i18n/failure.ts";
import { type Text as Words, useText } from "../i18n/text.tsx";

/** The parts of a sharded scan: who works on which, and why the others wait. */
export function ScanJobs({ scan }: { scan: ScanDetail }) {
  const text = useText();
  return (
    <Section title={text.t.scan.jobs}>
      <DataTable
        label={text.t.scan.jobs}
        columns={columns(text)}
        rows={scan.jobList}
        rowKey={(job) => job.id}
      />
    </Section>
  );
}

function columns(text: Words): Column<JobView>[] {
  const { t } = text;
  return [
    {
      id: "part",
      header: t.scan.part,
      leads: true,
      width: "130px",
      cell: (job) => t.scan.partOf(job.shard.index + 1, job.shard.count),
    },
    {
      id: "state",
      header: t.scans.state,
      width: "130px",
      cell: (job) => <JobStateBadge state={job.state} />,
    },
    { id: "agent", header: t.scan.agent, width: "150px", cell: (job) => job.agent?.name ?? "" },
    {
      id: "attempt",
      header: t.scan.attempt,
      width: "90px",
      // `attempts` counts those that failed.
      cell: (job) =>
        t.scan.attemptOf(
          Math.min(job.attempts + (job.state === "dead" ? 0 : 1), job.maxAttempts),
          job.maxAttempts,
        ),
    },
    { id: "status", header: t.scan.status, cell: (job) => <Status job={job} text={text} /> },
  ];
}

function Status({ job, text: { t, number, share } }: { job: JobView; text: Words }) {
  if (job.state === "ready" && job.wait !== null) return <WaitLine wait={job.wait} />;
  if (job.state === "dead") return failureText(t, job.lastFailure).advice;
  if (job.state !== "leased") return null;
  const percent = percentDone([job.progress]);
  const found = job.progress?.findings ?? 0;
  return (
    <Stack gap={5} pt={5}>
      <ProgressBar
        size={5}
        percent={percent}
        label={t.scan.progressOf(t.scan.partOf(job.shard.index + 1, job.shard.count))}
      />
      <Text size="xs" className="quiet">
        {[
          t.stage[job.progress?.stage ?? "starting"],
          ...(percent === null ? [] : [share(percent, 100)]),
          ...(found === 0 ? [] : [`${t.scans.findings}: ${number(found)}`]),
        ].join(" · ")}
      </Text>
    </Stack>
  );
}
