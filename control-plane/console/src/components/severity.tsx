import { Group, Text, Tooltip } from "@mantine/core";
import { SEVERITIES, type Severity, type Summary } from "@dataguardian/shared/domain";
import { useText } from "../i18n/text.tsx";
import styles from "./severity.module.css";

/** Filled bars beside the word: severity is never told by colour alone. */
const BARS: Record<Severity, number> = { critical: 4, high: 3, medium: 2, low: 1, info: 0 };

export function SeverityMark({ severity }: { severity: Severity }) {
  return (
    <span className={styles["mark"]} data-severity={severity} aria-hidden="true">
      {[1, 2, 3, 4].map((bar) => (
        <i key={bar} data-on={bar <= BARS[severity] || undefined} />
      ))}
    </span>
  );
}

export function SeverityBadge({ severity }: { severity: Severity }) {
  const { t } = useText();
  return (
    <span className={styles["badge"]}>
      <SeverityMark severity={severity} />
      {t.severity[severity]}
    </span>
  );
}

export function findingCount(summary: Summary | null): number {
  return Object.values(summary?.bySeverity ?? {}).reduce((sum, n) => sum + n, 0);
}

/** Counts by severity, most severe first; severities without findings are left out. */
export function SeverityCounts({ summary }: { summary: Summary }) {
  const { t, number } = useText();
  return (
    <Group gap={12} wrap="wrap" component="ul" className={styles["counts"]}>
      {SEVERITIES.filter((severity) => (summary.bySeverity[severity] ?? 0) > 0).map((severity) => (
        <li key={severity}>
          <Tooltip label={t.severity[severity]} withArrow>
            <span className={styles["badge"]}>
              <SeverityMark severity={severity} />
              <Text span fw={500} size="sm">
                {number(summary.bySeverity[severity] ?? 0)}
              </Text>
              <span className={styles["hidden"]}>{t.severity[severity]}</span>
            </span>
          </Tooltip>
        </li>
      ))}
    </Group>
  );
}
