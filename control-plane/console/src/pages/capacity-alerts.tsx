import { Button, Group, Stack, Text } from "@mantine/core";
import type { AlertView } from "@dataguardian/shared/api";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { acknowledgeAlert, alertsQuery } from "../api/capacity.ts";
import { keys } from "../api/keys.ts";
import { Loaded } from "../components/loaded.tsx";
import { ActionError } from "../components/notice.tsx";
import { Section } from "../components/section.tsx";
import { useNow } from "../components/use-now.ts";
import { alertSentence } from "../i18n/alert-sentence.ts";
import { useText } from "../i18n/text.tsx";
import { usePolling } from "../live/live-provider.tsx";

export function CapacityAlerts() {
  const { t } = useText();
  const alerts = useQuery({ ...alertsQuery, refetchInterval: usePolling() });
  const client = useQueryClient();
  const acknowledge = useMutation({
    mutationFn: acknowledgeAlert,
    onSettled: () => client.invalidateQueries({ queryKey: keys.alerts }),
  });
  return (
    <Section title={t.capacity.alerts.title}>
      <Loaded query={alerts} rows={1}>
        {(open) =>
          open.length === 0 ? (
            <Text className="card quiet" size="sm" p="md">
              {t.capacity.alerts.none}
            </Text>
          ) : (
            <Stack gap="sm">
              <ActionError error={acknowledge.error} />
              {open.map((alert) => (
                <AlertLine
                  key={alert.id}
                  alert={alert}
                  busy={acknowledge.isPending && acknowledge.variables === alert.id}
                  onAcknowledge={() => acknowledge.mutate(alert.id)}
                />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Section>
  );
}

interface LineProps {
  alert: AlertView;
  busy: boolean;
  onAcknowledge: () => void;
}

function AlertLine({ alert, busy, onAcknowledge }: LineProps) {
  const text = useText();
  const { t, relative } = text;
  const now = useNow();
  const sentence = alertSentence(text, alert);
  const critical = alert.level === "critical";
  return (
    <Group
      className="card"
      px="md"
      py={12}
      justify="space-between"
      gap="sm"
      style={{ borderLeft: `3px solid var(--sev-${critical ? "critical" : "medium"})` }}
    >
      <div style={{ flex: "1 1 240px" }}>
        <Text size="sm" fw={500}>
          {sentence}
        </Text>
        <Text size="xs" className="quiet" mt={2}>
          {t.capacity.alerts.level[alert.level]} · {relative(alert.raisedAt, now)}
          {alert.acknowledgedAt !== null && ` · ${t.capacity.alerts.seenBy(alert.acknowledgedBy ?? "–")}`}
        </Text>
      </div>
      {alert.acknowledgedAt === null && (
        <Button
          variant="default"
          size="xs"
          loading={busy}
          onClick={onAcknowledge}
          aria-label={t.capacity.alerts.acknowledgeFor(sentence)}
        >
          {t.capacity.alerts.acknowledge}
        </Button>
      )}
    </Group>
  );
}
