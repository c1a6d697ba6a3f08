import { proxyFor } from "../../../control/proxy.ts";
import type { Found } from "../../../pipeline/finding-maker.ts";
import { ScanError } from "../../../pipeline/scan-error.ts";
import { parseWebsiteUrl } from "../../../policy/website-url.ts";
import type { ScanRun } from "../../scanner.ts";
import { NetworkGuard, PACED_PROXY } from "../../website/network/network-guard.ts";
import { ModelClient } from "./model-client.ts";
import { Probe } from "./probe.ts";
import { probeFindings } from "./probe-findings.ts";
import { probeUnits } from "./probe-units.ts";
import { type ModelEndpoint, PROBE_LIMITS, type ProbeLimits } from "./settings.ts";

/** Probes a model that answers over the network. Its owner named the endpoint, which alone is reached, wherever it is. */
export async function* scanEndpoint(
  endpoint: ModelEndpoint,
  run: ScanRun,
  limits: ProbeLimits = PROBE_LIMITS,
): AsyncGenerator<Found, void, undefined> {
  const parsed = parseWebsiteUrl(endpoint.url);
  if (!parsed.ok) throw new ScanError("invalid", parsed.reason);
  const { host, port, href } = parsed.url;
  const guard = new NetworkGuard({
    paced: process.env[PACED_PROXY],
    listed: [{ host, port }],
    upstream: (url) => proxyFor(url, undefined, process.env),
    // A model thinks for a while before its first word.
    limits: { idleMs: limits.answerMs },
  });
  const late = AbortSignal.timeout(limits.totalMs);
  const signal = AbortSignal.any([run.signal, late]);
  const client = new ModelClient({ ...endpoint, url: href }, limits, guard, signal);
  const probe = new Probe(client, run, late);
  const units = probeUnits(endpoint.canaries);
  try {
    run.progress.total(units.length);
    run.progress.stage("scanning");
    await probe.ask(units, limits.concurrency);
  } finally {
    await client.close();
    guard.close();
  }
  yield* probeFindings(probe, endpoint.model, run.maker);
}
