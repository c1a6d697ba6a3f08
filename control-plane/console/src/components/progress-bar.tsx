import { Progress } from "@mantine/core";
import type { Progress as ScanProgress } from "@dataguardian/shared/domain";

/** Percent done by units, or null while the total is still being counted. */
export function percentDone(progress: readonly (ScanProgress | null)[]): number | null {
  let done = 0;
  let total = 0;
  for (const part of progress) {
    if (part?.unitsTotal === undefined) return null;
    done += part.unitsDone;
    total += part.unitsTotal;
  }
  return total === 0 ? null : Math.min(100, Math.floor((done / total) * 100));
}

/** Without a percentage the bar shows that something goes on, and claims no figure. */
export function ProgressBar({
  percent,
  label,
  size = 8,
}: {
  percent: number | null;
  label: string;
  size?: number;
}) {
  return (
    <Progress.Root size={size} radius="xl">
      <Progress.Section
        value={percent ?? 100}
        striped={percent === null}
        animated={percent === null}
        {...(percent === null && { opacity: 0.45 })}
        withAria={percent !== null}
        aria-label={label}
      />
    </Progress.Root>
  );
}
