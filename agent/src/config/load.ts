import { readFile } from "node:fs/promises";
import { availableParallelism, hostname } from "node:os";
import { dirname, resolve } from "node:path";
import { parseDocument } from "yaml";
import { gitUrlFault } from "../policy/git-url.ts";
import { parseWebsiteUrl } from "../policy/website-url.ts";
import { parseDsn } from "../sources/database/parse-dsn.ts";
import { loadCanaries } from "./canaries.ts";
import { crossFaults } from "./cross-checks.ts";
import { dsn } from "./dsn-parts.ts";
import { ConfigError, type Fault, faultsOf, yamlFault } from "./faults.ts";
import { loginSteps, readLogin } from "./login-steps.ts";
import { agentYaml, type AgentYaml } from "./schema.ts";
import { readSecret } from "./secret.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The configuration with every default filled in and every path absolute. */
export interface AgentConfig extends AgentYaml {
  /** The folder of `agent.yaml`; `file:` credentials are relative to it. */
  baseDir: string;
  name: string;
  slots: number;
}

/** Reads and checks `agent.yaml`. Throws `ConfigError` with every fault that can be seen without a connection. */
export async function loadConfig(file: string, env: Environment): Promise<AgentConfig> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    throw new ConfigError(file, [{ path: "", sentence: "cannot be read. Give its place with --config." }]);
  }
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0) {
    throw new ConfigError(file, document.errors.map(yamlFault));
  }
  return checkConfig(file, document.toJS() ?? {}, env);
}

async function checkConfig(file: string, raw: unknown, env: Environment): Promise<AgentConfig> {
  const baseDir = dirname(resolve(file));
  const parsed = agentYaml.safeParse(raw, { reportInput: true });
  const faults = [...(parsed.success ? [] : faultsOf(parsed.error)), ...crossFaults(raw)];
  faults.push(...(await credentialFaults(raw, baseDir, env)), ...sourceUrlFaults(raw), ...dsnFaults(raw));
  faults.push(...endpointFaults(raw), ...(await canaryFaults(raw, baseDir)));
  if (faults.length > 0 || !parsed.success) throw new ConfigError(file, faults);

  const yaml = parsed.data;
  const absolute = (path: string) => resolve(baseDir, path);
  return {
    ...yaml,
    baseDir,
    name: yaml.name ?? nameFromHost(hostname()),
    slots: yaml.slots ?? availableParallelism(),
    dataDir: absolute(yaml.dataDir),
    tenantKeyFile: absolute(yaml.tenantKeyFile),
    ...(yaml.caFile === undefined ? {} : { caFile: absolute(yaml.caFile) }),
    ...(yaml.detectionFile === undefined ? {} : { detectionFile: absolute(yaml.detectionFile) }),
    sources: yaml.sources.map((s) => ({
      ...s,
      ...(s.path === undefined ? {} : { path: absolute(s.path) }),
      ...(s.evidence === undefined ? {} : { evidence: absolute(s.evidence) }),
      ...(s.filterLists === undefined ? {} : { filterLists: s.filterLists.map(absolute) }),
      ...(s.ropaFile === undefined ? {} : { ropaFile: absolute(s.ropaFile) }),
      ...(s.canaries === undefined ? {} : { canaries: absolute(s.canaries) }),
    })),
  };
}

interface RawSource {
  url?: unknown;
  dsn?: unknown;
  endpoint?: unknown;
  canaries?: unknown;
  kind?: unknown;
  credentials?: { password?: unknown };
  login?: unknown;
}

function rawSources(raw: unknown): (RawSource | null)[] {
  const sources = (raw as { sources?: unknown } | null)?.sources;
  if (!Array.isArray(sources)) return [];
  return sources.map((s: unknown) => (typeof s === "object" ? (s as RawSource) : null));
}

async function credentialFaults(raw: unknown, baseDir: string, env: Environment): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const [index, source] of rawSources(raw).entries()) {
    const login = loginSteps.safeParse(source?.login);
    const values = login.success ? await readLogin(login.data, baseDir, env) : null;
    if (values?.ok === false)
      faults.push(
        ...values.faults.map(({ path, sentence }) => ({ path: `sources[${index}].login${path}`, sentence })),
      );
    const setting = source?.credentials?.password;
    if (typeof setting !== "string") continue;
    const read = await readSecret(setting, baseDir, env);
    if (!read.ok) faults.push({ path: `sources[${index}].credentials.password`, sentence: read.sentence });
  }
  return faults;
}

function sourceUrlFaults(raw: unknown): Fault[] {
  return rawSources(raw).flatMap((source, index) => {
    if (typeof source?.url !== "string") return [];
    const at = `sources[${index}].url`;
    if (source.kind === "website") {
      const parsed = parseWebsiteUrl(source.url);
      return parsed.ok ? [] : [{ path: at, sentence: `is no website's. ${parsed.reason}` }];
    }
    const sentence = source.kind === "code" ? gitUrlFault(source.url) : null;
    return sentence === null ? [] : [{ path: at, sentence }];
  });
}

function dsnFaults(raw: unknown): Fault[] {
  return rawSources(raw).flatMap((source, index) => {
    const address = dsn.safeParse(source?.dsn);
    if (!address.success) return [];
    const parsed = parseDsn(address.data);
    return parsed.ok ? [] : [{ path: `sources[${index}].dsn`, sentence: parsed.sentence }];
  });
}

/** Read again by each job; a fault shall be told before the first. */
async function canaryFaults(raw: unknown, baseDir: string): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const [index, source] of rawSources(raw).entries()) {
    if (typeof source?.canaries !== "string") continue;
    await loadCanaries(resolve(baseDir, source.canaries)).catch((error: unknown) => {
      const [fault] = error instanceof ConfigError ? error.faults : [];
      const sentence = `names a file with a fault: ${[fault?.path, fault?.sentence].filter(Boolean).join(" ")}`;
      faults.push({ path: `sources[${index}].canaries`, sentence });
    });
  }
  return faults;
}

function endpointFaults(raw: unknown): Fault[] {
  return rawSources(raw).flatMap((source, index) => {
    if (typeof source?.endpoint !== "string") return [];
    const parsed = parseWebsiteUrl(source.endpoint);
    const sentence =
      "must be an address such as http://127.0.0.1:11434/v1, without a user name or a password.";
    return parsed.ok ? [] : [{ path: `sources[${index}].endpoint`, sentence }];
  });
}

/** A host name made to fit the rules for agent names. */
export function nameFromHost(host: string): string {
  const fitting = host.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[^A-Za-z0-9]+/, "");
  return fitting === "" ? "agent" : fitting.slice(0, 63);
}
