/** robots.txt as RFC 9309 has it. Pure. */

export interface RobotsRules {
  allows(pathAndQuery: string): boolean;
  /** Addresses of sitemaps, as written. */
  sitemaps: readonly string[];
  /** Seconds between requests that the site asks for; not of the RFC, and widely used. */
  delaySeconds: number;
}

/** The name that a site's rules may call this scan by. */
const ROBOTS_NAME = "dataguardian";
/** The RFC asks for at least 500 KiB. */
export const ROBOTS_BYTES = 512 * 1024;
const MAX_RULES = 10_000;
const MAX_SITEMAPS = 100;

export const ALLOWS_ALL: RobotsRules = { allows: () => true, sitemaps: [], delaySeconds: 0 };
const ALLOWS_NOTHING: RobotsRules = { allows: () => false, sitemaps: [], delaySeconds: 0 };

/** By the answer to the request: 4xx means that there are none, anything else that nobody knows (RFC 9309, 2.3.1). */
export function robotsOf(status: number, body: string): RobotsRules {
  if (status >= 200 && status < 300) return parseRobots(body);
  return status >= 400 && status < 500 ? ALLOWS_ALL : ALLOWS_NOTHING;
}

interface Rule {
  pattern: string;
  allow: boolean;
}

interface Group {
  names: string[];
  rules: Rule[];
  delaySeconds: number;
}

export function parseRobots(text: string): RobotsRules {
  const groups: Group[] = [];
  const sitemaps: string[] = [];
  let group: Group | null = null;
  let isNaming = false;
  let count = 0;
  for (const line of text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/)) {
    const [, key = "", raw = ""] = /^\s*([A-Za-z-]+)\s*:\s*([^#]*)/.exec(line) ?? [];
    const value = raw.trim();
    switch (key.toLowerCase()) {
      case "user-agent":
        if (!isNaming || group === null) groups.push((group = { names: [], rules: [], delaySeconds: 0 }));
        group.names.push(/^[A-Za-z_-]+|^\*/.exec(value)?.[0].toLowerCase() ?? value.toLowerCase());
        isNaming = true;
        break;
      case "allow":
      case "disallow":
        isNaming = false;
        if (group !== null && value !== "" && count++ < MAX_RULES)
          group.rules.push({ pattern: normal(value), allow: key.toLowerCase() === "allow" });
        break;
      case "crawl-delay":
        isNaming = false;
        if (group !== null) group.delaySeconds = Math.max(0, Number(value) || 0);
        break;
      case "sitemap":
        // It belongs to no group.
        if (sitemaps.length < MAX_SITEMAPS && value !== "") sitemaps.push(value);
        break;
    }
  }
  const named = groups.filter(({ names }) => names.includes(ROBOTS_NAME));
  const ours = named.length > 0 ? named : groups.filter(({ names }) => names.includes("*"));
  const rules = ours.flatMap((one) => one.rules);
  return {
    allows: (path) => path === "/robots.txt" || decides(rules, normal(path)),
    sitemaps,
    delaySeconds: Math.max(0, ...ours.map(({ delaySeconds }) => delaySeconds)),
  };
}

/** The longest rule that fits; of two as long, the one that allows. */
function decides(rules: readonly Rule[], path: string): boolean {
  let longest = -1;
  let allowed = true;
  for (const { pattern, allow } of rules) {
    const { length } = pattern;
    if (length < longest || (length === longest && allowed) || !fitsPattern(pattern, path)) continue;
    longest = length;
    allowed = allow;
  }
  return allowed;
}

/** `*` stands for anything, a `$` at the end for the end. From left to right, each piece where it first fits. */
export function fitsPattern(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith("$");
  const [head = "", ...pieces] = (isAnchored ? pattern.slice(0, -1) : pattern).split("*");
  if (!path.startsWith(head)) return false;
  let at = head.length;
  const last = pieces.pop();
  for (const piece of pieces) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  if (last === undefined) return !isAnchored || at === path.length;
  return isAnchored ? path.length - last.length >= at && path.endsWith(last) : path.includes(last, at);
}

/** Rules and paths are compared with letters as they are and the rest as %XX. */
function normal(text: string): string {
  return text
    .replace(/%[0-9a-f]{2}/gi, (code) => {
      const char = String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return /[A-Za-z0-9._~-]/.test(char) ? char : code.toUpperCase();
    })
    .replace(/[^\x21-\x7e]+/g, (other) => encodeURI(other.toWellFormed()));
}
