/** What a page kept and sent before anyone agreed, against what needs consent. Pure. */
import type { ObservationType } from "@dataguardian/shared/catalog";
import { siteOf } from "../crawl/site.ts";
import { isAmbiguous, isSessionCookie, knownEntry, needsConsent } from "./cookies/known-cookies.ts";
import type { Look, SeenCookie, SeenEntry, SeenRequest } from "./look.ts";
import { described, isThirdParty, thirdCountryOf, vendorAt } from "./vendors.ts";

export interface SightFault {
  type: ObservationType;
  confidence: number;
  reasons: readonly string[];
  /** A cookie's or an entry's name, or a host. */
  subject: string;
  cookie?: string;
  request?: string;
}

export const SET_BY_SERVER = "set by a server";
const TRACKS = new Set(["ad", "analytics", "social", "marketing"]);
const RECORDS =
  /^(?:Hotjar|FullStory|LogRocket|Mouseflow|Microsoft Clarity|Clarity|Smartlook|ContentSquare|Inspectlet|Lucky Orange|SessionCam|Decibel Insight|Quantum Metric)\b/i;
const FONTS = /^(?:Google Fonts|Adobe TypeKit|Fonts\.com.*|Monotype|FontAwesome CDN)$/i;
/** Thirteen months. Browsers end a cookie after 400 days, whatever it asks for. */
const LONG_DAYS = 396;
const MAX_NAMED = 8;

/** `start`: an address of the site. */
export function judgeLook(look: Look, start: URL): SightFault[] {
  return [...trackingIn(look, start), ...look.cookies.flatMap((cookie) => manners(cookie, start))];
}

/** What tracks, whenever it is seen: nothing of it may be there before consent or after a refusal. */
export function trackingIn({ cookies, storage, requests, probes }: Look, start: URL): SightFault[] {
  return [
    ...cookies.flatMap((cookie) => judgeCookie(cookie, start)),
    ...storage.flatMap((entry) => judgeEntry(entry, start)),
    ...requests.flatMap((request) => judgeRequest(request, start)),
    ...judgeProbes(probes, start),
  ];
}

/** Names of the third parties among what was asked for. */
export function vendorsOf({ requests }: Look, start: URL): string[] {
  const others = requests.filter(({ address }) => isThirdParty(address, start));
  return [...new Set(others.flatMap(({ address }) => vendorAt(address)?.name ?? []))];
}

/** Third parties seen in any look whose seat is outside the EEA: one a country. */
export function judgeTransfers(requests: readonly SeenRequest[], start: URL): SightFault[] {
  const countries = new Map<string, Map<string, string>>();
  for (const { address } of requests) {
    const vendor = isThirdParty(address, start) ? vendorAt(address) : null;
    const country = vendor === null ? null : thirdCountryOf(vendor);
    if (vendor === null || country === null) continue;
    const named = countries.get(country) ?? new Map<string, string>();
    countries.set(country, named.set(vendor.name, named.get(vendor.name) ?? address));
  }
  return [...countries].map(([country, named]) => ({
    type: "THIRD_COUNTRY_TRANSFER",
    confidence: 0.6,
    reasons: [
      `seat in ${country}: ${[...named.keys()].slice(0, MAX_NAMED).join(", ")}`.slice(0, 160),
      ...(named.size > MAX_NAMED ? [`and ${named.size - MAX_NAMED} more`] : []),
      "a request gives them the visitor's IP address; what else they get, and the contract, is not seen from outside",
    ],
    subject: country,
    request: [...named.values()][0] ?? "",
  }));
}

function judgeCookie(cookie: SeenCookie, start: URL): SightFault[] {
  const isThird = isForeign(cookie.domain, start);
  const known = !isThird && isAmbiguous(cookie.name) ? null : knownEntry(cookie.name);
  if (known !== null && !needsConsent(known)) return [];
  // A cookie of the site's own that nobody knows may be one that it needs.
  if (known === null && (!isThird || cookie.days === null)) return [];
  return [
    {
      type: "COOKIE_BEFORE_CONSENT",
      confidence: known === null ? 0.6 : 0.95,
      reasons: [
        known === null ? "a lasting cookie of another site" : `${known.vendor}: ${known.purpose}`,
        isThird ? `third party: ${cookie.domain}` : "first party",
        cookie.setBy === null ? SET_BY_SERVER : `set by a script of ${cookie.setBy}`,
      ],
      subject: `${cookie.name} ${cookie.domain}`,
      cookie: cookie.name,
    },
  ];
}

