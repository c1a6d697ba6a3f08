const UNITS_MS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** `110s`, `5m`, `1h`, `500ms` or plain seconds → milliseconds; null when it is none of these. */
export function parseDurationMs(text: string): number | null {
  const [, digits, unit = "s"] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text.trim()) ?? [];
  return digits === undefined ? null : Math.round(Number(digits) * UNITS_MS[unit as keyof typeof UNITS_MS]);
}

/** `2 h 5 min`, `12 s`: for people. */
export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3_600)} h ${Math.floor((seconds % 3_600) / 60)} min`;
}
