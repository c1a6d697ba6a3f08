/**
 * The keys of a site's own servers whose certificates this machine trusts by a CA that it was given beside the public ones
 * (NODE_EXTRA_CA_CERTS, or `caFile` of the agent). Chromium has a list of CAs of its own and takes no other from outside; it can be
 * told to trust a key. Each is that of a server whose whole certificate has been checked here, name and dates included, so that
 * what is wrong with any other is still seen by the browser and told. A CA's own key would not do: a server only has to send its
 * certificate along.
 */
import { createHash } from "node:crypto";
import { placeInScope, type Scope } from "../crawl/site.ts";
import type { NetworkGuard } from "../network/network-guard.ts";
import { trustedLeaf } from "./handshake.ts";

const MAX_HOSTS = 20;

/** SHA-256 of each key (SPKI) in base64: of the host of `start`, with and without `www.`, and of those that the policy lists. */
export async function keysTrustedHere(start: string, scope: Scope, guard: NetworkGuard): Promise<string[]> {
  const { protocol, hostname, port } = new URL(start);
  if (protocol !== "https:") return [];
  const sibling = hostname.startsWith("www.") ? hostname.slice(4) : `www.${hostname}`;
  const places = [hostname, sibling].map((host) => ({ host, port: Number(port || 443) }));
  for (const { host, port: listed } of scope.listed ?? []) places.push({ host, port: listed ?? 443 });
  const own = places.filter(({ host, port: at }) => {
    const url = URL.parse(`https://${host}:${at}/`);
    return url !== null && placeInScope(url, scope) === "own";
  });
  const once = [...new Map(own.map((place) => [`${place.host}:${place.port}`, place])).values()];
  const keys = await Promise.all(
    once.slice(0, MAX_HOSTS).map(async ({ host, port: at }) => {
      const leaf = await trustedLeaf(host.replace(/^\[|\]$/g, ""), at, guard);
      const spki = leaf?.publicKey.export({ type: "spki", format: "der" });
      return spki === undefined ? [] : [createHash("sha256").update(spki).digest("base64")];
    }),
  );
  return [...new Set(keys.flat())];
}
