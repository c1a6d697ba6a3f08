import { statSync } from "node:fs";
import { basename } from "node:path";
import { inShard } from "../../pipeline/shard.ts";
import { existingPath } from "../../sources/existing-path.ts";
import { openFileTarget } from "../../sources/open-file-target.ts";
import { scanFiles } from "../files/file-scan.ts";
import type { Scanner } from "../scanner.ts";
import { ModelFolders } from "./act/model-folders.ts";
import { scanFolders, scanUse } from "./act/scan-folders.ts";
import { HubCache } from "./hub-cache.ts";
import { scanEndpoint } from "./probe/scan-endpoint.ts";

/**
 * AI models: what their files run when they are loaded, whose data is in them and beside them, and, of each folder with a model,
 * what the AI Act asks to be written down.
 */
export const aiModelScanner: Scanner = {
  kind: "ai-model",
  async *scan(job, run) {
    run.progress.stage("listing");
    if (run.model !== undefined) {
      // One of the jobs has it, whichever its name falls to.
      if (inShard(job.target, job.shard)) yield* scanEndpoint(run.model, run);
      yield* scanUse(run.model.model, job, run);
      return;
    }
    const source = await openFileTarget(job.target);
    const folders = new ModelFolders();
    const path = await existingPath(job.target);
    const isFolder = statSync(path).isDirectory();
    const cache = new HubCache(path);
    async function* list(signal: AbortSignal) {
      for await (const unit of cache.units(source.list(signal))) {
        if (!("skip" in unit)) folders.add(unit.path);
        yield unit;
      }
    }
    const { store, close } = source;
    yield* scanFiles("ai-model", { list, store, close }, job, run);
    yield* scanUse(isFolder ? "." : basename(path), job, run);
    // Of a single file it is not known what stands beside it.
    if (isFolder) yield* scanFolders(folders, cache, source, job, run);
  },
};
