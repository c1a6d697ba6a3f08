import { readFile } from "node:fs/promises";
import {
  DEFAULT_RUN_MS,
  type FleetPlan,
  OLD_SYSTEM,
  planFleet,
  planInput,
  type PlanInput,
  PRICES,
} from "@dataguardian/shared/capacity";
import { SCAN_KINDS, type ScanKind } from "@dataguardian/shared/domain";
import type { Command } from "commander";
import { parseDurationMs } from "./duration.ts";
import { UsageError } from "./exit.ts";

interface Options {
  users: string;
  scans: string[];
  run: string[];
  slots: string;
  wait: string;
  findings: string;
  profile?: string;
  seed: string;
  format: string;
}

/** `dataguardian plan`: agents and slots an organisation needs, hour by hour, and what the control plane costs. */
export function planCommand(program: Command): void {
  program
    .command("plan")
    .description("How many agents an organisation needs so that nobody waits too long, and what that costs.")
    .requiredOption("--users <n>", "people who ask for scans")
    .requiredOption("--scans <kind=n...>", "scans a user and day, by kind, such as code=4 database=0.5")
    .option("--run <kind=duration...>", "how long a scan of a kind takes, such as database=2m", [])
    .option("--slots <n>", "slots an agent", "2")
    .option("--wait <duration>", "19 in 20 scans wait no longer than this, in every hour", "60s")
    .option("--findings <n>", "findings a scan", "100")
    .option(
      "--profile <file>",
      "a JSON list of 24 numbers: the share of each hour; an office day unless given",
    )
    .option("--seed <n>", "of the days that are played through", "1")
    .option("--format <format>", "table or json", "table")
    .action(async (options: Options) => {
      if (options.format !== "table" && options.format !== "json")
        throw new UsageError("--format takes table or json.");
      const input = await inputOf(options);
      const plan = planFleet(input);
      const text = options.format === "json" ? `${JSON.stringify(plan, null, 2)}\n` : table(plan, input);
      process.stdout.write(text);
    });
}

async function inputOf(options: Options): Promise<PlanInput> {
  const parsed = planInput.safeParse({
    users: Number(options.users),
    scansPerUserDay: byKind("--scans", options.scans, Number),
    runMs: byKind("--run", options.run, (text) => parseDurationMs(text) ?? Number.NaN),
    slots: Number(options.slots),
    targetWaitMs: parseDurationMs(options.wait) ?? Number.NaN,
    findingsPerScan: Number(options.findings),
    seed: Number(options.seed),
    ...(options.profile === undefined ? {} : { profile: await readProfile(options.profile) }),
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path[0];
  throw new UsageError(
    `The plan cannot be made: ${field === undefined ? "" : `${String(field)}: `}${issue?.message}.`,
  );
}

function byKind(
  option: string,
  entries: readonly string[],
  read: (text: string) => number,
): Partial<Record<ScanKind, number>> {
  const values: Partial<Record<ScanKind, number>> = {};
  for (const entry of entries) {
    const [name, text = ""] = entry.split("=", 2);
    const kind = SCAN_KINDS.find((one) => one === name);
    const value = text === "" ? Number.NaN : read(text);
    if (kind === undefined || Number.isNaN(value))
      throw new UsageError(
        `${option} takes a kind of scan and a figure, such as code=4: not ${JSON.stringify(entry)}.`,
      );
    values[kind] = value;
  }
  return values;
}

async function readProfile(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    throw new UsageError("--profile names a file that cannot be read as JSON.");
  }
}

const seconds = (ms: number) => (Number.isFinite(ms) ? `${(ms / 1_000).toFixed(1)} s` : "never");
const euros = (n: number) => `EUR ${n.toFixed(2)}`;

function table(plan: FleetPlan, input: PlanInput): string {
  const asked = SCAN_KINDS.filter((kind) => (input.scansPerUserDay[kind] ?? 0) > 0);
  const runs = asked.map((kind) => {
    const given = input.runMs[kind];
    return `${kind} ${seconds(given ?? DEFAULT_RUN_MS[kind])}${given === undefined ? " (assumed)" : ""}`;
  });
  const hours = plan.hours.map(
    ({ hour, agents, slots, scans, p95WaitMs, useShare }) =>
      `${String(hour).padStart(4)}  ${String(agents).padStart(6)}  ${String(slots).padStart(5)}  ${scans.toFixed(1).padStart(7)}  ` +
      `${seconds(p95WaitMs).padStart(9)}  ${(useShare * 100).toFixed(0).padStart(4)} %`,
  );
  const old = OLD_SYSTEM.map(
    ({ users, server, eurPerUser }) =>
      `  ${`${users.from} to ${users.to} users`.padEnd(18)} ${server.padEnd(20)} ${euros(eurPerUser.from)} to ${eurPerUser.to.toFixed(2)} a user`,
  );
  return [
    `${plan.users} users, ${plan.jobsPerDay.toFixed(0)} scans a day; median run times: ${runs.join(", ")}`,
    plan.met
      ? `${plan.agents} agents of ${input.slots} slots at the peak, ${plan.agentHours} agent hours a day; 19 in 20 wait at most ${seconds(plan.p95WaitMs)} in every hour.`
      : "No number of agents keeps this wait: allow more time, or more slots an agent.",
    "",
    "hour  agents  slots    scans   p95 wait   used",
    ...hours,
    "",
    `The control plane costs ${euros(plan.cost.totalEur)} a month, ${euros(plan.cost.perUserEur)} a user (${PRICES.plan}, prices of ${PRICES.readOn}, a dollar as a euro; agents run on machines of your own).`,
    ...plan.cost.lines.filter(({ usd }) => usd > 0).map(({ of, usd }) => `  of that ${of}: ${euros(usd)}`),
    "The system before this one, by its own estimate, a month:",
    ...old,
    "",
  ].join("\n");
}
