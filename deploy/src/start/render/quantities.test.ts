import { expect, it } from "vitest";
import { bytes, duration, plural } from "./quantities.ts";

it.each([
  [0, "0 B"],
  [999, "999 B"],
  [1_000, "1.0 KB"],
  [123_456, "123 KB"],
  [20_500_000, "20.5 MB"],
  [7e15, "7000 TB"],
])("%d bytes", (n, text) => expect(bytes(n)).toBe(text));

it.each([
  [0, "0 ms"],
  [999.4, "999 ms"],
  [1_500, "1.5 s"],
  [61_000, "1 min 1 s"],
  [119_900, "2 min 0 s"],
  [7_260_000, "2 h 1 min"],
])("%d ms", (n, text) => expect(duration(n)).toBe(text));

it("counts", () => {
  expect(plural(1, "finding")).toBe("1 finding");
  expect(plural(1_000, "finding")).toBe("1,000 findings");
  expect(plural(2, "match", "matches")).toBe("2 matches");
});
