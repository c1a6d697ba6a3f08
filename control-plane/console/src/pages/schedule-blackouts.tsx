import { Button, Chip, Group, Stack, Text, TextInput } from "@mantine/core";
import type { Blackout } from "@dataguardian/shared/api";
import { PlusIcon } from "../components/icons.tsx";
import { useText } from "../i18n/text.tsx";

const MAX_BLACKOUTS = 20;
const WORKDAYS = { days: [1, 2, 3, 4, 5], from: "08:00", until: "18:00" };
/** Sunday is 0, and a week begins on Monday here. */
const WEEK = [1, 2, 3, 4, 5, 6, 0];
const A_SUNDAY = Date.UTC(2026, 0, 4);
const DAY_MS = 86_400_000;

/** A fault is a window that has no day, or a time or date that is not filled in or runs backwards. */
export const blackoutFault = (window: Blackout): boolean =>
  "days" in window
    ? window.days.length === 0 || window.from === "" || window.until === "" || window.from === window.until
    : window.fromDate === "" || window.untilDate === "" || window.untilDate < window.fromDate;

interface Props {
  windows: readonly Blackout[];
  checked: boolean;
  onChange: (windows: Blackout[]) => void;
}

/** When a schedule starts nothing: hours of the week, and stretches of days. */
export function ScheduleBlackouts({ windows, checked, onChange }: Props) {
  const { t } = useText();
  const s = t.capacity.schedules;
  const put = (at: number, window: Blackout) => onChange(windows.map((old, n) => (n === at ? window : old)));
  const add = (window: Blackout) => onChange([...windows, window]);
  return (
    <Stack gap="xs" role="group" aria-label={s.blackouts}>
      <div>
        <Text size="sm" fw={500}>
          {s.blackouts}
        </Text>
        <Text size="xs" c="dimmed">
          {s.blackoutsHint}
        </Text>
      </div>
      {windows.map((window, n) => (
        // A window has no name; its place in the list is what it is.
        <Stack key={n} gap={6}>
          {"days" in window ? (
            <WeekWindow window={window} onChange={(next) => put(n, next)} />
          ) : (
            <Group gap="sm" grow>
              <TextInput
                type="date"
                label={s.fromDate}
                value={window.fromDate}
                onChange={(event) => put(n, { ...window, fromDate: event.currentTarget.value })}
              />
              <TextInput
                type="date"
                label={s.untilDate}
                value={window.untilDate}
                onChange={(event) => put(n, { ...window, untilDate: event.currentTarget.value })}
              />
            </Group>
          )}
          {checked && blackoutFault(window) && (
            <Text size="xs" c="red" role="alert">
              {s.blackoutInvalid}
            </Text>
          )}
          <Group justify="flex-end">
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => onChange(windows.filter((_, at) => at !== n))}
            >
              {s.blackoutRemove}
            </Button>
          </Group>
        </Stack>
      ))}
      {windows.length < MAX_BLACKOUTS && (
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            leftSection={<PlusIcon size={14} />}
            onClick={() => add(WORKDAYS)}
          >
            {s.addHours}
          </Button>
          <Button
            variant="default"
            size="xs"
            leftSection={<PlusIcon size={14} />}
            onClick={() => add({ fromDate: "", untilDate: "" })}
          >
            {s.addDates}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

type Weekly = Extract<Blackout, { days: number[] }>;

function WeekWindow({ window, onChange }: { window: Weekly; onChange: (window: Weekly) => void }) {
  const { t, language } = useText();
  const s = t.capacity.schedules;
  const dayName = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
  return (
    <>
      <Chip.Group
        multiple
        value={window.days.map(String)}
        onChange={(days) => onChange({ ...window, days: days.map(Number).sort((a, b) => a - b) })}
      >
        <Group gap={6}>
          {WEEK.map((day) => (
            <Chip key={day} value={String(day)} size="xs">
              {dayName.format(A_SUNDAY + day * DAY_MS)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Group gap="sm" grow>
        <TextInput
          type="time"
          label={s.from}
          value={window.from}
          onChange={(event) => onChange({ ...window, from: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={s.until}
          value={window.until}
          onChange={(event) => onChange({ ...window, until: event.currentTarget.value })}
        />
      </Group>
    </>
  );
}
