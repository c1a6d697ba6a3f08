import { inShard } from "../../../pipeline/shard.ts";
import type { Found } from "../../../pipeline/finding-maker.ts";
import type { ScanJob } from "../../../pipeline/scan-job.ts";
import type { FileSource, FileStore, FileUnit } from "../../../sources/file-source.ts";
import { IGNORE_FILE, ignoreRules } from "../../../sources/ignore-file.ts";
import { openStore } from "../../../sources/open-store.ts";
import type { ScanRun } from "../../scanner.ts";
import { type ActObservation, actObservations } from "./act-observations.ts";
import { factsOfCard, NO_CARD, together } from "./facts-of-card.ts";
import type { HubCache } from "../hub-cache.ts";
import type { ModelFolder, ModelFolders } from "./model-folders.ts";
import { generativeSign } from "./model-kind.ts";
import { useObservations } from "./use-observations.ts";

const MAX_CARD_BYTES = 512 * 1024;

/** Weighs each folder with a model against what the AI Act asks for; reads the cards and settings, which are small. */
export async function* scanFolders(
  folders: ModelFolders,
  cache: HubCache,
  source: FileSource,
  job: ScanJob,
  run: ScanRun,
): AsyncGenerator<Found, void, undefined> {
  const store = openStore(source.store, run.signal);
  try {
    const isIgnored = ignoreRules(await textOf({ path: IGNORE_FILE }, store));
    for (const folder of folders.result(isIgnored)) {
      run.signal.throwIfAborted();
      if (!inShard(folder.path, job.shard)) continue;
      const place = folder.cards[0] ?? folder.path;
      yield* observed(actObservations(await evidenceOf(folder, cache, store)), place, run);
    }
  } finally {
    await store.close();
  }
}

/** What the answers on the model's use point to, where they were given: once for the whole target. */
export function* scanUse(place: string, { options, shard }: ScanJob, run: ScanRun): Generator<Found, void> {
  if (options.aiUse && inShard(place, shard)) yield* observed(useObservations(options.aiUse), place, run);
}

function* observed(seen: readonly ActObservation[], path: string, run: ScanRun): Generator<Found, void> {
  for (const one of seen) {
    const found = run.maker.observe({ ...one, subject: "", count: 1, location: { path } }, "");
    if (found) yield found;
  }
}

async function evidenceOf(folder: ModelFolder, cache: HubCache, store: FileStore) {
  const configs: Record<string, unknown>[] = [];
  for (const path of folder.configs) configs.push(settingsOf(await textOf(cache.unitAt(path), store)));
  let facts = NO_CARD;
  for (const path of folder.cards)
    facts = together(facts, factsOfCard(await textOf(cache.unitAt(path), store)));
  return {
    facts: {
      ...facts,
      licence: facts.licence || folder.hasLicence,
      trainingSummary: facts.trainingSummary || folder.hasTrainingSummary,
    },
    hasCard: folder.cards.length > 0,
    generative: generativeSign(facts.task, configs, folder.weights),
    isDerived: facts.baseModel || configs.some((config) => "base_model_name_or_path" in config),
  };
}

/** The beginning of a text; empty where it cannot be read, which the scan of the files counts. */
async function textOf(unit: FileUnit, store: FileStore): Promise<string> {
  const content = await store.read(unit, Number.MAX_SAFE_INTEGER);
  if ("skip" in content) return "";
  await content.rest?.return();
  content.close?.();
  return Buffer.from(content.head.subarray(0, MAX_CARD_BYTES)).toString("utf8");
}

function settingsOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
