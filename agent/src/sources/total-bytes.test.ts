import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { totalBytes } from "./total-bytes.ts";

test("adds up the files that are there, and knows nothing of git or of paths that lead nowhere", async () => {
  const root = mkdtempSync(join(tmpdir(), "total-bytes-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const units = Array.from({ length: 100 }, (_, i) => ({ path: `f${i}` }));
  for (const { path } of units) writeFileSync(join(root, path), "12345");
  const store = { store: "disk", root } as const;
  expect(await totalBytes([...units, { path: "gone" }], store)).toBe(500);
  expect(await totalBytes([{ path: "x", pathBytes: "\u00e9" }], store)).toBeUndefined();
  expect(await totalBytes(units, { store: "git", repository: root })).toBeUndefined();
});
