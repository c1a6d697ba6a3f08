import { realpath } from "node:fs/promises";
import type { Policy } from "../config/schema.ts";
import type { AskedScan, FsFacts } from "./decide.ts";
import { looksLikeUrl } from "./git-url.ts";
import { pathTextFault } from "./path.ts";

/** Looks up what `decide` needs. A target whose text is a trick is never handed to the file system. */
export async function gatherFacts(policy: Policy, scan: AskedScan): Promise<FsFacts> {
  const { target } = scan;
  if (target === undefined || looksLikeUrl(target) || pathTextFault(target) !== null) {
    return { realTarget: null, realRoots: [] };
  }
  const real = (path: string) => realpath(path).catch(() => null);
  const roots = await Promise.all(policy.roots.map(real));
  return { realTarget: await real(target), realRoots: roots.filter((root) => root !== null) };
}