/** By its name; in another site's frame also by whose frame it is. What ends with the visit says little by itself. */
function judgeEntry({ name, kind, of }: SeenEntry, start: URL): SightFault[] {
  const known = knownEntry(name);
  if (known !== null && !needsConsent(known)) return [];
  const vendor = isThirdParty(of, start) ? vendorAt(of) : null;
  const tracks = vendor !== null && TRACKS.has(vendor.category) && kind !== "sessionStorage";
  if (known === null && !tracks) return [];
  const whose =
    known === null ? (vendor === null ? "" : described(vendor)) : `${known.vendor}: ${known.purpose}`;
  const place = isThirdParty(of, start) ? [`in a frame of ${URL.parse(of)?.host ?? ""}`] : [];
  const confidence = known === null ? 0.6 : 0.9;
  const reasons = [whose, kind, ...place];
  return [{ type: "STORAGE_BEFORE_CONSENT", confidence, reasons, subject: name, cookie: name }];
}

function judgeRequest({ address, kind, askedBy, listing }: SeenRequest, start: URL): SightFault[] {
  if (!isThirdParty(address, start)) return [];
  const vendor = vendorAt(address);
  const asked = [`asked for as ${kind}`, ...(askedBy === null ? [] : [`by ${askedBy}`])];
  if (vendor === null) {
    if (listing === undefined) return [];
    const named = listing.namesHost
      ? `on the filter list ${listing.list}, by the host`
      : `on the filter list ${listing.list}, by part of the address`;
    return [
      {
        type: "TRACKER_BEFORE_CONSENT",
        confidence: listing.namesHost ? 0.8 : 0.7,
        reasons: [named, ...asked],
        subject: new URL(address).host,
        request: address,
      },
    ];
  }
  const isReplay = RECORDS.test(vendor.name);
  const isFont = FONTS.test(vendor.name);
  if (!isReplay && !isFont && !TRACKS.has(vendor.category)) return [];
  return [
    {
      type: isReplay ? "SESSION_REPLAY" : isFont ? "THIRD_PARTY_FONTS" : "TRACKER_BEFORE_CONSENT",
      // Some of what social networks serve is a picture and no more.
      confidence: vendor.category === "social" ? 0.75 : 0.9,
      reasons: [described(vendor), ...asked],
      subject: new URL(address).host,
      request: address,
    },
  ];
}

/** The name of the graphics card alone is asked for by games and maps as well. */
function judgeProbes(probes: Look["probes"], start: URL): SightFault[] {
  const scripts = Map.groupBy(probes, ({ by }) => by);
  return [...scripts].flatMap(([by, calls]) => {
    const techniques = [...new Set(calls.map(({ technique }) => technique))].toSorted();
    if (techniques.every((technique) => technique === "webgl")) return [];
    const vendor = isThirdParty(by, start) ? vendorAt(by) : null;
    return [
      {
        type: "FINGERPRINTING" as const,
        confidence: techniques.length > 1 ? 0.85 : 0.6,
        reasons: [
          `reads ${techniques.join(", ")}`,
          `by a script of ${URL.parse(by)?.host ?? "the page"}`,
          ...(vendor === null ? [] : [described(vendor)]),
        ],
        subject: by,
      },
    ];
  });
}

/** How a cookie is set: its life, and what keeps a session from scripts. */
function manners({ name, domain, days, httpOnly, secure, sameSite }: SeenCookie, start: URL): SightFault[] {
  const faults: SightFault[] = [];
  const subject = `${name} ${domain}`;
  if (days !== null && days > LONG_DAYS && knownEntry(name)?.purpose !== "necessary")
    faults.push({
      type: "COOKIE_LIFETIME",
      confidence: 0.9,
      reasons: [`${days} days, more than 13 months`],
      subject,
      cookie: name,
    });
  if (!isSessionCookie(name) || isForeign(domain, start)) return faults;
  const missing = [
    ...(httpOnly ? [] : ["without HttpOnly"]),
    ...(secure || start.protocol !== "https:" ? [] : ["without Secure"]),
    ...(sameSite === "None" ? ["SameSite=None"] : []),
  ];
  if (missing.length > 0)
    faults.push({ type: "COOKIE_FLAGS", confidence: 0.9, reasons: missing, subject, cookie: name });
  return faults;
}

/** Cookies know no ports. */
function isForeign(domain: string, start: URL): boolean {
  const url = URL.parse(`http://${domain}/`);
  return url !== null && siteOf(url) !== siteOf(new URL(`http://${start.hostname}/`));
}
