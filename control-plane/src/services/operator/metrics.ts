/** Prometheus text over all tenants: figures live, counters as the newest sample of each tenant has them. */
import type { CapacitySample } from "@dataguardian/shared/api";
import { emptySample, mergeSamples } from "@dataguardian/shared/capacity";
import { SCAN_KINDS } from "@dataguardian/shared/domain";
import { newestTotals } from "../../db/all-tenants.ts";
import type { Env } from "../../env.ts";
import { prometheusText } from "../capacity/prometheus.ts";
import { readOperatorCapacity } from "./capacity.ts";

export async function operatorMetrics(env: Env, now: number): Promise<string> {
  const live = await readOperatorCapacity(env, now);
  const totals = withoutSources((await newestTotals(env)).reduce(mergeSamples, emptySample(0)));
  const capacity = {
    ...live,
    maxActiveScans: totals.activeScansMax,
    limits: { maxRunning: null, concurrentScans: null },
    byLabels: [],
    byKind: live.byKind.map((of) => ({ ...of, medianRunMs: null })),
  };
  return prometheusText({ capacity, totals, agents: [] });
}

/** Sources are the tenants' own words, and too many to name over all of them: here run times are by kind. */
function withoutSources(totals: CapacitySample): CapacitySample {
  const run: CapacitySample["run"] = {};
  for (const kind of SCAN_KINDS) {
    const ofKind = Object.entries(totals.run).filter(([key]) => key.split("/")[0] === kind);
    const parts = ofKind.map(([, histogram]) => ({ ...emptySample(0), run: { [kind]: histogram } }));
    Object.assign(run, parts.reduce(mergeSamples, emptySample(0)).run);
  }
  return { ...totals, run };
}
