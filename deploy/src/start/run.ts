/** `npm start`, step by step: folder, build, control plane, tenant, agent, scan, summary. */
import { existsSync, renameSync, rmSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { startDemoSite } from "../samples/demo-site/server.ts";
import { buildCodeRepo } from "../samples/build-code-repo.ts";
import { buildModel } from "../samples/build-model.ts";
import { buildShopDatabase } from "../samples/build-shop-database.ts";
import { ApiClient, ApiError } from "../stack/api-client.ts";
import { buildConsole, BuildError, buildWorker } from "../stack/build.ts";
import { type RunningControlPlane, spawnControlPlane, StartFailure } from "../stack/control-plane-client.ts";
import { type DataPaths, ROOT } from "../stack/paths.ts";
import { stopGroup } from "../stack/process-group.ts";
import { prepareDataFolder, releaseDataFolder, takeDataFolder } from "./data-folder.ts";
import { startDemoDatabase } from "./demo-database.ts";
import { StartFault } from "./fault.ts";
import { DRAIN_MS, endLeftAgent, startLocalAgent, untilConnected } from "./local-agent.ts";
import { openTenant, type Owner } from "./owner.ts";
import { assertPortFree, portSentence } from "./port.ts";
import type { Shutdown } from "./shutdown.ts";
import type { Terminal } from "./terminal.ts";
import { DATABASE_FILE, DATABASE_SOURCE } from "./agent-config.ts";
import type { ScanKind } from "@dataguardian/shared/domain";

export interface StartOptions {
  port: number;
  data: string;
  fresh: boolean;
  /** The samples that are scanned; all of them when absent. */
  kinds?: readonly ScanKind[];
}

export interface Login {
  url: string;
  owner: Owner;
}

/** What a scan is asked for, one of each kind that there is. */
export interface Sample {
  kind: ScanKind;
  /** What it is called here: the target, or the name of the agent's source. */
  name: string;
  by: "target" | "source";
}

export interface Stack {
  api: ApiClient;
  samples: readonly Sample[];
  /** Resolves with a sentence when a part ends that should run on. */
  broken: Promise<string>;
}

/** Brings everything up. What it has started is registered with `shutdown` at once, so a fault half-way leaves nothing. */
export async function bringUp(
  options: StartOptions,
  terminal: Terminal,
  shutdown: Shutdown,
  onTenant: (login: Login) => void,
): Promise<Stack> {
  await assertPortFree(options.port);
  const { paths, leftBehind } = takeDataFolder(options.data, options.fresh);
  shutdown.add(() => releaseDataFolder(paths));
  if (leftBehind) await endLeftAgent(paths);
  prepareDataFolder(paths, options.fresh);

  terminal.status("Preparing …");
  const sampleAt = (name: string) => join(paths.samples, name);
  const [repository, documents, pictures] = [
    sampleAt("code-repo"),
    sampleAt("documents"),
    sampleAt("pictures"),
  ];
  const [model, database] = [sampleAt("model"), sampleAt(DATABASE_FILE)];
  await Promise.all([
    build(),
    makeSample(repository, buildCodeRepo),
    makeSample(documents, (draft) => copySample("documents", draft)),
    makeSample(pictures, (draft) => copySample("pictures", draft)),
    makeSample(model, buildModel),
    makeSample(database, async (draft) => buildShopDatabase(draft)),
  ]);

  shutdown.signal.throwIfAborted();
  // It starts beside the control plane.
  const server = (options.kinds ?? ["database"]).includes("database")
    ? startDemoDatabase(database, join(paths.logs, "database.log"), (group) =>
        shutdown.addProcess(group, () => stopGroup(group, 5_000)),
      )
    : null;
  terminal.status("Starting the control plane …");
  const controlPlane = await startControlPlane(options, paths, terminal, shutdown);
  const owner = await openTenant(controlPlane.url, paths);
  onTenant({ url: controlPlane.url, owner });
  shutdown.signal.throwIfAborted();
  const api = new ApiClient(controlPlane.url, owner.apiToken);

  shutdown.signal.throwIfAborted();
  terminal.status("Starting the agent …");
  const site = await startDemoSite();
  shutdown.add(() => site.close());
  const access = { hosts: site.hosts, database: await server };
  const agent = await startLocalAgent(paths, api, access, owner.created?.enrolmentToken);
  const agentLog = join(paths.logs, "agent.log");
  shutdown.addProcess(agent, async () => {
    terminal.status("Draining: the agent finishes what it runs. Ctrl-C again stops everything at once.");
    await stopGroup(agent, DRAIN_MS + 10_000);
  });
  await untilConnected(api, agent, agentLog, shutdown.signal).catch((error: unknown) => {
    throw error instanceof ApiError && error.status === 401 ? staleState(paths) : error;
  });
  const broken = Promise.race([
    controlPlane.exited.then(() => `The control plane has ended. Its log: ${paths.logs}/control-plane.log`),
    agent.exited.then((code) => `The agent has ended with code ${code}. Its log: ${agentLog}`),
  ]);
  const samples: Sample[] = [
    { kind: "code", name: repository, by: "target" },
    { kind: "document", name: documents, by: "target" },
    { kind: "database", name: DATABASE_SOURCE, by: "source" },
    { kind: "image", name: pictures, by: "target" },
    { kind: "website", name: site.url, by: "target" },
    { kind: "ai-model", name: model, by: "target" },
  ];
  return { api, samples, broken };
}

async function build(): Promise<void> {
  try {
    await Promise.all([buildWorker(), buildConsole()]);
  } catch (error) {
    if (error instanceof BuildError) throw new StartFault(3, `${error.message}\n${error.output}`);
    throw error;
  }
}

/** Made beside its place and then moved, so that it is there whole or not at all. */
async function makeSample(dir: string, make: (draft: string) => Promise<void>): Promise<void> {
  if (existsSync(dir)) return;
  const draft = `${dir}.new`;
  rmSync(draft, { recursive: true, force: true });
  await make(draft);
  renameSync(draft, dir);
}

const copySample = (name: string, draft: string) =>
  cp(join(ROOT, "deploy/samples", name), draft, { recursive: true });

async function startControlPlane(
  options: StartOptions,
  paths: DataPaths,
  terminal: Terminal,
  shutdown: Shutdown,
): Promise<RunningControlPlane> {
  const onError = (line: string) => terminal.print(`control plane: ${line}`);
  try {
    const controlPlane = await spawnControlPlane({ dataDir: paths.dir, port: options.port, onError });
    shutdown.addProcess(controlPlane, () => stopGroup(controlPlane, 5_000));
    return controlPlane;
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    const sentence = error.code === "port" ? portSentence(options.port, undefined) : error.message;
    throw new StartFault(error.code === "port" ? 2 : 3, sentence);
  }
}

const staleState = (paths: DataPaths) =>
  new StartFault(
    3,
    `The access token in ${paths.owner} is no longer valid. Start with --fresh to begin anew.`,
  );
