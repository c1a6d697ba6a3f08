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

test("several hosts: a standby is preferred where nothing else is asked for", () => {
  const settings = (text: string) => {
    const parsed = parseDsn(text);
    if (!parsed.ok || parsed.settings.product === "sqlite") throw new Error("not parsed");
    const { host, port, otherHosts, targetServer } = parsed.settings;
    return { host, port, otherHosts, targetServer };
  };
  const [one, two] = [
    { host: "one", port: 5432 },
    { host: "two", port: 6000 },
  ];
  expect(settings("postgres://u@one,two:6000/db")).toEqual({
    ...one,
    otherHosts: [two],
    targetServer: "prefer-standby",
  });
  expect(settings("postgres://u:p%2Cw@one:5432,[::1]:7,two:6000/db?target_session_attrs=primary")).toEqual({
    ...one,
    otherHosts: [{ host: "::1", port: 7 }, two],
    targetServer: "primary",
  });
  expect(settings("postgres://u@one/db?target_session_attrs=any")).toEqual(one);
});

test("MySQL and MariaDB: a schema, or all that the login sees", () => {
  for (const [text, port, database] of [
    ["mysql://u@db.example.org/crm?sslmode=verify-full", 3306, "crm"],
    ["mariadb://u@db.example.org:3307/", 3307, ""],
    ["mysql://u@db.example.org", 3306, ""],
  ] as const)
    expect(parseDsn(text)).toMatchObject({
      ok: true,
      settings: { product: "mysql", port, database, user: "u" },
    });
  expect(parseDsn("mongodb://db.example.org")).toMatchObject({
    ok: true,
    settings: { product: "mongodb", port: 27_017, database: "", user: "" },
  });
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
  "mysql://:hunter2@host/db",
  "mysql://u:hunter2@host,host2/db",
  "mssql://u:hunter2@host",
  "postgres://u:hunter2@host,,other/db",
  "postgres://u:hunter2@host,other:99999/db",
  "postgres://u:hunter2@host/db?target_session_attrs=whichever",
  "sqlite:",
])("%s is refused in a sentence that repeats nothing of it", (text) => {
  const parsed = parseDsn(text);
  if (parsed.ok) throw new Error("accepted");
  expect(parsed.sentence).toMatch(/\.$/);
  expect(parsed.sentence).not.toContain("hunter2");
});
