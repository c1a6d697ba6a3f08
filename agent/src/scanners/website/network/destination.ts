/** May this be connected to? Pure: what the name service says comes in. */
import { isIP } from "node:net";
import type { HostEntry } from "../../../policy/host.ts";
import { type AddressKind, addressKind } from "./address.ts";
import { REFUSALS, type Refusal } from "./refusals.ts";

/** A host in its one canonical form and a port. An IPv6 address has no brackets here. */
export interface Destination {
  host: string;
  port: number;
}

/**
 * Reads `host:port`. The URL parser turns 0x7f.1, 017700000001 and 2130706433 into 127.0.0.1 and full-width letters into
 * plain ones, so that what is judged is what would be connected to. Null where there is no such host.
 */
export function readDestination(host: string, port: number): Destination | null {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return null;
  const bare = isIP(host) === 6 ? `[${host}]` : host;
  // What ends in a dot is the same host, spelt to slip past a list.
  if (/[\s/\\?#@%]/.test(bare) || bare.endsWith(".")) return null;
  const url = URL.parse(`http://${bare}/`);
  if (url === null || url.hostname === "" || url.host !== url.hostname) return null;
  const plain = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(plain) !== 0 || /^[a-z0-9_](?:[a-z0-9._-]{0,251}[a-z0-9_])?$/.test(plain)
    ? { host: plain, port }
    : null;
}

/** An entry of the list without a port is for the ports of http and https. */
export function isListed({ host, port }: Destination, listed: readonly HostEntry[]): boolean {
  return listed.some(
    (entry) =>
      entry.host.replace(/^\[|\]$/g, "") === host &&
      (entry.port === undefined ? port === 80 || port === 443 : entry.port === port),
  );
}

/** Where a name has led so far; kept for as long as a scan lasts. */
export type Standing = "internet" | "inside";

/** A refusal, or where the addresses lead. `before`: where the same name led earlier in this scan. */
export function judgeAddresses(
  destination: Destination,
  addresses: readonly string[],
  listed: readonly HostEntry[],
  before: Standing | undefined,
): { ok: true; standing: Standing } | { ok: false; reason: Refusal } {
  const kinds = addresses.map((address) => addressKind(address));
  if (kinds.length === 0) return { ok: false, reason: REFUSALS.unknownHost };
  const isOwn = isListed(destination, listed);
  // To list a name is not to list whatever address its owner gives it; to list such an address itself is clear enough.
  const isLiteral = isOwn && isIP(destination.host) !== 0;
  if (!isLiteral && kinds.some((kind) => kind === "metadata"))
    return { ok: false, reason: REFUSALS.metadata };
  if (kinds.every((kind) => kind === "public"))
    return isUsualPort(destination.port) || isOwn
      ? { ok: true, standing: "internet" }
      : { ok: false, reason: REFUSALS.port };
  if (!isOwn) return { ok: false, reason: before === "internet" ? REFUSALS.rebound : REFUSALS.notListed };
  if (before === "internet") return { ok: false, reason: REFUSALS.rebound };
  const isReachable = isLiteral || kinds.every((kind) => MAY_BE_LISTED.has(kind ?? "reserved"));
  return isReachable ? { ok: true, standing: "inside" } : { ok: false, reason: REFUSALS.notListed };
}

const MAY_BE_LISTED: ReadonlySet<AddressKind> = new Set(["public", "private", "loopback"]);

/** Mail, shell and database servers have lower or well-known ports, and are no websites. */
const isUsualPort = (port: number) =>
  port === 80 || port === 443 || (port >= 1_024 && !OTHER_SERVICES.has(port));
const OTHER_SERVICES = new Set([
  1433, 1521, 2049, 2375, 2376, 3306, 3389, 5432, 5900, 6379, 6667, 9042, 11211, 27017,
]);
