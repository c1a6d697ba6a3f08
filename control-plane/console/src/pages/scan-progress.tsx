import { Group, Stack, Text } from "@mantine/core";
import type { JobView, ScanDetail } from "@dataguardian/shared/api";
import { Figures } from "../components/figures.tsx";
import { ClockIcon } from "../components/icons.tsx";
import { percentDone, ProgressBar } from "../components/progress-bar.tsx";
import { Section } from "../components/section.tsx";
import { findingCount } from "../components/severity.tsx";
import { targetOf } from "../components/target.tsx";
import { WaitLine } from "../components/wait-line.tsx";
import { useText } from "../i18n/text.tsx";
import { unitOf } from "../i18n/unit.ts";
import { scanPercent, totalsOf } from "./scan-totals.ts";

/** How far the scan is: a bar and the figures that its agents report, or the reason why it has not started. */
export function ScanProgress({ scan }: { scan: ScanDetail }) {
  const { t, number, bytes, share } = useText();
  const running = scan.jobList.filter((job) => job.state === "leased");
  const first = scan.jobList.find((job) => job.state === "ready");
  const totals = totalsOf(running);
  const percent = scanPercent(scan, percentDone);
  const label = t.scan.progressOf(targetOf(scan));
  const whole = scan.jobList.length === 1;
  return (
    <Section title={running.length === 0 ? t.scan.waitsTitle : t.scan.progress}>
      <Stack className="card" p="lg" gap="md">
        {running.length === 0 && first?.wait ? (
          <Group gap="sm" wrap="nowrap" align="flex-start" className="quiet">
            <ClockIcon />
            <Text component="div" size="sm" c="var(--mantine-color-text)">
              <WaitLine wait={first.wait} />
            </Text>
          </Group>
        ) : (
          <>
            <Group justify="space-between" gap="xs">
              <Text size="sm" fw={500}>
                {whole ? <Stage job={running[0]} /> : t.scans.parts(scan.jobs.done, scan.jobs.total)}
              </Text>
              {percent !== null && (
                <Text size="sm" fw={600}>
                  {share(percent, 100)}
                </Text>
              )}
            </Group>
            <ProgressBar percent={percent} label={label} />
            <Figures
              figures={[
                {
                  label: t.coverage.unitsDone[unitOf(scan.kind)],
                  value: number(totals.unitsDone + (scan.coverage?.unitsSeen ?? 0)),
                  note:
                    whole && totals.unitsTotal !== null
                      ? t.scan.ofFiles(number(totals.unitsTotal))
                      : undefined,
                },
                {
                  label: t.coverage.bytes,
                  value: bytes(totals.bytesDone + (scan.coverage?.bytes ?? 0)),
                },
                {
                  label: t.scan.findingsSoFar,
                  value: number(totals.findings + findingCount(scan.summary)),
                },
                ...(whole ? [{ label: t.scan.agent, value: running[0]?.agent?.name ?? "" }] : []),
              ]}
            />
          </>
        )}
      </Stack>
    </Section>
  );
}

function Stage({ job }: { job: JobView | undefined }) {
  const { t } = useText();
  return t.stage[job?.progress?.stage ?? "starting"];
}
