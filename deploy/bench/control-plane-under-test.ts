/** A control plane of its own for one run: real workerd, real D1 files in a temporary folder, a fresh tenant. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SetupReply, setupReply, tokenCreated } from "@dataguardian/shared/api";
import type { ScanRequest } from "@dataguardian/shared/domain";
import { type RunningControlPlane, spawnControlPlane } from "../src/stack/control-plane-client.ts";
import { dataPaths } from "../src/stack/paths.ts";
import { stopGroup } from "../src/stack/process-group.ts";
import { loadSecrets } from "../src/stack/secrets.ts";
import { enrollSimulated, type SimulatedIdentity } from "./simulated-agent.ts";

const STOP_WITHIN_MS = 10_000;
const ENROL_AT_ONCE = 10;

export interface ControlPlaneUnderTest {
  url: string;
  tenant: SetupReply;
  /** Of the workerd process itself. */
  workerdPid: number;
  /** Processor time that it has taken. */
  cpuSeconds(): number;
  /** Where the Worker's log lines go. */
  logPath: string;
  enrol(count: number): Promise<SimulatedIdentity[]>;
  /** A further tenant; the first is there from the start. */
  setUp(name: string): Promise<SetupReply>;
  /** An API call with the owner's token; throws on any answer but 2xx. */
  api(method: string, path: string, body?: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/** `vars` are further variables of the Worker. About 2 s, the first time 6 s. */
export async function startControlPlane(vars: Record<string, string> = {}): Promise<ControlPlaneUnderTest> {
  const dataDir = mkdtempSync(join(tmpdir(), "dataguardian-bench-"));
  let plane: RunningControlPlane | undefined;
  const stop = async () => {
    if (plane !== undefined) await stopGroup(plane, STOP_WITHIN_MS);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    plane = await spawnControlPlane({ dataDir, port: 0, vars, onError: (line) => console.error(line) });
    const { url } = plane;
    const paths = dataPaths(dataDir);
    const { SETUP_TOKEN } = loadSecrets(paths.secrets);
    const setUp = async (name: string): Promise<SetupReply> =>
      setupReply.parse(
        await call(new URL("/v1/setup", url), "POST", SETUP_TOKEN, {
          tenantName: name,
          ownerName: `${name} Owner`,
          ownerEmail: ownerOf(name),
        }),
      );
    const tenant = await setUp("Bench");
    const api: ControlPlaneUnderTest["api"] = (method, path, body) =>
      call(new URL(path, url), method, tenant.apiToken, body);
    const workerdPid = workerdUnder(plane.child.pid ?? 0);
    return {
      url,
      tenant,
      workerdPid,
      cpuSeconds: () => cpuSecondsOf(workerdPid),
      logPath: join(paths.logs, "control-plane.log"),
      setUp,
      api,
      enrol: (count) => enrolMany(url, api, count),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** With what the owner of a tenant of this name signs in. */
export const ownerOf = (name: string): string => `owner@${name.toLowerCase()}.example`;

/** A scan that the simulated agents take: the target exists nowhere, nothing is read. */
export function emptyScan(shards: number): Partial<ScanRequest> {
  return { kind: "code", target: "/bench/nothing", shards };
}

/** Agents of the tenant that `api` speaks for, at most 1,000 at a time. */
export async function enrolMany(
  url: string,
  api: ControlPlaneUnderTest["api"],
  count: number,
): Promise<SimulatedIdentity[]> {
  const created = await api("POST", "/v1/enrolment-tokens", { name: "bench", uses: count });
  const { token } = tokenCreated.pick({ token: true }).parse(created);
  const identities: SimulatedIdentity[] = [];
  for (let from = 0; from < count; from += ENROL_AT_ONCE) {
    const some = Array.from({ length: Math.min(ENROL_AT_ONCE, count - from) }, (_, i) => `agent-${from + i}`);
    identities.push(...(await Promise.all(some.map((name) => enrollSimulated(url, token, name)))));
  }
  return identities;
}

export async function call(url: URL, method: string, token: string, body?: unknown): Promise<unknown> {
  const reply = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${method} ${url.pathname} answered ${reply.status}: ${text}`);
  return text === "" ? null : JSON.parse(text);
}

/** The kernel counts in hundredths of a second; fields 14 and 15, behind a name that may hold spaces. */
function cpuSecondsOf(pid: number): number {
  if (pid === 0) return 0;
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Linux only, like the figures that hang on it: elsewhere 0. */
function workerdUnder(pid: number): number {
  const childrenOf = (parent: number): number[] => {
    try {
      const text = readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8");
      return text.split(" ").filter(Boolean).map(Number);
    } catch {
      return [];
    }
  };
  const nameOf = (id: number) => readFileSync(`/proc/${id}/comm`, "utf8").trim();
  const queue = childrenOf(pid);
  for (const id of queue) {
    if (nameOf(id) === "workerd") return id;
    queue.push(...childrenOf(id));
  }
  return 0;
}
