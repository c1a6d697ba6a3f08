import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { hashSources } from "./source-hash.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dataguardian-hash-"));
  mkdirSync(join(root, "src/deep"), { recursive: true });
  writeFileSync(join(root, "src/a.ts"), "a");
  writeFileSync(join(root, "src/deep/b.ts"), "b");
  writeFileSync(join(root, "config.toml"), "c");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const hash = () => hashSources(root, ["src", "config.toml"]);

it("changes with content, with names and with new files", () => {
  const seen = [hash()];
  writeFileSync(join(root, "src/deep/b.ts"), "B");
  seen.push(hash());
  writeFileSync(join(root, "src/c.ts"), "");
  seen.push(hash());
  rmSync(join(root, "src/c.ts"));
  writeFileSync(join(root, "src/d.ts"), "");
  seen.push(hash());
  expect(new Set(seen).size).toBe(seen.length);
});

it("is the same for the same content, and blind to tests and build output", () => {
  const before = hash();
  writeFileSync(join(root, "src/a.test.ts"), "t");
  mkdirSync(join(root, "src/node_modules"));
  writeFileSync(join(root, "src/node_modules/x.js"), "x");
  expect(hash()).toBe(before);
});
