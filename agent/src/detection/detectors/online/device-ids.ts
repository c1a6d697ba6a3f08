import type { Candidate } from "../../candidate.ts";
import { luhn } from "../../checks/luhn.ts";
import { randomLooking } from "../../checks/random-looking.ts";
import type { Detector, Verdict } from "../../detector.ts";

const device = {
  rule: "pii.device.id",
  category: "online",
  normalise: (value: string) => value.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase(),
  visible: { head: 0, tail: 2 },
} as const;

function checkMac({ value, compact, before, after }: Candidate): Verdict | null {
  if (!/^[0-9A-F]{12}$/.test(compact)) return null;
  const separator = value.includes(".") ? "." : (value[2] ?? "");
  // Part of a fingerprint of a key or a certificate, which is longer; or of an IPv6 address.
  if (before.endsWith(separator) || after.startsWith(separator)) return null;
  if (value.includes(".") && !/[A-F]/i.test(compact)) return { reasons: ["twelve digits"], confidence: 0 };
  const reasons = ["twelve hexadecimal digits in groups"];
  if (
    /^(?:0{12}|F{12}|(.)\1{11}|(..)\2{5}|001122334455|112233445566|AABBCCDDEEFF|0123456789AB|123456789ABC)$/.test(
      compact,
    )
  )
    return { reasons, known: "broadcast, empty or example address" };
  if (/^(?:01005E|3333|0180C2|00005E)/.test(compact))
    return { reasons, known: "group address of a protocol" };
  // Dates and times with dashes: `20-24-06-15-10-30`.
  return separator === "-" && !/[A-F]/.test(compact) ? { reasons, confidence: 0.3 } : { reasons };
}

function checkImei({ compact, value }: Candidate): Verdict | null {
  const digits = compact.length === 16 ? compact.slice(0, 15) : compact;
  if (/(\d)\1{7}/.test(digits)) return null;
  // With the software version (IMEISV) there is no check digit.
  if (compact.length === 15 && !luhn(digits)) return null;
  if (!/^(?:0[1-9]|1[0]|3[035]|4[459]|5[0-4]|8[6]|9[1789])/.test(digits)) return null;
  if (compact.length === 16) return { reasons: ["form of an IMEI with software version"], confidence: 0 };
  const reasons = ["checksum Luhn", "reporting body of the GSMA"];
  if (digits === "490154203237518" || digits === "352099001761481")
    return { reasons, known: "published example number" };
  return { reasons, confidence: /^\d{2}[- ]\d{6}[- ]/.test(value) ? 0.75 : 0.25 };
}

export const macAddress: Detector = {
  ...device,
  id: "mac-address",
  entityType: "MAC_ADDRESS",
  format: "Twelve hexadecimal digits, in pairs with colons or dashes, or in fours with dots.",
  forms: ["XX:XX:XX:XX:XX:XX", "XX-XX-XX-XX-XX-XX", "XXXX.XXXX.XXXX"],
  anyCase: true,
  pattern:
    /(?<![\w:.*-])(?:[0-9a-f]{2}(?:(:[0-9a-f]{2}){5}|(-[0-9a-f]{2}){5})|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})(?!\w)/i,
  check: checkMac,
  contextWords: [
    ...[
      "mac",
      "mac address",
      "mac adres",
      "mac adresse",
      "adresse mac",
      "ether",
      "hwaddr",
      "hw address",
      "ethernet",
      "wifi",
    ],
    ...[
      "bssid",
      "hardware address",
      "physical address",
      "fysiek adres",
      "physische adresse",
      "bluetooth",
      "wlan",
      "lladdr",
    ],
  ],
  confidence: { bare: 0.85, context: 0.95, against: 0.5 },
  references: ["IEEE 802-2014", "RFC 7042"],
  examples: {
    match: ["3c:22:fb:9a:10:e4", "link/ether 3C-22-FB-9A-10-E4", "mac 3c22.fb9a.10e4", "ff:ff:ff:ff:ff:00"],
    ignore: [
      "3c:22:fb:9a:10:e4:aa:01",
      "SHA1 3c:22:fb:9a:10:e4:f0:1b:3c:22:fb:9a:10:e4:f0:1b:00:11:22:33",
      "3c:22:fb:9a:10",
      "zz:22:fb:9a:10:e4",
      "1234.5678.9012",
    ],
  },
};

export const imei: Detector = {
  ...device,
  id: "imei",
  entityType: "IMEI",
  format: "Fifteen digits: type allocation code, serial number and check digit.",
  checksum: "Luhn.",
  forms: [
    "9{15,16}",
    "99-999999-999999-9",
    "99 999999 999999 9",
    "999999-99-999999-9",
    "999999 99 999999 9",
    "99-999999-999999-99",
  ],
  check: checkImei,
  contextWords: [
    "imei",
    "imei nummer",
    "imei number",
    "imei no",
    "imeisv",
    "numéro imei",
    "toestelnummer",
    "device id",
    "handset",
    "meid",
  ],
  againstWords: ["card", "kaart", "karte", "carte", "creditcard", "amex", "american express", "id", "time"],
  confidence: { bare: 0.25, context: 0.95, against: 0 },
  references: ["3GPP TS 23.003 section 6", "GSMA TS.06"],
  examples: {
    match: ["IMEI: 356938035643809", "imei 35-693803-564380-9", "IMEI 490154203237518"],
    ignore: ["IMEI: 356938035643808", "IMEI 35693803564380", "card 356938035643809", "imei 999999999999994"],
  },
};

