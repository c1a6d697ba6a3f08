import { useText } from "../i18n/text.tsx";
import { useNow } from "./use-now.ts";

/** "3 minutes ago", with the full date and time on hover and for assistive technology. */
export function RelativeTime({ atMs }: { atMs: number }) {
  const { relative, dateTime } = useText();
  const now = useNow();
  return (
    <time dateTime={new Date(atMs).toISOString()} title={dateTime(atMs)} style={{ whiteSpace: "nowrap" }}>
      {relative(Math.min(atMs, now), now)}
    </time>
  );
}
