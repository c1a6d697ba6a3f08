import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cloneSource } from "./git-clone.ts";
import { openStore } from "./open-store.ts";

let dir: string;
let server: Server;
let url: string;
let first: string;

const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=Niemand", "-c", "user.email=niemand@example.com", ...args], {
    cwd: dir,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" },
  });

/** git's own server side over real HTTP. */
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "git-clone-test-"));
  git("init", "--quiet", "--initial-branch=main");
  writeFileSync(join(dir, "a.txt"), "one\n");
  git("add", "--all");
  git("commit", "--quiet", "--message", "one");
  first = git("rev-parse", "HEAD").trim();
  writeFileSync(join(dir, "a.txt"), "two\n");
  git("commit", "--quiet", "--all", "--message", "two");
  git("tag", "v2");
  server = createServer((request, response) => {
    if (request.url?.startsWith("/private"))
      return void response.writeHead(401, { "www-authenticate": "Basic" }).end();
    const [path = "", query = ""] = (request.url ?? "").split("?");
    const backend = spawn("git", ["http-backend"], {
      env: {
        PATH: process.env["PATH"],
        GIT_PROJECT_ROOT: dir,
        GIT_HTTP_EXPORT_ALL: "1",
        GIT_CONFIG_COUNT: "1",
        GIT_CONFIG_KEY_0: "safe.directory",
        GIT_CONFIG_VALUE_0: "*",
        PATH_INFO: path,
        QUERY_STRING: query,
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers["content-type"],
        CONTENT_LENGTH: request.headers["content-length"],
        HTTP_CONTENT_ENCODING: request.headers["content-encoding"],
        GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
      },
    });
    request.pipe(backend.stdin);
    const output: Buffer[] = [];
    backend.stdout.on("data", (bytes: Buffer) => output.push(bytes));
    backend.on("close", () => {
      const whole = Buffer.concat(output);
      const end = whole.indexOf("\r\n\r\n");
      const headers = whole
        .toString("latin1", 0, end)
        .split("\r\n")
        .map((line) => line.split(/: (.*)/s));
      const status = Number(headers.find(([name]) => name === "Status")?.[1]?.slice(0, 3) ?? 200);
      for (const [name = "", value = ""] of headers)
        if (name !== "" && name !== "Status") response.setHeader(name, value);
      response.writeHead(status).end(whole.subarray(end + 4));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(dir, { recursive: true, force: true });
});

const clones = () => readdirSync(tmpdir()).filter((name) => name.startsWith("dataguardian-clone-"));
const never = new AbortController().signal;

async function contentOf(ref: string | undefined): Promise<string> {
  const source = await cloneSource(`${url}/.git`, ref === undefined ? {} : { ref }, 60_000, never);
  const store = openStore(source.store, never);
  try {
    let text = "";
    for await (const unit of source.list(never)) {
      if ("skip" in unit) continue;
      const content = await store.read(unit, 1_000);
      if ("head" in content) text += Buffer.from(content.head).toString();
    }
    return text;
  } finally {
    await store.close();
    await source.close();
  }
}

test("reads the head, a branch, a tag and a commit of a remote, and leaves nothing behind", async () => {
  const before = clones();
  expect(await contentOf(undefined)).toBe("two\n");
  expect(await contentOf("main")).toBe("two\n");
  expect(await contentOf("v2")).toBe("two\n");
  expect(await contentOf(first)).toBe("one\n");
  expect(clones()).toEqual(before);
});

test.each([
  ["an unknown branch", "/.git", "nope", "not_found"],
  ["an unknown repository", "/absent.git", undefined, "not_found"],
  ["one that asks for a password", "/private/.git", undefined, "permission"],
])("%s is %s", async (_name, path, ref, code) => {
  const before = clones();
  await expect(
    cloneSource(url + path, ref === undefined ? {} : { ref }, 60_000, never),
  ).rejects.toMatchObject({ code });
  expect(clones()).toEqual(before);
});

test("a fetch that takes too long ends with timeout, an aborted one with its reason", async () => {
  const silent = createServer(() => {});
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  const address = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/x`;
  const before = clones();
  await expect(cloneSource(address, {}, 300, never)).rejects.toMatchObject({ code: "timeout" });
  const reason = new Error("cancelled");
  await expect(
    cloneSource(address, {}, 60_000, AbortSignal.any([AbortSignal.timeout(300)])),
  ).rejects.toThrow();
  const stop = new AbortController();
  const cancelled = cloneSource(address, {}, 60_000, stop.signal);
  silent.once("request", () => stop.abort(reason));
  await expect(cancelled).rejects.toBe(reason);
  expect(clones()).toEqual(before);
  silent.closeAllConnections();
  silent.close();
});
