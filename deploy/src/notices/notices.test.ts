import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../stack/paths.ts";
import { BUNDLED } from "./bundled.ts";
import { mayShip, shippedPackages } from "./packages.ts";

const shipped = shippedPackages();

test("nothing ships under a licence that binds those who run it", () => {
  expect(shipped.length).toBeGreaterThan(50);
  expect(shipped.filter((one) => !mayShip(one))).toEqual([]);
});

test("a licence is judged by its words", () => {
  const of = (licence: string, name = "x") => mayShip({ name, version: "1", licence });
  expect(of("MIT OR GPL-3.0-only")).toBe(true);
  expect(of("MIT AND GPL-3.0-only")).toBe(false);
  expect(of("LGPL-3.0-or-later")).toBe(false);
  expect(of("Apache-2.0 AND LGPL-3.0-or-later", "@img/sharp-win32-x64")).toBe(true);
  expect(of("CC-BY-NC-4.0")).toBe(false);
  expect(of("not stated")).toBe(false);
});

test("the notices name every package, and the works within", () => {
  const names = new Set(shipped.map(({ name }) => name));
  expect(Object.keys(BUNDLED).filter((name) => !names.has(name))).toEqual([]);
  const script = join(import.meta.dirname, "main.ts");
  const text = execFileSync(process.execPath, [script], { cwd: ROOT, encoding: "utf8", maxBuffer: 1e8 });
  for (const { name, version } of shipped) expect(text).toContain(`## ${name} ${version}\n`);
  expect(text).toContain("liblzma");
  expect(text).toMatch(/Permission is hereby granted/);
});
