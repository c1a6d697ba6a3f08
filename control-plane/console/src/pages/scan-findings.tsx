import { Button, SegmentedControl, Stack, Text } from "@mantine/core";
import type { ScanDetail } from "@dataguardian/shared/api";
import { SEVERITIES, type Severity } from "@dataguardian/shared/domain";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { findingsQuery } from "../api/scans.ts";
import { Empty } from "../components/empty.tsx";
import { Loaded } from "../components/loaded.tsx";
import { isOpen } from "../components/scan-state.tsx";
import { Section } from "../components/section.tsx";
import { findingCount } from "../components/severity.tsx";
import { useText } from "../i18n/text.tsx";
import { unitOf } from "../i18n/unit.ts";
import { FindingsTable } from "./findings-table.tsx";

export function ScanFindings({ scan }: { scan: ScanDetail }) {
  const { t, number } = useText();
  const [severity, setSeverity] = useState<Severity | null>(null);
  const total = findingCount(scan.summary);
  const counts = scan.summary?.bySeverity ?? {};
  const present = SEVERITIES.filter((value) => (counts[value] ?? 0) > 0);
  const shown = severity === null ? present : [severity];
  const filter = total > 0 && (
    <SegmentedControl
      size="xs"
      aria-label={t.findings.filter}
      value={severity ?? "all"}
      onChange={(value) => setSeverity(SEVERITIES.find((known) => known === value) ?? null)}
      style={{ maxWidth: "100%", overflowX: "auto" }}
      data={[
        { value: "all", label: `${t.findings.all} ${number(total)}` },
        ...present.map((value) => ({
          value,
          label: `${t.severity[value]} ${number(counts[value] ?? 0)}`,
        })),
      ]}
    />
  );
  return (
    <Section
      title={t.findings.title}
      subtitle={total > 0 ? t.findings.previewHint : undefined}
      aside={filter}
    >
      {total > 0 ? (
        <Found
          key={severity}
          scan={scan}
          shown={shown}
          total={severity === null ? total : (counts[severity] ?? 0)}
        />
      ) : (
        <NoneFound scan={scan} />
      )}
    </Section>
  );
}

const STEP = 50;

function Found({ scan, shown, total }: { scan: ScanDetail; shown: readonly Severity[]; total: number }) {
  const { t, number } = useText();
  const [wanted, setWanted] = useState(STEP);
  const query = useInfiniteQuery({ ...findingsQuery(scan.id, shown), placeholderData: keepPreviousData });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  const rows = query.data?.pages.flatMap((page) => page.findings) ?? [];
  // Pages come short at the end of a severity; the reader gets full steps.
  const goesOn = rows.length < wanted && hasNextPage && !isError;
  useEffect(() => {
    if (goesOn && !isFetching) void fetchNextPage();
  }, [goesOn, isFetching, fetchNextPage]);
  const more = () => {
    setWanted(rows.length + STEP);
    void fetchNextPage();
  };
  return (
    <Loaded query={query} rows={5}>
      {() => (
        <Stack>
          {rows.length > 0 && <FindingsTable findings={rows} />}
          <Stack align="center" gap="xs">
            {hasNextPage && !goesOn && (
              <Button variant="default" loading={query.isFetchingNextPage} onClick={more}>
                {t.app.loadMore}
              </Button>
            )}
            <Text size="xs" className="quiet" role="status">
              {goesOn
                ? t.findings.searching
                : t.findings.shown(number(rows.length), number(Math.max(total, rows.length)))}
            </Text>
          </Stack>
        </Stack>
      )}
    </Loaded>
  );
}

/** Never the bare words "nothing found": they come with what was looked at. */
function NoneFound({ scan }: { scan: ScanDetail }) {
  const { t, number } = useText();
  if (scan.state === "done" && scan.coverage !== null) {
    const { unitsScanned, unitsSeen } = scan.coverage;
    return (
      <Empty
        title={t.findings.noneTitle}
        text={t.findings.noneText(
          number(unitsScanned),
          number(unitsSeen),
          t.coverage.units[unitOf(scan.kind)],
        )}
      />
    );
  }
  return (
    <Text size="sm" className="card quiet" p="lg">
      {isOpen(scan) ? t.findings.notYet : scan.jobs.done > 0 ? t.findings.noneInParts : t.findings.noResult}
    </Text>
  );
}
