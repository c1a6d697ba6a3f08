import type { Candidate } from "../../candidate.ts";
import { ipv6 } from "../../checks/ipv6.ts";
import type { Detector, Verdict } from "../../detector.ts";

/** What is no visitor's: the special-purpose registries of IANA (RFC 6890), by dotted prefix. */
const SPECIAL: readonly (readonly [RegExp, string])[] = [
  [/^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/, "private network (RFC 1918)"],
  [/^(?:127\.|0\.)/, "this machine"],
  [/^169\.254\./, "link-local"],
  [/^100\.(?:6[4-9]|[789]\d|1[01]\d|12[0-7])\./, "shared by a provider (RFC 6598)"],
  [/^(?:192\.0\.2|198\.51\.100|203\.0\.113)\./, "set apart for documentation (RFC 5737)"],
  [/^(?:22[4-9]|23\d)\./, "multicast"],
  [/^(?:24\d|25[0-5])\./, "reserved, or a mask"],
  [
    /^(?:8\.8\.8\.8|8\.8\.4\.4|1\.1\.1\.1|1\.0\.0\.1|9\.9\.9\.9|208\.67\.22[02]\.22[02])$/,
    "public name server",
  ],
];
const SPECIAL_6: readonly (readonly [RegExp, string])[] = [
  [/^::1?$|^::1$/, "this machine"],
  [/^fe[89ab][0-9a-f]:/i, "link-local"],
  [/^f[cd][0-9a-f]{2}:/i, "private network (RFC 4193)"],
  [/^ff[0-9a-f]{2}:/i, "multicast"],
  [/^2001:0?db8:|^3fff:/i, "set apart for documentation (RFC 3849)"],
  [/^2001:4860:4860::88|^2606:4700:4700::1|^2620:fe::/i, "public name server"],
];
const VERSION_BEFORE =
  /(?:\b(?:v|ver|vers|versions?|versie|release|build|sdk|driver|firmware|oid|sections?|§)\W{0,4}|[A-Za-z)]\/|(?:[<>=~^!]=|[<>~^])\s?|\b(?:version|versie|release|build)s?\b[^.\n]{0,20}|(?:objectidentifier|\bobject)\W{1,4}|version["']?\s{0,3}[:=,(]\s{0,3}["']?)$/i;
/** The tags before a value; what they close with compares nothing. A tag for a version is left. */
const TAG_BEFORE = /(?:<(?!\w{0,20}version)\/?[\w:.-]{1,40}(?:\s[^<>\r\n]{0,40})?>\s{0,4}){1,3}$/i;
const IP_BEFORE = /\b(?:ips?|ip[-_ ]?addr\w*|ipv4|host|client|from|server|dns|gateway|ping)["']?\W{0,5}$/i;

function checkV4({ value, before, after }: Candidate): Verdict | null {
  const parts = value.split(".").map(Number);
  const [first = 0] = parts;
  const outsideTags = before.includes(">") ? before.replace(TAG_BEFORE, "") : before;
  if (VERSION_BEFORE.test(outsideTags) && !IP_BEFORE.test(before)) return null;
  // `1.2.3.4-beta` and `1.2.3.4.tar.gz` are versions.
  if (
    /^-(?:alpha|beta|rc|dev|snapshot|pre|preview|release|final|[a-z]{2,8}\.?\d)/i.test(after) ||
    // `10.10.10.10.example.com` is a host.
    /^\.[a-z][\w-]*[.a-z]/i.test(after) ||
    /^\.(?:tar|zip|jar|dll|exe|tgz|whl|deb|rpm|nupkg)/i.test(after)
  )
    return null;
  // Numbers of a drawing: `2.83-2.12 3.51.98.32 2.03.5`.
  if (/^[ ,-]\.?\d/.test(after) && /\d\.\d+[ ,]$/.test(before)) return null;
  const reasons = ["four numbers from 0 to 255"];
  for (const [range, name] of SPECIAL) if (range.test(value)) return { reasons, known: name };
  // Small numbers, and zeros at the end, are more often a version or a paragraph.
  const small = parts.filter((part) => part < 20).length >= 3 || value.endsWith(".0.0");
  return small || first === 0 ? { reasons, confidence: 0.3 } : { reasons };
}

const CONTEXT = [
  ...[
    "ip",
    "ips",
    "ip address",
    "ip adres",
    "ip adresse",
    "adresse ip",
    "ipaddress",
    "ipaddr",
    "ipv4",
    "ipv6",
    "ip addr",
  ],
  ...[
    "remote addr",
    "remote address",
    "remote ip",
    "x forwarded for",
    "forwarded for",
    "ping",
    "nameserver",
    "inet",
    "inet6",
  ],
  ...[
    "client ip",
    "user ip",
    "dirección ip",
    "indirizzo ip",
    "hostname",
    "last login",
    "peer address",
    "source address",
  ],
];
const AGAINST = [
  "v",
  "ver",
  "version",
  "versie",
  "firmware",
  "driver",
  "sdk",
  "oid",
  "section",
  "package",
  "dependency",
  "assembly",
  "update",
  "upgrade",
];

export const ipv4Address: Detector = {
  id: "ipv4-address",
  entityType: "IP_ADDRESS",
  rule: "pii.device.ip",
  category: "online",
  format: "Four numbers from 0 to 255 with dots between them.",
  forms: ["9{1,3}.9{1,3}.9{1,3}.9{1,3}"],
  pattern:
    /(?<![\w.-])(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?![\w%]|\.\d|-\d{1,3}\.\d{1,3}\.\d{1,3}\.\d|-\d)/,
  check: checkV4,
  contextWords: CONTEXT,
  againstWords: AGAINST,
  confidence: { bare: 0.75, context: 0.9, against: 0.6 },
  visible: { head: 0, tail: 0 },
  references: ["RFC 791", "IANA IPv4 special-purpose address registry", "CJEU C-582/14 (Breyer)"],
  examples: {
    match: [
      "Failed password for root from 45.83.121.7 port 4022 ssh2",
      '"clientIp": "84.22.107.33"',
      "http://84.22.107.33:8080/x",
      "84.22.107.33/24",
      "host 192.168.178.12",
      "<client_ip>84.22.107.33</client_ip>",
    ],
    ignore: [
      "version 84.22.107.33",
      "Chrome/91.12.44.77",
      "1.3.6.1.4.1.311",
      "84.22.107.333",
      "lib-84.22.107.33",
      "v1.2.3.4",
      "<version>84.22.107.33</version>",
      "lib>84.22.107.33",
    ],
  },
};

function checkV6({ value, before, after }: Candidate): Verdict | null {
  if (!ipv6(value)) return null;
  const groups = value.split(":").filter((group) => group !== "");
  // `10::20`, `a::1`: slices and scopes of programming languages. A time is no address.
  if (/[\w:]$/.test(before) || /^[\w:]/.test(after)) return null;
  const reasons = ["eight groups of hexadecimal digits"];
  for (const [range, name] of SPECIAL_6) if (range.test(value)) return { reasons, known: name };
  if (groups.length < 3) return null;
  if (groups.every((group) => group.length <= 2) && value.includes("::") && groups.length < 5) return null;
  return { reasons };
}

export const ipv6Address: Detector = {
  ...ipv4Address,
  id: "ipv6-address",
  format: "Eight groups of up to four hexadecimal digits with colons; `::` stands for groups of zeros.",
  forms: ["X{1,4}:X{1,4}:", "X{1,4}::", "::9", "::X{1,4}9"],
  anyCase: true,
  pattern: /(?<![\w:.])(?:[0-9a-f]{0,4}:){2,8}(?:[0-9a-f]{1,4}|(?:\d{1,3}\.){3}\d{1,3})?(?![\w:])/i,
  check: checkV6,
  confidence: { bare: 0.85, context: 0.95, against: 0.4 },
  references: ["RFC 4291", "RFC 5952", "IANA IPv6 special-purpose address registry"],
  examples: {
    match: [
      "2a02:a45f:8c1:1:f4c2:9d1:aa01:77be",
      "addr 2a02:a45f:8c1::77be",
      "[2a02:a45f:8c1:1:f4c2:9d1:aa01:77be]:443",
      "fe80::1ff:fe23:4567:890a",
    ],
    ignore: [
      "12:30:45",
      "std::a1::b2",
      "a[1::2]",
      "00:1a:2b:3c:4d:5e",
      "2a02:a45f:8c1:1:f4c2:9d1:aa01:77be:1234",
    ],
  },
};
