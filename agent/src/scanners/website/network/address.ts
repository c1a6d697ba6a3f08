/** What an IP address is for. Pure. Ranges: the IANA special-purpose registries for IPv4 (RFC 6890) and IPv6. */
import { isIP } from "node:net";

/** `metadata`: where a cloud hands out its machines' credentials. */
export type AddressKind =
  | "public"
  | "private"
  | "loopback"
  | "link-local"
  | "metadata"
  | "multicast"
  | "reserved";

type Range = readonly [cidr: string, kind: AddressKind];

/** The first range that fits counts. */
const IPV4: readonly Range[] = [
  ["169.254.169.254/32", "metadata"],
  // Amazon's task credentials, Alibaba, Azure's wire server, Oracle.
  ["169.254.170.2/32", "metadata"],
  ["100.100.100.200/32", "metadata"],
  ["168.63.129.16/32", "metadata"],
  ["192.0.0.192/32", "metadata"],
  ["0.0.0.0/8", "loopback"],
  ["127.0.0.0/8", "loopback"],
  ["10.0.0.0/8", "private"],
  ["100.64.0.0/10", "private"],
  ["172.16.0.0/12", "private"],
  ["192.168.0.0/16", "private"],
  ["169.254.0.0/16", "link-local"],
  ["192.0.0.0/24", "reserved"],
  ["192.0.2.0/24", "reserved"],
  ["192.88.99.0/24", "reserved"],
  ["198.18.0.0/15", "reserved"],
  ["198.51.100.0/24", "reserved"],
  ["203.0.113.0/24", "reserved"],
  ["224.0.0.0/4", "multicast"],
  ["240.0.0.0/4", "reserved"],
];

const IPV6: readonly Range[] = [
  ["fd00:ec2::254/128", "metadata"],
  ["fd20:ce::254/128", "metadata"],
  ["::/128", "loopback"],
  ["::1/128", "loopback"],
  ["fc00::/7", "private"],
  ["fec0::/10", "private"],
  ["fe80::/10", "link-local"],
  ["ff00::/8", "multicast"],
  // A translator inside the network, whose targets cannot be told from here.
  ["64:ff9b:1::/48", "private"],
  ["100::/64", "reserved"],
  ["2001::/23", "reserved"],
  ["2001:db8::/32", "reserved"],
  ["3fff::/20", "reserved"],
];

/** Prefixes after which an IPv4 address stands, and at which byte: mapped, compatible, NAT64, 6to4. */
const EMBEDS: readonly (readonly [cidr: string, at: number])[] = [
  ["::ffff:0:0/96", 12],
  ["::ffff:0:0:0/96", 12],
  ["64:ff9b::/96", 12],
  ["::/96", 12],
  ["2002::/16", 2],
];

/** Null where the text is no address, such as a name. It takes the usual spellings only; no zone. */
export function addressKind(text: string): AddressKind | null {
  const bytes = bytesOf(text);
  if (bytes === null) return null;
  if (bytes.length === 4) return kindIn(IPV4, bytes) ?? "public";
  const own = kindIn(IPV6, bytes);
  if (own !== null) return own;
  for (const [cidr, at] of EMBEDS)
    if (fits(cidr, bytes)) return kindIn(IPV4, bytes.subarray(at, at + 4)) ?? "public";
  // All that is given out so far begins with the bits 001.
  return ((bytes[0] ?? 0) & 0xe0) === 0x20 ? "public" : "reserved";
}

function kindIn(ranges: readonly Range[], bytes: Uint8Array): AddressKind | null {
  return ranges.find(([cidr]) => fits(cidr, bytes))?.[1] ?? null;
}

function fits(cidr: string, bytes: Uint8Array): boolean {
  const [base = "", bits = "0"] = cidr.split("/");
  const prefix = bytesOf(base);
  if (prefix?.length !== bytes.length) return false;
  const whole = Number(bits) >> 3;
  for (let i = 0; i < whole; i++) if (prefix[i] !== bytes[i]) return false;
  const rest = Number(bits) & 7;
  const mask = 0xff << (8 - rest);
  return rest === 0 || ((prefix[whole] ?? 0) & mask) === ((bytes[whole] ?? 0) & mask);
}

function bytesOf(text: string): Uint8Array | null {
  const version = isIP(text);
  if (version === 4) return Uint8Array.from(text.split(".").map(Number));
  // A zone names an interface of this machine: only link-local addresses have one.
  if (version !== 6 || text.includes("%")) return null;
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const groups = tail ? `${tail[1]}${hexOf(tail[2] ?? "")}` : text;
  const [head = "", rest] = groups.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = rest === undefined || rest === "" ? [] : rest.split(":");
  const zeros = rest === undefined ? 0 : 8 - before.length - after.length;
  const all = [...before, ...Array.from({ length: zeros }, () => "0"), ...after];
  return Uint8Array.from(
    all.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff]),
  );
}

function hexOf(ipv4: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = ipv4.split(".").map(Number);
  return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}
