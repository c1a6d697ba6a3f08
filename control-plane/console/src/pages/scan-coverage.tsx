import { Stack, Text } from "@mantine/core";
import type { ScanDetail } from "@dataguardian/shared/api";
import type { Coverage } from "@dataguardian/shared/domain";
import { DataTable } from "../components/data-table.tsx";
import { Figures } from "../components/figures.tsx";
import { PathText } from "../components/path-text.tsx";
import { isOpen } from "../components/scan-state.tsx";
import { Section } from "../components/section.tsx";
import { useText } from "../i18n/text.tsx";
import { type Unit, unitOf } from "../i18n/unit.ts";

type Skipped = Coverage["skipped"][number];

/** What was looked at and what was not: without it "nothing found" means nothing. */
export function ScanCoverage({ scan }: { scan: ScanDetail }) {
  const { t } = useText();
  const { coverage } = scan;
  const whole = scan.jobs.done === scan.jobs.total;
  const subtitle = whole ? t.coverage.subtitle : isOpen(scan) ? t.coverage.partial : t.coverage.incomplete;
  return (
    <Section title={t.coverage.title} subtitle={coverage === null ? undefined : subtitle}>
      {coverage === null ? (
        <Text size="sm" className="card quiet" p="lg">
          {isOpen(scan) ? t.coverage.pending : t.coverage.unknown}
        </Text>
      ) : (
        <Known coverage={coverage} unit={unitOf(scan.kind)} />
      )}
    </Section>
  );
}

function Known({ coverage, unit }: { coverage: Coverage; unit: Unit }) {
  const { t, reason: said, number, bytes, share } = useText();
  const skipped = coverage.skipped.toSorted((a, b) => b.count - a.count);
  return (
    <Stack gap="sm">
      <div className="card" style={{ padding: "18px 20px" }}>
        <Figures
          figures={[
            { label: t.coverage.seen[unit], value: number(coverage.unitsSeen) },
            {
              label: t.coverage.scanned,
              value: number(coverage.unitsScanned),
              note: share(coverage.unitsScanned, coverage.unitsSeen),
            },
            { label: t.coverage.skipped, value: number(coverage.unitsSeen - coverage.unitsScanned) },
            { label: t.coverage.bytes, value: bytes(coverage.bytes) },
          ]}
        />
      </div>
      {skipped.length === 0 ? (
        <Text size="sm" className="quiet">
          {t.coverage.everything}
        </Text>
      ) : (
        <DataTable<Skipped>
          label={t.coverage.skipped}
          rows={skipped}
          rowKey={(entry) => entry.reason}
          columns={[
            {
              id: "reason",
              header: t.coverage.reason,
              width: "34%",
              leads: true,
              cell: (entry) => sentenceCase(said(entry.reason)),
            },
            {
              id: "count",
              header: t.coverage.count[unit],
              width: "90px",
              align: "right",
              cell: (entry) => number(entry.count),
            },
            { id: "examples", header: t.coverage.examples, cell: (entry) => <Examples entry={entry} /> },
          ]}
        />
      )}
    </Stack>
  );
}

function Examples({ entry }: { entry: Skipped }) {
  const { t } = useText();
  const rest = entry.count - entry.examples.length;
  return (
    <>
      {entry.examples.map((example, i) => (
        <div key={i}>
          <PathText path={example} />
        </div>
      ))}
      {rest > 0 && entry.examples.length > 0 && (
        <Text size="xs" className="quiet">
          {t.app.more(rest)}
        </Text>
      )}
    </>
  );
}

const sentenceCase = (phrase: string) => phrase.charAt(0).toUpperCase() + phrase.slice(1);
