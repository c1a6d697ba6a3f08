/** Which proxy a request goes through: the configured one, else the usual environment variables. */
type Environment = Readonly<Record<string, string | undefined>>;

/** The proxy's address for `url`, or null for a direct connection. `NO_PROXY` holds for both kinds of setting. */
export function proxyFor(url: URL, configured: string | undefined, env: Environment): string | null {
  const read = (name: string) => env[name.toLowerCase()] || env[name.toUpperCase()] || undefined;
  if (isExempt(url, read("no_proxy") ?? "")) return null;
  const secure = url.protocol === "https:" || url.protocol === "wss:";
  return configured ?? read(secure ? "https_proxy" : "http_proxy") ?? null;
}

function isExempt(url: URL, noProxy: string): boolean {
  const port = url.port || (url.protocol === "https:" || url.protocol === "wss:" ? "443" : "80");
  const host = url.hostname.toLowerCase();
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .some((entry) => {
      if (entry === "*") return true;
      const [, name = entry, wantedPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      if (wantedPort !== undefined && wantedPort !== port) return false;
      const bare = name.replace(/^\*?\./, "");
      return host === bare || host.endsWith(`.${bare}`);
    });
}
