import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  defaultKeyPath,
  loadTenantKey,
  newTenantKey,
  parseTenantKey,
  saveTenantKey,
  tenantKeyId,
} from "./tenant-key.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "tenant-key-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test("a saved key reads back, and only its owner may read the file", async () => {
  const path = join(dir, "new/folder/tenant.key");
  const key = newTenantKey();
  await saveTenantKey(path, key);
  expect(key).toHaveLength(32);
  expect(await loadTenantKey(path)).toEqual(key);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("a key is never written over", async () => {
  const path = join(dir, "tenant.key");
  await saveTenantKey(path, newTenantKey());
  const before = readFileSync(path, "utf8");
  await expect(saveTenantKey(path, newTenantKey())).rejects.toMatchObject({ code: "exists" });
  expect(readFileSync(path, "utf8")).toBe(before);
});

test("an absent file, one that others can read and one that holds no key are refused", async () => {
  const path = join(dir, "tenant.key");
  await expect(loadTenantKey(path)).rejects.toMatchObject({ code: "absent" });
  writeFileSync(path, "no key\n", { mode: 0o600 });
  await expect(loadTenantKey(path)).rejects.toMatchObject({ code: "invalid" });
  writeFileSync(path, "ab".repeat(32));
  chmodSync(path, 0o644);
  await expect(loadTenantKey(path)).rejects.toMatchObject({ code: "unsafe" });
});

test("the id tells keys apart and holds nothing of them", () => {
  const key = parseTenantKey("ab".repeat(32));
  expect(tenantKeyId(key)).toBe(tenantKeyId(Buffer.from(key)));
  expect(tenantKeyId(key)).not.toBe(tenantKeyId(parseTenantKey("ac".repeat(32))));
  expect(key.toString("hex")).not.toContain(tenantKeyId(key));
});

test("DATAGUARDIAN_HOME says where the key is", () => {
  expect(defaultKeyPath({ DATAGUARDIAN_HOME: "/data" })).toBe("/data/tenant.key");
});
