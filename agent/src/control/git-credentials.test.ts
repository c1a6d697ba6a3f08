import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeGitCredentials } from "./git-credentials.ts";

const run = promisify(execFile);
let dir: string;
let seen: string[];
const server = createServer((request, response) => {
  const given = request.headers.authorization;
  if (given === undefined) return response.writeHead(401, { "www-authenticate": 'Basic realm="git"' }).end();
  seen.push(Buffer.from(given.replace("Basic ", ""), "base64").toString());
  return response.writeHead(404).end();
});

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "dg-netrc-"));
  seen = [];
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(dir, { recursive: true, force: true });
});

test("P4: real git sends the credentials of the source to its host, and finds the user's own settings", async () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/r.git`;
  const password = ["correct", "horse", "battery"].join("-");
  writeFileSync(join(dir, ".gitconfig"), "[dataguardian]\n\tmarker = yes\n");
  const own = await writeGitCredentials(dir, url, { username: "reader", password }, dir);
  const env = { PATH: process.env["PATH"], GIT_TERMINAL_PROMPT: "0", GIT_CONFIG_NOSYSTEM: "1", ...own };
  await run("git", ["ls-remote", url], { env }).catch(() => {});
  expect(seen[0]).toBe(`reader:${password}`);
  const { stdout } = await run("git", ["config", "--global", "--includes", "dataguardian.marker"], { env });
  expect(stdout.trim()).toBe("yes");
  expect(statSync(join(dir, "home", ".netrc")).mode & 0o777).toBe(0o600);
  expect(JSON.stringify(own)).not.toContain(password);
});
