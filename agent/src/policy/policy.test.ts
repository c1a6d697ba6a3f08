import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Policy, policySchema, type SourceConfig } from "../config/schema.ts";
import { type AskedScan, decide, type FsFacts } from "./decide.ts";
import { gatherFacts } from "./facts.ts";
import { parseGitUrl } from "./git-url.ts";
import { parseHostEntry } from "./host.ts";
import { policyHash } from "./hash.ts";
import { liesIn } from "./path.ts";

const NO_FACTS: FsFacts = { realTarget: null, realRoots: [] };
const HERE = { sources: [] as SourceConfig[], supported: ["code"] as const };
const policy = (change: Partial<Policy> = {}): Policy => policySchema.parse({ kinds: ["code"], ...change });
const scan = (change: Partial<AskedScan>): AskedScan => ({ kind: "code", ...change });

describe("P6: by default nothing is allowed", () => {
  test("an empty policy refuses every kind", () => {
    const empty = policySchema.parse({});
    for (const kind of ["code", "document", "database", "image", "website", "ai-model"] as const) {
      expect(decide(empty, HERE, { kind, target: "/srv" }, NO_FACTS)).toMatchObject({
        ok: false,
        code: "kind",
      });
    }
  });

  test("a kind without a scanner is unsupported, not tried", () => {
    const wide = policy({ kinds: ["code", "database"] });
    expect(decide(wide, HERE, { kind: "database", source: "crm" }, NO_FACTS)).toMatchObject({
      code: "unsupported",
    });
  });

  test("a database is scanned by its source's name alone, which is all that leaves", () => {
    const wide = policy({ kinds: ["database"], sources: "all", roots: ["/srv"] });
    const source: SourceConfig = {
      name: "crm",
      kind: "database",
      labels: [],
      dsn: "postgres://u@db.example.org/crm",
    };
    const here = { sources: [source], supported: ["database"] as const };
    const facts: FsFacts = { realTarget: "/srv/a.db", realRoots: ["/srv"] };
    expect(decide(wide, here, { kind: "database", source: "crm" }, facts)).toEqual({
      ok: true,
      target: "crm",
      source,
    });
    for (const target of ["/srv/a.db", "postgres://u@db.example.org/crm", "crm"])
      expect(decide(wide, here, { kind: "database", target }, facts)).toMatchObject({
        ok: false,
        code: "source",
      });
  });

  test("a scan of nothing is refused", () => {
    expect(decide(policy(), HERE, scan({}), NO_FACTS).ok).toBe(false);
  });
});

