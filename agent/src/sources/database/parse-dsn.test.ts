import { inspect } from "node:util";
import { expect, test } from "vitest";
import { Sensitive } from "../../detection/sensitive.ts";
import { parseDsn } from "./parse-dsn.ts";

const SECRET = ["p@ss", "w%rd"].join("/");

test("P4: a password stands in the settings alone, wrapped, and in nothing that is shown", () => {
  const parsed = parseDsn(
    `postgres://lezer:${encodeURIComponent(SECRET)}@db.example.org/crm?sslmode=verify-full`,
  );
  if (!parsed.ok || parsed.settings.product === "sqlite") throw new Error("not parsed");
  expect(parsed.shown).toBe("postgres://db.example.org:5432/crm");
  expect(parsed.settings).toMatchObject({
    host: "db.example.org",
    port: 5432,
    database: "crm",
    user: "lezer",
  });
  expect(parsed.settings.tls).toEqual({ mode: "verify-full" });
  expect(parsed.settings.password && Sensitive.reveal(parsed.settings.password)).toBe(SECRET);
  expect(JSON.stringify(parsed) + inspect(parsed, { depth: 9 })).not.toContain(SECRET);
});

test("what is given beside the address counts where the address holds no password", () => {
  const beside = new Sensitive("beside");
  const password = (text: string) => {
    const parsed = parseDsn(text, beside);
    if (!parsed.ok || parsed.settings.product === "sqlite") throw new Error("not parsed");
    return parsed.settings.password && Sensitive.reveal(parsed.settings.password);
  };
  expect(password("postgres://u@[::1]:6000/db")).toBe("beside");
  expect(password("postgresql://u:own@localhost/db")).toBe("own");
});

test("paths of SQLite files", () => {
  for (const [text, path] of [
    ["shop.db", "shop.db"],
    ["/srv/a b.sqlite", "/srv/a b.sqlite"],
    ["sqlite:shop.db", "shop.db"],
    ["sqlite:///srv/shop.db", "/srv/shop.db"],
    ["C:\\data\\shop.db", "C:\\data\\shop.db"],
  ])
    expect(parseDsn(text ?? "")).toMatchObject({
      ok: true,
      shown: path,
      settings: { product: "sqlite", path },
    });
});

test.each([
  "oracle://u:hunter2@host/db",
  "postgres:///db",
  "postgres://u:hunter2@host",
  "postgres://host/db",
  "postgres://u:hunter2@host/db?options=x",
  "postgres://u:hunter2@host/db?sslmode=sometimes",
  "postgres://u:hunter2%@host/db",
  "postgres://u:hunter2@host:99999/db",
  "sqlite:",
])("%s is refused in a sentence that repeats nothing of it", (text) => {
  const parsed = parseDsn(text);
  if (parsed.ok) throw new Error("accepted");
  expect(parsed.sentence).toMatch(/\.$/);
  expect(parsed.sentence).not.toContain("hunter2");
});
