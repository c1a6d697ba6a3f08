/**
 * Whether an address may be called from here. A webhook is a request that a tenant makes our network send, so it must not reach what is
 * inside one: https on port 443 to a public name only, and no address literal at all. Names are looked up before each
 * delivery too, since a public name may lead inside.
 */
export type AddressFault = "not_https" | "user_info" | "port" | "private_host" | "ip_literal";

const LOCAL_SUFFIXES = [
  "localhost",
  "local",
  "internal",
  "intranet",
  "corp",
  "home",
  "lan",
  "private",
  "home.arpa",
  "in-addr.arpa",
  "ip6.arpa",
  "onion",
  "test",
  "invalid",
];

/** Null when it may be called. The URL parser has already turned 0x7f.1, 2130706433 and the like into plain addresses. */
export function addressFault(text: string): AddressFault | null {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return "not_https";
  }
  if (url.protocol !== "https:") return "not_https";
  if (url.username !== "" || url.password !== "") return "user_info";
  if (url.port !== "") return "port";
  const host = url.hostname.replace(/\.+$/, "").toLowerCase();
  if (host.startsWith("[") || /^[\d.]+$/.test(host)) return "ip_literal";
  const local = LOCAL_SUFFIXES.some((suffix) => host === suffix || host.endsWith(`.${suffix}`));
  return local || !host.includes(".") ? "private_host" : null;
}

/** IPv4 ranges that are not the public internet: first address and prefix length (IANA special-purpose registry). */
const PRIVATE_V4: readonly [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];

/** True only for an address of the public internet; what cannot be read is none. */
export function isPublicAddress(address: string): boolean {
  const v4 = numberOf(address);
  if (v4 !== null) return !PRIVATE_V4.some(([first, bits]) => inRange(v4, numberOf(first) ?? 0, bits));
  const groups = groupsOf(address);
  if (groups === null) return false;
  const [a = 0, b = 0] = groups;
  // Only 2000::/3 is given out; in it lie tunnels that wrap IPv4 (2001::/23, 2002::/16) and the documentation's 2001:db8::/32, 3fff::/20.
  if (a >> 13 !== 1) return false;
  return !(a === 0x2002 || (a === 0x2001 && (b < 0x200 || b === 0xdb8)) || (a === 0x3fff && b < 0x1000));
}

function numberOf(address: string): number | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)?.slice(1).map(Number);
  if (parts === undefined || parts.some((part) => part > 255)) return null;
  return parts.reduce((all, part) => all * 256 + part, 0);
}

function inRange(address: number, first: number, bits: number): boolean {
  const size = 2 ** (32 - bits);
  return Math.floor(address / size) === Math.floor(first / size);
}

function groupsOf(address: string): number[] | null {
  try {
    // The URL parser knows every spelling of an IPv6 address, and writes it in one.
    const plain = new URL(`http://[${address}]/`).hostname.slice(1, -1);
    const [head = "", tail] = plain.split("::");
    const left = head === "" ? [] : head.split(":");
    const right = tail === undefined || tail === "" ? [] : tail.split(":");
    const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
    return [...left, ...Array.from({ length: zeros }, () => "0"), ...right].map((part) => parseInt(part, 16));
  } catch {
    return null;
  }
}
