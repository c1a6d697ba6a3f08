import type { AlertView } from "@dataguardian/shared/api";
import type { ScanKind } from "@dataguardian/shared/domain";
import type { Text } from "./text.tsx";

/** An alert in a sentence: what, how much, and where the limit lies. */
export function alertSentence({ t, number, duration, share }: Text, alert: AlertView): string {
  const { kind, subjectName: who, value, threshold } = alert;
  const a = t.capacity.alerts;
  switch (kind) {
    case "agent_memory":
    case "pool_use":
      return a[kind](who, share(value, 100), share(threshold, 100));
    case "concurrent_scans":
      return a.concurrent_scans(number(value), number(Math.round(threshold)));
    case "run_time":
      return a.run_time(t.kind[who as ScanKind] ?? who, duration(value), duration(threshold));
    case "queue_wait":
      return a.queue_wait(duration(value), duration(threshold));
    case "dead_letter":
      return a.dead_letter(number(value));
    case "agent_lost":
    case "schedule_missed":
      return a[kind](who);
  }
}
