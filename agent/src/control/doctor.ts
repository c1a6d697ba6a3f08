/** Looks at everything an agent needs, without changing anything that lasts. */
import { execFile } from "node:child_process";
import { access, constants, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { AgentConfig } from "../config/index.ts";
import { loadTenantKey, TenantKeyError, tenantKeyId } from "../detection/tenant-key.ts";
import { errorCode } from "../log/index.ts";
import { browserChecks } from "./doctor-browser.ts";
import { databaseChecks } from "./doctor-databases.ts";
import { unreachableSentence } from "./enroll.ts";
import { loadIdentity } from "./identity.ts";
import { createOutbound } from "./outbound.ts";
import { proxyFor } from "./proxy.ts";

type Environment = Readonly<Record<string, string | undefined>>;

export interface Check {
  name: string;
  /** `warn` does not stop the agent from working. */
  state: "ok" | "warn" | "fail";
  sentence: string;
}

const TIMEOUT_MS = 10_000;
const run = promisify(execFile);

export async function examine(config: AgentConfig, env: Environment): Promise<Check[]> {
  const identity = await loadIdentity(config.dataDir).catch(() => "damaged" as const);
  const url = config.controlPlane?.url ?? (typeof identity === "object" ? identity?.url : undefined);
  return [
    { name: "config", state: "ok", sentence: "is readable and has no faults." },
    ...(await policyChecks(config)),
    await keyCheck(config),
    await dataDirCheck(config.dataDir),
    identityCheck(identity),
    await gitCheck(config),
    ...(await browserChecks(config, env)),
    ...(await databaseChecks(config, env)),
    ...(await controlPlaneChecks(config, url, env)),
  ];
}

async function policyChecks(config: AgentConfig): Promise<Check[]> {
  const { policy } = config;
  const name = "policy";
  if (policy.kinds.length === 0) {
    return [
      {
        name,
        state: "warn",
        sentence: "allows nothing, so no job will run. Set policy.kinds and roots, hosts or sources.",
      },
    ];
  }
  if (policy.roots.length + policy.hosts.length === 0 && policy.sources.length === 0) {
    return [
      { name, state: "warn", sentence: "names no roots, hosts or sources, so every job will be refused." },
    ];
  }
  const folders = [...policy.roots, ...config.sources.flatMap((s) => s.path ?? [])];
  const missing: Check[] = [];
  for (const folder of folders) {
    const found = await access(folder, constants.R_OK).then(
      () => true,
      () => false,
    );
    if (!found)
      missing.push({
        name,
        state: "warn",
        sentence: `${folder} does not exist, or this user cannot read it.`,
      });
  }
  return missing.length > 0
    ? missing
    : [{ name, state: "ok", sentence: `allows ${policy.kinds.join(", ")} scans.` }];
}

async function keyCheck(config: AgentConfig): Promise<Check> {
  const name = "tenant key";
  try {
    return {
      name,
      state: "ok",
      sentence: `has the id ${tenantKeyId(await loadTenantKey(config.tenantKeyFile))}.`,
    };
  } catch (error) {
    if (error instanceof TenantKeyError) return { name, state: "fail", sentence: error.message };
    throw error;
  }
}

async function dataDirCheck(dataDir: string): Promise<Check> {
  const probe = join(dataDir, ".doctor");
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await writeFile(probe, "");
    await rm(probe);
    return { name: "data folder", state: "ok", sentence: `${dataDir} can be written.` };
  } catch {
    return { name: "data folder", state: "fail", sentence: `${dataDir} cannot be written by this user.` };
  }
}

function identityCheck(identity: Awaited<ReturnType<typeof loadIdentity>> | "damaged"): Check {
  const name = "identity";
  if (identity === "damaged")
    return { name, state: "fail", sentence: "identity.json is damaged. Delete it and enrol anew." };
  if (identity === null)
    return { name, state: "fail", sentence: "is missing. Run dataguardian agent enroll." };
  return { name, state: "ok", sentence: `enrolled as ${identity.agentId} with ${identity.tenantName}.` };
}

async function gitCheck(config: AgentConfig): Promise<Check> {
  const name = "git";
  try {
    const { stdout } = await run("git", ["--version"], { timeout: TIMEOUT_MS });
    return { name, state: "ok", sentence: `${stdout.trim()}.` };
  } catch {
    const needed = config.policy.kinds.includes("code");
    return {
      name,
      state: needed ? "fail" : "warn",
      sentence: "is not installed. Code scans of repositories need it.",
    };
  }
}

async function controlPlaneChecks(
  config: AgentConfig,
  url: string | undefined,
  env: Environment,
): Promise<Check[]> {
  const name = "control plane";
  if (url === undefined) return [{ name, state: "fail", sentence: "has no address. Set controlPlane.url." }];
  const proxy = proxyFor(new URL(url), config.proxy, env);
  const way: Check = {
    name: "network",
    state: "ok",
    sentence: `${proxy === null ? "direct, no proxy" : `through the proxy ${new URL(proxy).host}`}; ${
      config.caFile === undefined ? "public certificates" : "public certificates and caFile"
    }.`,
  };
  let outbound;
  try {
    outbound = createOutbound({ url, ...config, env });
  } catch {
    return [{ ...way, state: "fail", sentence: "caFile cannot be read." }];
  }
  try {
    const reply = await outbound.request({ method: "GET", path: "/openapi.json", timeoutMs: TIMEOUT_MS });
    const ours = reply.status === 200 && reply.text.includes('"openapi"');
    const { origin } = outbound.url;
    return [
      way,
      ours
        ? { name, state: "ok", sentence: `${origin} answers.` }
        : {
            name,
            state: "fail",
            sentence: `${origin} answers (HTTP ${reply.status}), but not like a control plane.`,
          },
    ];
  } catch (error) {
    return [
      way,
      { name, state: "fail", sentence: unreachableSentence(outbound.url.origin, errorCode(error)) },
    ];
  } finally {
    await outbound.close();
  }
}