export const imsi: Detector = {
  ...device,
  id: "imsi",
  entityType: "IMSI",
  format: "Fifteen digits: country, network and subscriber.",
  names: ["imsi", "imsi number", "imsi nummer"],
  looseName: true,
  pattern:
    /(?:20[2468]|21[2469]|22[0268]|23[0-8]|24[02478]|2[5-9]\d|3[0-7]\d|4[0-7]\d|5[0-5]\d|6[0-5]\d|7[0-4]\d|90\d)\d{11,12}(?!\w)/,
  check: ({ compact }) => (/(\d)\1{7}/.test(compact) ? null : { reasons: ["mobile country code"] }),
  confidence: { bare: 0.9, context: 0.9 },
  references: ["ITU-T E.212"],
  examples: {
    match: ["IMSI: 204046812739405", '"imsi":"262019876540321"'],
    ignore: ["IMSI: 104046812739405", "204046812739405"],
  },
};

export const iccid: Detector = {
  ...device,
  id: "iccid",
  entityType: "ICCID",
  format: "Nineteen or twenty digits that begin with 89, on a SIM card.",
  checksum: "Luhn.",
  forms: [
    "8999999999999999999",
    "89999999999999999999",
    "8999 9999 9999 9999 999",
    "8999 9999 9999 9999 9999",
  ],
  check: ({ compact }) =>
    luhn(compact) && !/(\d)\1{7}/.test(compact) ? { reasons: ["checksum Luhn", "telecom prefix 89"] } : null,
  contextWords: [
    "iccid",
    "sim",
    "simkaart",
    "sim card",
    "sim number",
    "simnummer",
    "sim kaart",
    "sim karte",
    "esim",
    "carte sim",
  ],
  confidence: { bare: 0.3, context: 0.95, against: 0 },
  references: ["ITU-T E.118"],
  examples: {
    match: ["ICCID: 8931440438271604959", "simkaart 8931 4404 3827 1604 959"],
    ignore: ["ICCID: 8931440438271604958", "ICCID: 893144043827"],
  },
};

export const advertisingId: Detector = {
  ...device,
  id: "advertising-id",
  entityType: "ADVERTISING_ID",
  format: "A UUID under the name of an advertising or vendor identifier of a phone.",
  names: [
    ...[
      "idfa",
      "gaid",
      "aaid",
      "adid",
      "idfv",
      "gps adid",
      "advertising id",
      "advertising identifier",
      "advertisement id",
    ],
    ...[
      "ad id",
      "advertiser id",
      "google advertising id",
      "google ad id",
      "apple ad id",
      "ios ifa",
      "device ifa",
      "rida",
      "android id",
      "oaid",
    ],
  ],
  looseName: true,
  pattern: /[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}(?!\w)/i,
  check: ({ compact }) => {
    const reasons = ["UUID of an advertising identifier"];
    return /^(.)\1{31}$/.test(compact) ? { reasons, known: "empty: tracking is off" } : { reasons };
  },
  confidence: { bare: 0.9, context: 0.9 },
  references: [
    "https://developer.apple.com/documentation/adsupport/asidentifiermanager",
    "https://support.google.com/googleplay/android-developer/answer/6048248",
  ],
  examples: {
    match: ["idfa={{uuid:idfa}}", '"advertising_id": "{{uuid:gaid}}"', "GAID: {{uuid:g2}}"],
    ignore: ["id={{uuid:other}}", "idfa=none", "gaid: {{hex:20:x}}"],
  },
};

export const sessionId: Detector = {
  ...device,
  id: "session-id",
  entityType: "SESSION_ID",
  format: "A random value under the name of a session, as in cookies.",
  names: [
    ...[
      "session id",
      "sess id",
      "phpsessid",
      "jsessionid",
      "asp.net sessionid",
      "aspsessionid*",
      "connect.sid",
      "session cookie",
    ],
    ...["session uuid", "sessie id", "laravel session", "sitzungs id"],
  ],
  pattern: /[A-Za-z0-9%+/_.~-]{16,200}={0,2}(?![\w(])/,
  check: ({ value, quote, name }) => {
    const digits = value.replace(/\D/g, "").length;
    if (digits < 2 || !/[A-Za-z]/.test(value) || !randomLooking(value)) return null;
    if (/^[a-z]+(?:[._-][a-z]+)+\d{0,3}$/i.test(value)) return null;
    return quote !== "" || /[^a-z ]/i.test(name) || digits > 3
      ? { reasons: ["random value of a session"] }
      : null;
  },
  confidence: { bare: 0.8, context: 0.8 },
  visible: { head: 0, tail: 0 },
  references: ["https://owasp.org/www-community/attacks/Session_hijacking_attack"],
  examples: {
    match: ["Cookie: PHPSESSID={{alnum:26:s}}", "session_id: {{uuid:sess}}", ";jsessionid={{HEX:32:j}}"],
    ignore: ["sessionId = request.session.identifier", "session_id=abc", "PHPSESSID=deleted"],
  },
};