describe("paths", () => {
  let base: string;
  const on = async (target: string, roots: string[]) => {
    const p = policy({ roots });
    return decide(p, HERE, scan({ target }), await gatherFacts(p, scan({ target })));
  };

  beforeAll(() => {
    base = realpathSync(mkdtempSync(join(tmpdir(), "dg-policy-")));
    for (const dir of ["data/repo", "database", "secret", "data/weird %41"])
      mkdirSync(join(base, dir), { recursive: true });
    symlinkSync(join(base, "secret"), join(base, "data/out"));
    symlinkSync(join(base, "data/repo"), join(base, "data/in"));
    symlinkSync(join(base, "data"), join(base, "alias"));
    symlinkSync("/", join(base, "data/top"));
  });
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  test("inside a root is allowed, and named by its real path", async () => {
    const roots = [join(base, "data")];
    expect(await on(join(base, "data/repo"), roots)).toEqual({ ok: true, target: join(base, "data/repo") });
    expect(await on(join(base, "data"), roots)).toMatchObject({ ok: true });
    expect(await on(join(base, "data/in"), roots)).toEqual({ ok: true, target: join(base, "data/repo") });
    expect(await on(join(base, "alias/repo"), roots)).toEqual({ ok: true, target: join(base, "data/repo") });
    expect(await on(join(base, "data/repo"), [join(base, "alias")])).toMatchObject({ ok: true });
  });

  test.each([
    "data/../secret",
    "data/repo/../../secret",
    "data/./../secret",
    "data/out",
    "data/top/etc",
    "database",
    "secret",
    "data2",
    "data/missing",
    "data/%2e%2e/secret",
    "data/%2E%2E%2Fsecret",
    "data/%252e%252e/secret",
    "data/repo%00",
    "data/repo\0/../../secret",
    "data/repo\n",
    "data\\..\\secret",
  ])("%j is refused", async (path) => {
    const refusal = await on(`${base}/${path}`, [join(base, "data")]);
    expect(refusal).toMatchObject({ ok: false, code: "path" });
    expect(JSON.stringify(refusal)).not.toContain(base);
  });

  test.each(["data/repo", "./data", "", "~", "~/data", "-rf", "--upload-pack=touch x", "//server/share"])(
    "%j is no absolute path and refused",
    async (target) => {
      expect((await on(target, ["/"])).ok).toBe(false);
    },
  );

  test("what exists outside cannot be told from what does not", async () => {
    const roots = [join(base, "data")];
    expect(await on(join(base, "secret"), roots)).toEqual(await on(join(base, "no-such-thing"), roots));
  });

  test("a root that does not exist allows nothing", async () => {
    expect((await on(join(base, "data/repo"), [join(base, "gone")])).ok).toBe(false);
  });

  test("liesIn holds exactly for a root and what is under it", () => {
    const name = fc.stringMatching(/^[a-z.]{1,6}$/).filter((n) => n !== "." && n !== "..");
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 3 }),
        fc.array(name, { maxLength: 3 }),
        name,
        (root, rest, extra) => {
          const folder = `/${root.join("/")}`;
          expect(liesIn(folder, [folder, ...rest].join("/"))).toBe(true);
          expect(liesIn(folder, `${folder}${extra.replace(/^\.+$/, "x")}`)).toBe(false);
        },
      ),
    );
  });
});

