import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { FileUnit, StoreRef } from "./file-source.ts";

const AT_ONCE = 64;
/** Beyond this, asking for sizes would hold up the scan for longer than the estimate is worth. */
const MAX_UNITS = 50_000;

/**
 * Bytes of all units together, for an estimate of what a scan still needs. Undefined where that is not cheap to know: git tells sizes as
 * it reads, and a path that is no UTF-8 leads nowhere. A file that has gone counts as empty; its reading says so.
 */
export async function totalBytes(units: readonly FileUnit[], store: StoreRef): Promise<number | undefined> {
  if (store.store !== "disk" || units.length > MAX_UNITS) return undefined;
  if (units.some(({ pathBytes }) => pathBytes !== undefined)) return undefined;
  let total = 0;
  for (let from = 0; from < units.length; from += AT_ONCE) {
    const some = units.slice(from, from + AT_ONCE);
    const sizes = await Promise.all(
      some.map(async ({ path }) => (await stat(join(store.root, path)).catch(() => null))?.size ?? 0),
    );
    total += sizes.reduce((sum, size) => sum + size, 0);
  }
  return total;
}
