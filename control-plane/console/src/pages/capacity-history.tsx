import { SegmentedControl, SimpleGrid } from "@mantine/core";
import type { CapacityHistory } from "@dataguardian/shared/api";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { historyQuery, type Span } from "../api/capacity.ts";
import { Empty } from "../components/empty.tsx";
import { Loaded } from "../components/loaded.tsx";
import { Section } from "../components/section.tsx";
import { TimeChart } from "../components/time-chart.tsx";
import { type Text as Words, useText } from "../i18n/text.tsx";
import { axisEnd, seriesOf } from "./capacity-series.ts";

const EVERY_MS = 60_000;
/** Parts of the horizontal axis: a quarter of an hour in a day, six hours in a month. */
const PARTS: Record<Span, number> = { day: 96, month: 120 };
const SPANS: readonly Span[] = ["day", "month"];
const AXIS_NAMES = 5;

export function CapacityHistoryCharts() {
  const { t } = useText();
  const [span, setSpan] = useState<Span>("day");
  const history = useQuery({
    ...historyQuery(span),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });
  const h = t.capacity.history;
  return (
    <Section
      title={h.title}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={h.span}
          value={span}
          onChange={(value) => setSpan(value === "month" ? "month" : "day")}
          data={SPANS.map((value) => ({ value, label: h[value] }))}
        />
      }
    >
      <Loaded query={history} rows={3}>
        {(reply) =>
          reply.samples.length === 0 ? (
            <Empty title={h.emptyTitle} text={h.emptyText} />
          ) : (
            <Charts history={reply} />
          )
        }
      </Loaded>
    </Section>
  );
}

function Charts({ history }: { history: CapacityHistory }) {
  const text = useText();
  const { t, number, duration } = text;
  const h = t.capacity.history;
  const parts = PARTS[history.span];
  const axis = axisNames(history, text);
  const busy = seriesOf(history, parts, (s) => s.busySlotsMax, "max");
  const slots = seriesOf(history, parts, (s) => s.totalSlotsMax, "max");
  const wait = seriesOf(history, parts, (s) => s.oldestWaitMsMax, "max");
  const scans = seriesOf(history, parts, (s) => s.activeScansMax, "max");
  const done = seriesOf(history, parts, (s) => s.completed, "sum");
  const failed = seriesOf(history, parts, (s) => s.failed, "sum");
  const tested = history.testedCapacity.concurrentScans;
  const jobsEnd = axisEnd(Math.max(...done.values, ...failed.values));
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <TimeChart
        title={h.slots}
        summary={`${number(busy.total)} ${h.slotsBusy}, ${h.slotsTotal} ${number(slots.total)}`}
        values={busy.values}
        second={slots.values}
        end={axisEnd(Math.max(busy.total, slots.total))}
        format={number}
        axis={axis}
      />
      <TimeChart
        title={h.wait}
        summary={h.peak(duration(wait.total))}
        values={wait.values}
        limit={{ value: history.targetWaitMs, label: h.limitTarget }}
        end={Math.max(wait.total, history.targetWaitMs) * 1.25}
        format={duration}
        axis={axis}
      />
      <TimeChart
        title={h.scans}
        summary={h.peak(number(scans.total))}
        values={scans.values}
        limit={{ value: tested, label: `${h.limitTested}: ${number(tested)}` }}
        // The limit is far above most days: it is drawn once the scans come near it.
        end={scans.total > tested / 4 ? Math.max(scans.total, tested) * 1.1 : axisEnd(scans.total)}
        format={(value) => number(Math.round(value))}
        axis={axis}
      />
      <TimeChart
        title={h.jobs}
        summary={`${number(done.total)} ${h.completed}, ${number(failed.total)} ${h.failed}`}
        values={done.values}
        second={failed.total === 0 ? undefined : failed.values}
        end={jobsEnd}
        format={number}
        axis={axis}
      />
    </SimpleGrid>
  );
}

function axisNames({ fromMs, toMs, span }: CapacityHistory, { time, date }: Words): string[] {
  return Array.from({ length: AXIS_NAMES }, (_, i) => {
    const at = fromMs + ((toMs - fromMs) * i) / (AXIS_NAMES - 1);
    return span === "day" ? time(at) : date(at);
  });
}
