import { expect, test } from "vitest";
import { policySchema, type SourceConfig } from "../config/schema.ts";
import { decide, type FsFacts } from "./decide.ts";
import { websiteHosts } from "./website-url.ts";

const NO_FACTS: FsFacts = { realTarget: null, realRoots: [] };
const policy = policySchema.parse({
  kinds: ["website"],
  hosts: ["www.example.org", "test.example.org:8443", "127.0.0.1:3000", "[::1]:3000"],
  sources: ["shop"],
});
const shop: SourceConfig = { name: "shop", kind: "website", url: "https://shop.example.org/nl/", labels: [] };
const on = (target: string) =>
  decide(policy, { sources: [shop], supported: ["website"] }, { kind: "website", target }, NO_FACTS);

test.each([
  ["https://www.example.org", "https://www.example.org/"],
  ["http://WWW.EXAMPLE.ORG/a?b=c#d", "http://www.example.org/a?b=c"],
  ["https://www.example.org:443/", "https://www.example.org/"],
  ["https://test.example.org:8443/x", "https://test.example.org:8443/x"],
  ["http://127.0.0.1:3000/", "http://127.0.0.1:3000/"],
  ["http://2130706433:3000/", "http://127.0.0.1:3000/"],
  ["http://[0:0:0:0:0:0:0:1]:3000/", "http://[::1]:3000/"],
])("%s is on the list", (target, href) => {
  expect(on(target)).toEqual({ ok: true, target: href });
});

test.each([
  "https://example.org/",
  "https://evil.example.org/",
  "https://www.example.org.evil.example/",
  "https://www.example.org:8443/",
  "https://test.example.org/",
  "https://www.example.org@evil.example/",
  "https://user:pass@www.example.org/",
  "https://www.example.org./",
  "http://127.0.0.1/",
  "http://169.254.169.254/latest/meta-data/",
  "ftp://www.example.org/",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "//www.example.org/",
  "www.example.org",
  "/srv/www",
  "https://www.example.org\\@evil.example/",
  "https://www.exam\tple.org/",
  "",
])("%j is refused", (target) => {
  expect(on(target)).toMatchObject({ ok: false, code: "host" });
});

test("a declared source brings its own host along, and nothing else", () => {
  const asked = { kind: "website", source: "shop" } as const;
  expect(decide(policy, { sources: [shop], supported: ["website"] }, asked, NO_FACTS)).toMatchObject({
    ok: true,
  });
  expect(websiteHosts(policy, shop)).toEqual([...policy.hosts, "shop.example.org:443"]);
  expect(websiteHosts(policy, undefined)).toEqual(policy.hosts);
});
