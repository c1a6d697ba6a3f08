/**
 * Addresses of git repositories, read as strictly as git reads them loosely: `ext::sh -c …` runs a command, a host
 * that starts with a dash is an option to ssh, and `host:path` is an ssh address without a scheme (P6).
 */
import { canonicalHost } from "./host.ts";

export interface GitUrl {
  scheme: "https" | "http" | "ssh" | "git";
  host: string;
  port: number;
  /** What to hand to git: rebuilt from the parts, so it holds nothing that was not looked at. */
  href: string;
}

export type GitUrlResult = { ok: true; url: GitUrl } | { ok: false; reason: string };

const DEFAULT_PORT = { https: 443, http: 80, ssh: 22, git: 9418 } as const;
const USER = /^[A-Za-z_][A-Za-z0-9._-]{0,63}$/;
const PLAIN_PATH = /^\/[A-Za-z0-9._~/+@=,-]*$/;

const bad = (reason: string): GitUrlResult => ({ ok: false, reason });

/** True when git would take the text for an address rather than for a local path. */
export function looksLikeUrl(target: string): boolean {
  if (/^[A-Za-z]:[\\/]/.test(target)) return false;
  return /^[^/\\]*:/.test(target);
}

export function parseGitUrl(text: string): GitUrlResult {
  if (/[^\x21-\x7e]/.test(text))
    return bad("The address holds white space, control or non-ASCII characters.");
  if (text.includes("\\")) return bad("The address holds a backslash.");
  if (text.startsWith("-")) return bad("The address looks like a command-line option.");
  if (text.includes("::")) {
    const scheme = /^([A-Za-z0-9+.-]*):\/\//.exec(text);
    if (scheme === null || !text.includes("["))
      return bad("Transport helpers such as ext:: are not allowed.");
  }
  const withScheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#]*)(.*)$/.exec(text);
  if (withScheme) return parts(withScheme[1] ?? "", withScheme[2] ?? "", withScheme[3] ?? "");
  const scpLike = /^([^/:]+):(?!\/\/)(.+)$/.exec(text);
  if (scpLike) return parts("ssh", scpLike[1] ?? "", `/${(scpLike[2] ?? "").replace(/^\//, "")}`);
  return bad("The address has no scheme that is allowed (https, ssh, http, git).");
}

function parts(rawScheme: string, authority: string, path: string): GitUrlResult {
  const scheme = rawScheme.toLowerCase();
  if (!isScheme(scheme)) return bad("Only https, ssh, http and git addresses are allowed.");
  if (path.includes("?") || path.includes("#")) return bad("The address has a query or a fragment.");
  if (path.includes("%")) return bad("The address has percent-encoded characters.");
  if (!PLAIN_PATH.test(path) || path.length < 2)
    return bad("The address has no repository path, or an unusual one.");
  const segments = path.split("/");
  if (segments.includes("..") || segments.includes("."))
    return bad("The path of the address holds dot segments.");
  if (segments.some((s) => s.startsWith("-")))
    return bad("A part of the path looks like a command-line option.");

  const match = /^(?:([^@]*)@)?(\[[0-9a-fA-F:.]+\]|[^:@]+)(?::(\d{1,5}))?$/.exec(authority);
  if (match === null) return bad("The host part of the address cannot be read.");
  const [, user, rawHost = "", digits] = match;
  if (user !== undefined && scheme !== "ssh") return bad("The address holds a user name or a password.");
  if (user !== undefined && !USER.test(user))
    return bad("The user name in the address is unusual, or holds a password.");
  const host = canonicalHost(rawHost);
  if (host === null) return bad("The host name is not a plain one.");
  const port = digits === undefined ? DEFAULT_PORT[scheme] : Number(digits);
  if (port < 1 || port > 65_535) return bad("The port is out of range.");

  const at = user === undefined ? "" : `${user}@`;
  const portPart = port === DEFAULT_PORT[scheme] ? "" : `:${port}`;
  return { ok: true, url: { scheme, host, port, href: `${scheme}://${at}${host}${portPart}${path}` } };
}

function isScheme(scheme: string): scheme is GitUrl["scheme"] {
  return Object.hasOwn(DEFAULT_PORT, scheme);
}

/** A sentence when the administrator's own source address is unusable, null when it is fine. */
export function gitUrlFault(text: string): string | null {
  const parsed = parseGitUrl(text);
  return parsed.ok ? null : `cannot be used: ${parsed.reason}`;
}

export function isDefaultPort(url: GitUrl): boolean {
  return url.port === DEFAULT_PORT[url.scheme];
}
