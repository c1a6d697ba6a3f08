export interface HostEntry {
  host: string;
  /** Absent: the scheme's own port. */
  port?: number;
}

const DNS_NAME =
  /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;

/**
 * A host name, IPv4 or bracketed IPv6 address in its one canonical form, or null. A name may not start with a dash
 * (git and ssh would take it for an option) nor end with a dot (the same host, spelt to slip past a list).
 */
export function canonicalHost(text: string): string | null {
  const host = text.toLowerCase();
  if (host.startsWith("[")) {
    const url = URL.parse(`http://${host}/`);
    return url !== null && url.hostname.startsWith("[") && url.host === url.hostname ? url.hostname : null;
  }
  if (!DNS_NAME.test(host)) return null;
  // The URL parser reads 0x7f.1 and 2130706433 as 127.0.0.1; compare what would be connected to.
  const url = URL.parse(`http://${host}/`);
  return url === null ? null : url.hostname;
}

/** One entry of `policy.hosts`: `git.example.org` or `git.example.org:8443`. */
export function parseHostEntry(text: string): HostEntry | null {
  const [, name, digits] = /^(\[[0-9a-fA-F:.]+\]|[^:/@?#\s]+)(?::(\d{1,5}))?$/.exec(text) ?? [];
  if (name === undefined) return null;
  const host = canonicalHost(name);
  const port = digits === undefined ? undefined : Number(digits);
  if (host === null || (port !== undefined && (port < 1 || port > 65_535))) return null;
  return port === undefined ? { host } : { host, port };
}
