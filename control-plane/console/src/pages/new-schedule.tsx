import { Button, Group, Modal, NativeSelect, Stack, TextInput } from "@mantine/core";
import { type Blackout, CATCH_UP, type ScheduleRequest } from "@dataguardian/shared/api";
import { SCAN_KINDS, type ScanKind } from "@dataguardian/shared/domain";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import { createSchedule } from "../api/capacity.ts";
import { sourcesQuery } from "../api/fleet.ts";
import { ActionError, Notice } from "../components/notice.tsx";
import { useText } from "../i18n/text.tsx";
import { blackoutFault, ScheduleBlackouts } from "./schedule-blackouts.tsx";

const EVERY_WORKNIGHT = "0 2 * * 1-5";
const FIVE_FIELDS = /^\s*\S+(\s+\S+){4}\s*$/;

/** The places that a schedule can look at are sources: a path typed once would go stale unseen. */
export function NewSchedule({ onClose, onDone }: { onClose: () => void; onDone: () => Promise<unknown> }) {
  const { t } = useText();
  const s = t.capacity.schedules;
  const sources = useQuery(sourcesQuery);
  const [draft, setDraft] = useState(() => ({
    name: "",
    kind: null as ScanKind | null,
    source: "",
    cron: EVERY_WORKNIGHT,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    blackouts: [] as Blackout[],
    jitterMinutes: "0",
    catchUp: "skip" as ScheduleRequest["catchUp"],
  }));
  const [checked, setChecked] = useState(false);
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  // The first kind that has a source, so that a single click on a source is enough.
  const kind = draft.kind ?? sources.data?.[0]?.kind ?? "code";
  const names = (sources.data ?? []).filter((source) => source.kind === kind).map(({ name }) => name);
  const faults = {
    name: draft.name.trim() === "",
    source: draft.source === "",
    cron: !FIVE_FIELDS.test(draft.cron),
    jitter: !/^([0-5]?\d|60)$/.test(draft.jitterMinutes.trim()),
    blackouts: draft.blackouts.some(blackoutFault),
  };
  const submit = useMutation({
    mutationFn: async () => {
      const { name, source, cron, timeZone, blackouts, catchUp } = draft;
      const jitterMs = Number(draft.jitterMinutes) * 60_000;
      const when = { cron: cron.trim(), timeZone, blackouts, jitterMs, catchUp };
      await createSchedule({ name: name.trim(), ...when, scan: { kind, source } });
      await onDone();
    },
    onSuccess: onClose,
  });
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!Object.values(faults).includes(true)) submit.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={s.add} closeButtonProps={{ "aria-label": t.app.close }}>
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <TextInput
            label={s.name}
            value={draft.name}
            maxLength={80}
            onChange={(event) => change({ name: event.currentTarget.value })}
            error={checked && faults.name && s.nameMissing}
            data-autofocus
          />
          <NativeSelect
            label={s.kind}
            data={SCAN_KINDS.map((value) => ({ value, label: t.kind[value] }))}
            value={kind}
            onChange={(event) => change({ kind: event.currentTarget.value as ScanKind, source: "" })}
          />
          {names.length === 0 && !sources.isPending ? (
            <Notice tone="info">{s.noSources}</Notice>
          ) : (
            <NativeSelect
              label={s.source}
              data={[{ value: "", label: s.sourcePlaceholder, disabled: true }, ...names]}
              value={draft.source}
              onChange={(event) => change({ source: event.currentTarget.value })}
              error={checked && faults.source && s.sourceMissing}
            />
          )}
          <TextInput
            label={s.cron}
            description={s.cronHint}
            value={draft.cron}
            onChange={(event) => change({ cron: event.currentTarget.value })}
            error={checked && faults.cron && s.cronInvalid}
            spellCheck={false}
          />
          <TextInput
            label={s.zone}
            value={draft.timeZone}
            onChange={(event) => change({ timeZone: event.currentTarget.value })}
            spellCheck={false}
          />
          <ScheduleBlackouts
            windows={draft.blackouts}
            checked={checked}
            onChange={(blackouts) => change({ blackouts })}
          />
          <TextInput
            label={s.jitter}
            description={s.jitterHint}
            value={draft.jitterMinutes}
            inputMode="numeric"
            onChange={(event) => change({ jitterMinutes: event.currentTarget.value })}
            error={checked && faults.jitter && s.jitterInvalid}
          />
          <NativeSelect
            label={s.catchUp}
            data={CATCH_UP.map((value) => ({
              value,
              label: value === "skip" ? s.catchUpSkip : s.catchUpOne,
            }))}
            value={draft.catchUp}
            onChange={(event) => change({ catchUp: event.currentTarget.value as ScheduleRequest["catchUp"] })}
          />
          <ActionError error={submit.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t.app.cancel}
            </Button>
            <Button type="submit" loading={submit.isPending}>
              {s.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
