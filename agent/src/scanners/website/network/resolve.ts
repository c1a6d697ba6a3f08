import { lookup } from "node:dns/promises";
import { isIP } from "node:net";

/** The addresses of a host, none where it has none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** By this machine's own means: its hosts file and its name servers. Never throws. */
export const resolveHere: Resolve = async (host) => {
  if (isIP(host) !== 0) return [host];
  // RFC 6761: such names are this machine, whatever a name server says.
  if (host === "localhost" || host.endsWith(".localhost")) return ["127.0.0.1", "::1"];
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
};
