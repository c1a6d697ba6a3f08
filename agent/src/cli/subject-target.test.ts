import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { subjectTarget } from "./subject-target.ts";

test("a place is a source by its name, an address, a SQLite file, a folder or another file; a password shows nowhere", async () => {
  const dir = mkdtempSync(join(tmpdir(), "subject-target-"));
  try {
    const [shop, note, config] = ["shop.bin", "note.txt", "agent.yaml"].map((name) => join(dir, name));
    new DatabaseSync(shop!).exec("create table t (x); insert into t values (1)");
    writeFileSync(note!, "x");
    writeFileSync(
      config!,
      `dataDir: data
tenantKeyFile: tenant.key
sources:
  - { name: crm, kind: database, dsn: "postgres://reader@db.example.org/crm", credentials: { password: "env:CRM" } }
  - { name: hr, kind: document, path: . }
  - { name: site, kind: code, url: "https://git.example.org/x.git" }
`,
    );
    const env = { CRM: ["Zomer", "dijk"].join("-") };
    const of = async (target: string) => (await subjectTarget(target, config, env)).place;
    expect(await of("crm")).toMatchObject({ database: { product: "postgres", host: "db.example.org" } });
    expect(await of("hr")).toEqual({ files: dir });
    expect(await of(shop!)).toMatchObject({ database: { product: "sqlite", path: shop } });
    expect(await of(dir)).toEqual({ files: dir });
    expect(await of(note!)).toEqual({ files: note });
    await expect(of("site")).rejects.toThrow("in databases, folders and files only");
    await expect(of("nowhere")).rejects.toThrow("no source of that name");
    const addressed = await subjectTarget("postgres://u:geheim@db.example.org/crm", config, env);
    expect(addressed.shown).toBe("postgres://db.example.org:5432/crm");
    expect(JSON.stringify(addressed)).not.toContain("geheim");
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
