/** `npm start` as a newcomer types it. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "../src/stack/paths.ts";
import { type ProcessGroup, spawnGroup } from "../src/stack/process-group.ts";
import { processesOf } from "./left-processes.ts";
import { until } from "./wait.ts";

/** Where it is not about the scans. */
const ONE_KIND = ["--kinds", "code"];
const MAIN = join(ROOT, "deploy/src/start/main.ts");

interface Started {
  group: ProcessGroup;
  readonly output: string;
  exit: Promise<number | null>;
}

function start(...args: string[]): Started {
  const group = spawnGroup([MAIN, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
  });
  let output = "";
  for (const stream of [group.child.stdout, group.child.stderr])
    stream?.on("data", (data: Buffer) => (output += data.toString()));
  const closed = new Promise<void>((done) => group.child.once("close", () => done()));
  return {
    group,
    get output() {
      return output;
    },
    exit: group.exited.then(async (code) => (await closed, code)),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

const root = mkdtempSync(join(tmpdir(), "dataguardian-start-"));
afterAll(() => {
  // Nothing, unless a test has failed.
  for (const line of processesOf(root)) process.kill(Number(line.split(" ")[0]), "SIGKILL");
  rmSync(root, { recursive: true, force: true });
});

describe("npm start", () => {
  it("--once: scans for real, exits with 0, leaves nothing running, and finds its state again", async () => {
    const data = join(root, "once");
    const port = String(await freePort());
    const first = start("--once", "--data", data, "--port", port);
    expect(await first.exit, first.output).toBe(0);
    const password = /^Password {2}(\S{16,}) /m.exec(first.output)?.[1];
    expect(password).toBeDefined();
    expect(first.output).toMatch(/^\d+ findings in .*code-repo$/m);
    expect(first.output).toMatch(/^critical {2}NL_BSN +hr\/export\.csv:\d+:\d+ +•{7}\d\d +0\.\d\d$/m);
    expect(first.output).toMatch(/^Coverage: \d+ of \d+ files scanned/m);
    expect(first.output).toMatch(/^\d+ findings in .*documents$/m);
    expect(first.output).toMatch(/^critical {2}NL_BSN +arbeidsovereenkomst\.pdf:p\. 1, at \d+,\d+ /m);
    expect(first.output).toMatch(/^\d+ findings in .*pictures$/m);
    expect(first.output).toMatch(/^critical {2}IDENTITY_DOCUMENT +kopie-paspoort\.png/m);
    expect(first.output).toMatch(/^\d+ findings in http:\/\/fictief-fietsen\.localhost:\d+\/$/m);
    expect(first.output).toMatch(/^critical {2}NL_BSN +\S*\/uitslag\.csv:2:19 /m);
    expect(first.output).toMatch(/^\d+ findings in .*model$/m);
    expect(first.output).toMatch(/^critical {2}MODEL_DANGEROUS_IMPORT +label_encoder\.pkl/m);
    expect(first.output).toMatch(/^\d+ findings in webshop$/m);
    expect(first.output).toMatch(/^critical {2}NL_BSN +(?:public\.)?bestellingen:opmerking +/m);
    expect(first.output).toMatch(/^Coverage: 6 of 6 tables scanned/m);
    expect(processesOf(data)).toEqual([]);
    expect(existsSync(join(data, "lock"))).toBe(false);
    expect(statSync(join(data, "owner.json")).mode & 0o077).toBe(0);
    expect(readFileSync(join(data, "owner.json"), "utf8")).not.toContain(password);

    const second = start("--once", ...ONE_KIND, "--data", data, "--port", port);
    expect(await second.exit, second.output).toBe(0);
    expect(second.output).toContain("Password  shown at the first start; --fresh makes a new one");
    const findings = (text: string) => /^(\d+) findings/m.exec(text)?.[1];
    expect(findings(second.output)).toBe(findings(first.output));

    const fresh = start("--once", ...ONE_KIND, "--data", data, "--port", port, "--fresh");
    expect(await fresh.exit, fresh.output).toBe(0);
    expect(/^Password {2}(\S{16,}) /m.exec(fresh.output)?.[1]).not.toBe(password);
  });

  it("keeps running until Ctrl-C, refuses a second start meanwhile, drains and leaves no process", async () => {
    const data = join(root, "kept");
    const port = await freePort();
    const kept = start(...ONE_KIND, "--data", data, "--port", String(port));
    await until("it keeps running", () => kept.output.includes("Everything keeps running"), 60_000);
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect(page.headers.get("content-type")).toContain("text/html");

    const samePort = start("--data", join(root, "other"), "--port", String(port));
    expect(await samePort.exit).toBe(2);
    expect(samePort.output.trim().split("\n")).toEqual([
      expect.stringMatching(
        new RegExp(`^dataguardian: Port ${port} is taken\\. .*npm start -- --port \\d+$`),
      ),
    ]);
    const sameFolder = start("--data", data, "--port", String(await freePort()));
    expect(await sameFolder.exit).toBe(2);
    expect(sameFolder.output).toContain(`is in use by process ${kept.group.child.pid}.`);

    kept.group.signal("SIGINT");
    expect(await kept.exit, kept.output).toBe(0);
    expect(readFileSync(join(data, "logs/agent.log"), "utf8")).toContain('"event":"agent_stopped"');
    expect(processesOf(data)).toEqual([]);
  });

  it("after a SIGKILL the control plane ends by itself, and the next start ends the agent that was left", async () => {
    const data = join(root, "killed");
    const port = String(await freePort());
    const killed = start(...ONE_KIND, "--data", data, "--port", port);
    await until("it keeps running", () => killed.output.includes("Everything keeps running"), 60_000);
    killed.group.kill();
    await killed.exit;
    await until(
      "the control plane is gone",
      () => !processesOf(data).some((line) => /control-plane|workerd/.test(line)),
    );

    const next = start("--once", ...ONE_KIND, "--data", data, "--port", port);
    expect(await next.exit, next.output).toBe(0);
    expect(processesOf(data)).toEqual([]);
  });

  it("says that its agent has ended, and ends too", async () => {
    const data = join(root, "agent-gone");
    const started = start(...ONE_KIND, "--data", data, "--port", String(await freePort()));
    await until("it keeps running", () => started.output.includes("Everything keeps running"), 60_000);
    const [agent] = processesOf(data).filter((line) => line.includes(" agent run "));
    process.kill(Number(agent?.split(" ")[0]), "SIGKILL");
    expect(await started.exit).toBe(3);
    expect(started.output).toMatch(
      /dataguardian: The agent has ended with code null\. Its log: .*agent\.log/,
    );
    expect(processesOf(data)).toEqual([]);
  });

  describe("refuses with one sentence and exit code 2", () => {
    let dir: string;
    beforeEach(() => (dir = mkdtempSync(join(root, "bad-"))));
    afterEach(() => rmSync(dir, { recursive: true, force: true }));

    it.each([
      [
        "the state of another version",
        () => writeFileSync(join(dir, "state-version"), "0\n"),
        /by another version \(state 0,.*--fresh/,
      ],
      [
        "somebody else's folder",
        () => writeFileSync(join(dir, "thesis.txt"), ""),
        /holds other files\. Choose/,
      ],
      [
        "a file in place of a folder",
        () => (rmSync(dir, { recursive: true }), writeFileSync(dir, "")),
        /cannot be written \(E/,
      ],
      [
        "a folder below a file",
        () => (mkdirSync(join(dir, "a")), writeFileSync(join(dir, "a/b"), "")),
        /cannot be written \(ENOTDIR/,
        "a/b/c",
      ],
    ])("%s", async (_what, prepare, sentence, below = "") => {
      prepare();
      const refused = start("--once", "--data", join(dir, below), "--port", String(await freePort()));
      expect(await refused.exit).toBe(2);
      const lines = refused.output.trim().split("\n");
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(sentence);
    });

    it.each([
      [["--port", "0"], "Give a number from 1 to 65535."],
      [["--kinds", "code,web"], "Give some of code,document,"],
    ])("%j", async (args, sentence) => {
      const refused = start(...args);
      expect(await refused.exit).toBe(2);
      expect(refused.output).toContain(sentence);
    });
  });
});
