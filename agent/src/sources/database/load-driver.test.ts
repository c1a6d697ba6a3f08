import { expect, test } from "vitest";
import { loadDriver } from "./load-driver.ts";

test("a package that is not installed is told apart from one that is broken", async () => {
  const missing = Object.assign(new Error("Cannot find package 'mssql' imported from /srv/agent/x.ts"), {
    code: "ERR_MODULE_NOT_FOUND",
  });
  await expect(loadDriver("mssql", () => Promise.reject(missing))).rejects.toMatchObject({
    fault: "no driver",
  });
  await expect(loadDriver("mongodb", () => Promise.reject(missing))).rejects.toBe(missing);
  expect(await loadDriver("mssql", () => Promise.resolve(7))).toBe(7);
});