describe("addresses", () => {
  const listed = policy({ hosts: ["git.example.org", "Other.Example.Org:8443", "[::1]:3000"] });
  const on = (target: string) => decide(listed, HERE, scan({ target }), NO_FACTS);

  test.each([
    ["https://git.example.org/team/repo.git", "https://git.example.org/team/repo.git"],
    ["HTTPS://GIT.EXAMPLE.ORG/team/repo", "https://git.example.org/team/repo"],
    ["https://git.example.org:443/r", "https://git.example.org/r"],
    ["ssh://git@git.example.org/r", "ssh://git@git.example.org/r"],
    ["git@git.example.org:team/repo.git", "ssh://git@git.example.org/team/repo.git"],
    ["https://other.example.org:8443/r", "https://other.example.org:8443/r"],
    ["http://[::1]:3000/r", "http://[::1]:3000/r"],
  ])("%s is allowed", (target, rebuilt) => {
    expect(on(target)).toEqual({ ok: true, target: rebuilt });
  });

  test.each([
    // other hosts, and tricks to look like a listed one
    "https://evil.example/r",
    "https://git.example.org.evil.example/r",
    "https://evilgit.example.org/r",
    "https://sub.git.example.org/r",
    "https://git.example.org./r",
    "https://git.example.org@evil.example/r",
    "https://evil.example/git.example.org",
    "https://evil.example#git.example.org/r",
    "https://evil.example?x=git.example.org/r",
    "https://evil.example\\@git.example.org/r",
    "https://git.example.org%2f@evil.example/r",
    "https://git%2eexample.org/r",
    "https://git.example.org:80@evil.example/r",
    "https://git。example。org/r",
    "https://gıt.example.org/r",
    "https:///git.example.org/r",
    "https://",
    "https://git.example.org",
    // ports
    "https://git.example.org:8443/r",
    "https://other.example.org/r",
    "ssh://git.example.org:2222/r",
    "https://git.example.org:0/r",
    "https://git.example.org:99999/r",
    // credentials, query, fragment, encodings
    "https://user@git.example.org/r",
    "https://user:pass@git.example.org/r",
    "ssh://git:pass@git.example.org/r",
    "https://git.example.org/r?x=1",
    "https://git.example.org/r#x",
    "https://git.example.org/../r",
    "https://git.example.org/%2e%2e/r",
    "https://git.example.org/a/./r",
    "https://git.example.org/r\n",
    "https://git.example.org/r --upload-pack=x",
    // other transports, and programs in disguise
    "ext::sh -c 'touch x'",
    "ext::https://git.example.org/r",
    "fd::17",
    "EXT::sh",
    "file:///etc/passwd",
    "FILE:///etc/passwd",
    "file://git.example.org/etc",
    "ftp://git.example.org/r",
    "gopher://git.example.org/r",
    "javascript:alert(1)",
    "git+ssh://git.example.org/r",
    "ssh://-oProxyCommand=x/r",
    "-oProxyCommand=x:r",
    "ssh://-x@git.example.org/r",
    "git.example.org:-x",
    "https://git.example.org/--upload-pack=x",
    "--upload-pack=touch:x",
    // numbers that mean this machine
    "http://127.0.0.1/r",
    "http://2130706433/r",
    "http://0x7f.1/r",
    "http://[::ffff:127.0.0.1]/r",
    "http://localhost/r",
  ])("%j is refused", (target) => {
    expect(on(target)).toMatchObject({ ok: false });
  });

  test("every spelling of a loopback address is compared as what it means", () => {
    const loopback = policy({ hosts: ["127.0.0.1"] });
    expect(decide(loopback, HERE, scan({ target: "http://2130706433/r" }), NO_FACTS)).toEqual({
      ok: true,
      target: "http://127.0.0.1/r",
    });
  });

  test("what passes is rebuilt from checked parts and passes again unchanged", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (text) => {
        const once = parseGitUrl(text);
        if (once.ok) expect(parseGitUrl(once.url.href)).toEqual(once);
      }),
    );
  });

  test.each([
    "https://a.example",
    "a.example/x",
    "user@a.example",
    "*",
    "",
    "-a.example",
    "a.example.",
    "a:0",
    "a b",
  ])("%j is no host entry", (entry) => expect(parseHostEntry(entry)).toBeNull());
});

describe("sources", () => {
  const crm: SourceConfig = { name: "crm", kind: "code", path: "/srv/crm", labels: [] };
  const here = { ...HERE, sources: [crm] };
  const on = (p: Policy, source: string) => decide(p, here, scan({ source }), NO_FACTS);

  test("a declared source needs the policy's word, by name or for all", () => {
    expect(on(policy({ sources: ["crm"] }), "crm")).toEqual({ ok: true, target: "/srv/crm", source: crm });
    expect(on(policy({ sources: "all" }), "crm")).toMatchObject({ ok: true });
    expect(on(policy(), "crm")).toMatchObject({ ok: false, code: "source" });
  });

  test("a forbidden source cannot be told from one that does not exist", () => {
    expect(on(policy(), "crm")).toEqual(on(policy(), "nowhere"));
  });
});

describe("policyHash", () => {
  test("is the same however the lists are ordered, and changes with every rule", () => {
    const hash = policyHash(policy({ roots: ["/a", "/b"] }), []);
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(policyHash(policy({ roots: ["/b", "/a"] }), [])).toBe(hash);
    const others = [
      policyHash(policy({ roots: ["/a"] }), []),
      policyHash(policy({ roots: ["/a", "/b"], hosts: ["x.example"] }), []),
      policyHash(policy({ roots: ["/a", "/b"], sources: "all" }), []),
      policyHash(
        policySchema.parse({ kinds: ["code"], roots: ["/a", "/b"], limits: { maxJobMs: 5_000 } }),
        [],
      ),
      policyHash(policy({ roots: ["/a", "/b"] }), [{ name: "crm", kind: "code" }]),
    ];
    expect(new Set([hash, ...others]).size).toBe(6);
  });
});
