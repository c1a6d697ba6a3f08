/** The agent's word (L2, P6): may this scan run here? Pure; what the disk says comes in as facts. */
import type { ScanKind } from "@dataguardian/shared/domain";
import type { Grant, REFUSAL_CODES } from "@dataguardian/shared/protocol";
import type { Policy, SourceConfig } from "../config/schema.ts";
import { type GitUrl, isDefaultPort, looksLikeUrl, parseGitUrl } from "./git-url.ts";
import { parseHostEntry } from "./host.ts";
import { liesIn, pathTextFault } from "./path.ts";
import { parseWebsiteUrl } from "./website-url.ts";

type RefusalCode = (typeof REFUSAL_CODES)[number];
/** `target` is canonical: a real path or a rebuilt address. `source` is set when the scan names one. */
export type Decision =
  | { ok: true; target: string; source?: SourceConfig }
  | { ok: false; code: RefusalCode; reason: string };

export type AskedScan = Pick<Grant["scan"], "kind" | "source" | "target"> & {
  options?: Pick<Grant["scan"]["options"], "subject">;
};

/** What the disk says about a path target. */
export interface FsFacts {
  /** The target with every symlink resolved, or null when there is none that this user can see. */
  realTarget: string | null;
  /** The policy's roots with every symlink resolved; those that do not exist left out. */
  realRoots: readonly string[];
}

export interface Surroundings {
  sources: readonly SourceConfig[];
  /** The kinds this version has a scanner for. */
  supported: readonly ScanKind[];
}

const refuse = (code: RefusalCode, reason: string): Decision => ({ ok: false, code, reason });

export function decide(policy: Policy, here: Surroundings, scan: AskedScan, facts: FsFacts): Decision {
  if (!policy.kinds.includes(scan.kind)) {
    return refuse("kind", `The agent's policy does not allow ${scan.kind} scans.`);
  }
  if (!here.supported.includes(scan.kind)) {
    return refuse("unsupported", `This version of the agent has no ${scan.kind} scan.`);
  }
  if (scan.options?.subject !== undefined) {
    if (!policy.subjectSearch)
      return refuse("subject", "The agent's policy does not allow searches for a person.");
    if (scan.source === undefined || (scan.kind !== "database" && scan.kind !== "document"))
      return refuse("unsupported", "A person is searched for in sources of databases and documents only.");
  }
  if (scan.source !== undefined) return decideSource(policy, here, scan.source, scan.kind);
  // A database is reached with the agent's own credentials, so nobody names one from outside.
  if (scan.kind === "database") return refuse("source", "A database is scanned as a source of the agent's.");
  if (scan.target === undefined)
    return refuse("unsupported", "The scan names neither a source nor a target.");
  if (scan.kind === "ai-model" && looksLikeUrl(scan.target))
    return refuse("source", "A model that answers at an address is scanned as a source of the agent's.");
  if (scan.kind === "website") return decideWebsite(policy, scan.target);
  if (looksLikeUrl(scan.target)) return decideUrl(policy, scan.target);
  return decidePath(scan.target, facts);
}

function decideSource(policy: Policy, here: Surroundings, name: string, kind: ScanKind): Decision {
  const source = here.sources.find((s) => s.name === name);
  const allowed = policy.sources === "all" || policy.sources.includes(name);
  // One answer for both, so that a control plane cannot probe for the names of sources it may not use.
  if (source === undefined || !allowed) return refuse("source", "This agent offers no source of that name.");
  if (source.kind !== kind) return refuse("source", `The source is for ${source.kind} scans.`);
  // Where a database or a model is stays here: its findings go by a name.
  const target =
    kind === "database" || source.endpoint !== undefined ? source.name : (source.path ?? source.url ?? "");
  return { ok: true, target, source };
}

function decideUrl(policy: Policy, target: string): Decision {
  const parsed = parseGitUrl(target);
  if (!parsed.ok) return refuse("host", parsed.reason);
  if (!policy.hosts.some((entry) => matchesHost(entry, parsed.url))) {
    return refuse("host", "The host is not on the list in the agent's policy.");
  }
  return { ok: true, target: parsed.url.href };
}

function decideWebsite(policy: Policy, target: string): Decision {
  const parsed = parseWebsiteUrl(target);
  if (!parsed.ok) return refuse("host", parsed.reason);
  const { host, port, isUsualPort, href } = parsed.url;
  const listed = policy.hosts.map(parseHostEntry);
  const isListed = listed.some(
    (entry) => entry?.host === host && (entry.port === undefined ? isUsualPort : entry.port === port),
  );
  if (!isListed) return refuse("host", "The host is not on the list in the agent's policy.");
  return { ok: true, target: href };
}

function matchesHost(entry: string, url: GitUrl): boolean {
  const listed = parseHostEntry(entry);
  if (listed === null || listed.host !== url.host) return false;
  return listed.port === undefined ? isDefaultPort(url) : listed.port === url.port;
}

function decidePath(target: string, facts: FsFacts): Decision {
  const fault = pathTextFault(target);
  if (fault !== null) return refuse("path", fault);
  const real = facts.realTarget;
  // One answer for both, so that a control plane cannot probe the disk for what exists.
  if (real === null || !facts.realRoots.some((root) => liesIn(root, real))) {
    return refuse("path", "The path does not exist here, or lies outside the folders in the agent's policy.");
  }
  return { ok: true, target: real };
}
