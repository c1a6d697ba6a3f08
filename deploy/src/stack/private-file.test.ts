import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readJson, writePrivateJson } from "./private-file.ts";
import { loadSecrets } from "./secrets.ts";

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), "dataguardian-private-"))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

it("is for its owner alone, also where a draft with other rights was left behind", () => {
  const path = join(root, "owner.json");
  writeFileSync(`${path}.new`, "half", { mode: 0o644 });
  writePrivateJson(path, { a: 1 });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readJson(path)).toEqual({ a: 1 });
  expect(readJson(join(root, "none.json"))).toBeNull();
});

it("keeps secrets from one start to the next, and makes long ones", () => {
  const path = join(root, "secrets.json");
  const first = loadSecrets(path);
  expect(loadSecrets(path)).toEqual(first);
  expect(first.AUTH_SECRET.length).toBeGreaterThanOrEqual(32);
  expect(first.AUTH_SECRET).not.toBe(first.SETUP_TOKEN);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it("does not take a damaged file for an absent one", () => {
  const path = join(root, "secrets.json");
  writeFileSync(path, '{"AUTH_SECRET": "x');
  expect(() => loadSecrets(path)).toThrow(SyntaxError);
  expect(readFileSync(path, "utf8")).toBe('{"AUTH_SECRET": "x');
});
