/** What a page kept and sent before anyone agreed, against what needs consent. Pure. */
import type { ObservationType } from "@dataguardian/shared/catalog";
import thirdPartyWeb from "third-party-web/nostats-subset.js";
import { siteOf } from "../crawl/site.ts";
import { isAmbiguous, isSessionCookie, knownEntry, needsConsent } from "./cookies/known-cookies.ts";
import type { Look, SeenCookie, SeenRequest } from "./look.ts";

export interface SightFault {
  type: ObservationType;
  confidence: number;
  reasons: readonly string[];
  /** A cookie's or an entry's name, or a host. */
  subject: string;
  cookie?: string;
  request?: string;
}

const TRACKS = new Set(["ad", "analytics", "social", "marketing"]);
const RECORDS =
  /^(?:Hotjar|FullStory|LogRocket|Mouseflow|Microsoft Clarity|Clarity|Smartlook|ContentSquare|Inspectlet|Lucky Orange|SessionCam|Decibel Insight|Quantum Metric)\b/i;
const FONTS = /^(?:Google Fonts|Adobe TypeKit|Fonts\.com.*|Monotype|FontAwesome CDN)$/i;
/** Thirteen months. Browsers end a cookie after 400 days, whatever it asks for. */
const LONG_DAYS = 396;

/** `start`: an address of the site. */
export function judgeLook(look: Look, start: URL): SightFault[] {
  return [...trackingIn(look, start), ...look.cookies.flatMap((cookie) => manners(cookie, start))];
}

/** What tracks, whenever it is seen: nothing of it may be there before consent or after a refusal. */
export function trackingIn({ cookies, storage, requests }: Look, start: URL): SightFault[] {
  return [
    ...cookies.flatMap((cookie) => judgeCookie(cookie, start)),
    ...storage.flatMap(({ name, kind }) => {
      const known = knownEntry(name);
      if (known === null || !needsConsent(known)) return [];
      const reasons = [`${known.vendor}: ${known.purpose}`, kind];
      return [
        { type: "STORAGE_BEFORE_CONSENT" as const, confidence: 0.9, reasons, subject: name, cookie: name },
      ];
    }),
    ...requests.flatMap((request) => judgeRequest(request, start)),
  ];
}

/** Names of the third parties among what was asked for. */
export function vendorsOf({ requests }: Look, start: URL): string[] {
  const others = requests.filter(({ address }) => siteOf(new URL(address)) !== siteOf(start));
  return [...new Set(others.flatMap(({ address }) => thirdPartyWeb.getEntity(address)?.name ?? []))];
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
        cookie.setBy === null ? "set by a server" : `set by a script of ${cookie.setBy}`,
      ],
      subject: `${cookie.name} ${cookie.domain}`,
      cookie: cookie.name,
    },
  ];
}

function judgeRequest({ address, kind, askedBy }: SeenRequest, start: URL): SightFault[] {
  const url = new URL(address);
  if (siteOf(url) === siteOf(start)) return [];
  const entity = thirdPartyWeb.getEntity(address);
  if (entity === undefined) return [];
  const isReplay = RECORDS.test(entity.name);
  const isFont = FONTS.test(entity.name);
  if (!isReplay && !isFont && !TRACKS.has(entity.category)) return [];
  return [
    {
      type: isReplay ? "SESSION_REPLAY" : isFont ? "THIRD_PARTY_FONTS" : "TRACKER_BEFORE_CONSENT",
      // Some of what social networks serve is a picture and no more.
      confidence: entity.category === "social" ? 0.75 : 0.9,
      reasons: [
        `${entity.name}: ${entity.category}`,
        `asked for as ${kind}`,
        ...(askedBy === null ? [] : [`by ${askedBy}`]),
      ],
      subject: url.host,
      request: address,
    },
  ];
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
