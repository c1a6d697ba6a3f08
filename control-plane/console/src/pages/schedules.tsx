import { Button, Group, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ScheduleView } from "@dataguardian/shared/api";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { removeSchedule, schedulesQuery, setScheduleEnabled } from "../api/capacity.ts";
import { keys } from "../api/keys.ts";
import { Confirm } from "../components/confirm.tsx";
import { type Column, DataTable } from "../components/data-table.tsx";
import { Empty } from "../components/empty.tsx";
import { PlusIcon } from "../components/icons.tsx";
import { Loaded } from "../components/loaded.tsx";
import { ActionError } from "../components/notice.tsx";
import { Section } from "../components/section.tsx";
import { useNow } from "../components/use-now.ts";
import { useText } from "../i18n/text.tsx";
import { useIsAdmin } from "../session/session-gate.tsx";
import { NewSchedule } from "./new-schedule.tsx";

export function Schedules() {
  const { t } = useText();
  const s = t.capacity.schedules;
  const isAdmin = useIsAdmin();
  const client = useQueryClient();
  const schedules = useQuery(schedulesQuery);
  const [adding, { open, close }] = useDisclosure(false);
  const [removing, setRemoving] = useState<ScheduleView | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: keys.schedules });
  const toggle = useMutation({
    mutationFn: (schedule: ScheduleView) => setScheduleEnabled(schedule, !schedule.enabled),
    onSettled: refresh,
  });
  const add = isAdmin && (
    <Button size="xs" leftSection={<PlusIcon size={14} />} onClick={open}>
      {s.add}
    </Button>
  );
  const columns = useColumns({
    busyId: toggle.isPending ? toggle.variables.id : null,
    onToggle: isAdmin ? (schedule) => toggle.mutate(schedule) : null,
    onRemove: setRemoving,
  });
  return (
    <Section title={s.title} subtitle={s.subtitle} aside={(schedules.data ?? []).length > 0 && add}>
      <Loaded query={schedules} rows={1}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={s.emptyTitle} text={s.emptyText} action={add} />
          ) : (
            <Stack gap="sm">
              <ActionError error={toggle.error} />
              <DataTable label={s.title} columns={columns} rows={all} rowKey={(row) => row.id} />
            </Stack>
          )
        }
      </Loaded>
      {adding && <NewSchedule onClose={close} onDone={refresh} />}
      {removing !== null && (
        <Confirm
          title={s.removeTitle(removing.name)}
          text={s.removeText}
          confirm={s.remove}
          danger
          action={async () => {
            await removeSchedule(removing.id);
            await refresh();
          }}
          onClose={() => setRemoving(null)}
        />
      )}
    </Section>
  );
}

interface Actions {
  busyId: string | null;
  /** Null for whoever may only look. */
  onToggle: ((schedule: ScheduleView) => void) | null;
  onRemove: (schedule: ScheduleView) => void;
}

function useColumns({ busyId, onToggle, onRemove }: Actions): Column<ScheduleView>[] {
  const { t, relative, dateTime, number } = useText();
  const now = useNow();
  const s = t.capacity.schedules;
  const columns: Column<ScheduleView>[] = [
    { id: "name", header: s.name, leads: true, cell: (row) => row.name },
    {
      id: "what",
      header: s.what,
      cell: ({ scan }) => `${t.kind[scan.kind]}, ${scan.source ?? scan.target ?? ""}`,
    },
    {
      id: "when",
      header: s.when,
      cell: (row) => (
        <>
          <span className="code-text">{row.cron}</span>
          <div className="quiet">{row.timeZone}</div>
          {row.blackouts.length > 0 && (
            <div className="quiet">{s.restricted(number(row.blackouts.length))}</div>
          )}
        </>
      ),
    },
    {
      id: "next",
      header: s.next,
      cell: ({ enabled, nextRunAt }) =>
        !enabled ? s.paused : nextRunAt === null ? "–" : dateTime(nextRunAt),
    },
    {
      id: "last",
      header: s.last,
      cell: ({ lastRunAt, missed }) => (
        <>
          {lastRunAt === null ? s.never : relative(lastRunAt, now)}
          {missed > 0 && <div className="quiet">{s.missed(number(missed))}</div>}
        </>
      ),
    },
  ];
  if (onToggle === null) return columns;
  const actions = (row: ScheduleView) => {
    const change = row.enabled ? s.pause : s.resume;
    return (
      <Group gap={6} justify="flex-end" wrap="nowrap">
        <Button
          variant="default"
          size="xs"
          loading={busyId === row.id}
          onClick={() => onToggle(row)}
          aria-label={s.actionFor(change, row.name)}
        >
          {change}
        </Button>
        <Button
          variant="default"
          size="xs"
          onClick={() => onRemove(row)}
          aria-label={s.actionFor(s.remove, row.name)}
        >
          {s.remove}
        </Button>
      </Group>
    );
  };
  return [...columns, { id: "actions", header: s.actions, quietHeader: true, align: "right", cell: actions }];
}
