import { expect, test } from "vitest";
import { formatBytes, formatDuration, formatRelative, formatShare } from "./format.ts";

const NOW = Date.UTC(2026, 10, 20, 12);
// `Intl` uses narrow and non-breaking spaces; which ones depends on the version of its data.
const plain = (text: string) => text.replace(/\s/gu, " ");

test.each([
  [0, "less"],
  [999, "less"],
  [1_000, "1 sec"],
  [61_000, "1 min 1 sec"],
  [3_600_000, "1 hr"],
  [3_605_000, "1 hr"],
  [90_061_000, "1 day 1 hr"],
])("a duration of %i ms is %s: the two largest units that follow each other", (ms, expected) => {
  expect(plain(formatDuration("en", ms, "less"))).toBe(expected);
});

test.each([
  [-4_999, "now", "nu"],
  [-59_000, "59 seconds ago", "59 seconden geleden"],
  [-119_000, "1 minute ago", "1 minuut geleden"],
  [7_200_000, "in 2 hours", "over 2 uur"],
  [-8 * 86_400_000, "Nov 12, 2026", "12 nov 2026"],
])("%i ms from now is told in both languages", (delta, english, dutch) => {
  expect(plain(formatRelative("en", NOW + delta, NOW, "now"))).toBe(english);
  expect(plain(formatRelative("nl", NOW + delta, NOW, "nu"))).toBe(dutch);
});

test("a share is rounded down: 100 % means all, and all of nothing is all", () => {
  expect(plain(formatShare("en", 99_999, 100_000))).toBe("99.9%");
  expect(plain(formatShare("nl", 99_999, 100_000))).toBe("99,9%");
  expect(plain(formatShare("en", 5, 5))).toBe("100%");
  expect(plain(formatShare("en", 0, 0))).toBe("100%");
});

test.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1_500, "1.5 kB"],
  [48_200_000, "48 MB"],
  [5e15, "5,000 TB"],
])("%i bytes read as %s", (bytes, expected) => {
  expect(plain(formatBytes("en", bytes))).toBe(expected);
});
