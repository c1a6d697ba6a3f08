import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, expect, test } from "vitest";
import { certificate, testSite } from "../network/test-site.ts";

/** Node reads which CAs to trust when it starts, so that each of these runs in a process of its own. */
const run = promisify(execFile);
const CLI = fileURLToPath(new URL("../../../cli/main.ts", import.meta.url));
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function secured(names?: string) {
  const own = certificate(names);
  const site = await testSite((_, response) => {
    response
      .setHeader("content-type", "text/html")
      .end(`<p>Welkom</p><script>document.cookie = "_ga=1"</script>`);
  }, own);
  const folder = await mkdtemp(join(tmpdir(), "dg-ca-"));
  const file = join(folder, "ca.pem");
  await writeFile(file, own.cert);
  closing.push(
    () => site.close(),
    () => rm(folder, { recursive: true }),
  );
  return { origin: `${site.origin}/`, env: { ...process.env, NODE_EXTRA_CA_CERTS: file } };
}

test("what this machine trusts by a CA of its own is seen in the browser, without a word against the certificate", async () => {
  const { origin, env } = await secured();
  const { stdout } = await run(
    process.execPath,
    [CLI, "scan", "website", origin, "--format", "json", "--quiet"],
    { env },
  );
  const { findings } = JSON.parse(stdout) as { findings: { entityType: string; reasons: string[] }[] };
  expect(findings.map(({ entityType }) => entityType)).toContain("COOKIE_BEFORE_CONSENT");
  expect(findings.flatMap(({ reasons }) => reasons).filter((reason) => /certificate/.test(reason))).toEqual([
    expect.stringMatching(/^the certificate is over in \d+ days$/),
  ]);
}, 90_000);

test("a certificate of that CA for another name, and one that nobody trusts, stay what they are", async () => {
  const script = `const [, at, guardAt, start] = process.argv;
    const { keysTrustedHere } = await import(at); const { NetworkGuard } = await import(guardAt);
    const url = new URL(start); const guard = new NetworkGuard({ listed: [{ host: url.hostname, port: Number(url.port) }] });
    console.log(JSON.stringify(await keysTrustedHere(start, { site: url.host }, guard))); guard.close();`;
  const modules = ["./trusted-keys.ts", "../network/network-guard.ts"].map(
    (path) => new URL(path, import.meta.url).href,
  );
  const keysAt = async ({ origin, env }: { origin: string; env: NodeJS.ProcessEnv }) => {
    const { stdout } = await run(
      process.execPath,
      ["--input-type=module", "--eval", script, ...modules, origin],
      { env },
    );
    return JSON.parse(stdout) as string[];
  };
  const [good, otherName, other] = await Promise.all([secured(), secured("DNS:example.org"), secured()]);
  expect(
    await Promise.all([keysAt(good), keysAt(otherName), keysAt({ ...good, origin: other.origin })]),
  ).toEqual([[expect.stringMatching(/^[\w+/]{43}=$/)], [], []]);
}, 60_000);
