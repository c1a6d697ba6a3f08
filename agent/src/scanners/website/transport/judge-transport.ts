/** What is weak in how a site's pages travel. Pure; `now` comes in. */
import type { PageSource } from "../content/page-source.ts";
import type { ReadPage } from "../content/read-page.ts";
import { limitsFraming, weaknessesOfCsp } from "./content-security-policy.ts";
import type { TlsFacts } from "./handshake.ts";

export interface TransportFault {
  type: "WEAK_SECURITY_HEADERS" | "WEAK_TLS" | "CERTIFICATE_FAULT" | "MIXED_CONTENT" | "SITE_WITHOUT_TLS";
  confidence: number;
  reasons: string[];
}

const DAY_MS = 86_400_000;
const EXPIRES_SOON_DAYS = 14;
/** Half a year, as most checkers ask. */
const HSTS_SECONDS = 15_552_000;
const MAX_REASONS = 12;

/** Where a name or value stands more than once, browsers take them together. */
function header({ headers }: Pick<PageSource, "headers">, name: string): string | undefined {
  const value = headers[name];
  return value === undefined || typeof value === "string" ? value : value.join(", ");
}

/** The headers of one page, the start page most often: they are set for a site as a whole. */
export function judgeHeaders(source: PageSource): TransportFault | null {
  const isSecure = source.url.startsWith("https:");
  const csp = header(source, "content-security-policy");
  const reasons = [
    ...(isSecure ? hstsFaults(header(source, "strict-transport-security")) : []),
    ...(csp === undefined ? ["no Content-Security-Policy"] : weaknessesOfCsp(csp)),
    ...(header(source, "x-frame-options") === undefined && (csp === undefined || !limitsFraming(csp))
      ? ["any site may frame the page (no frame-ancestors, no X-Frame-Options)"]
      : []),
    ...(header(source, "x-content-type-options")?.trim().toLowerCase() === "nosniff"
      ? []
      : ["no X-Content-Type-Options: nosniff"]),
    ...referrerFaults(header(source, "referrer-policy")),
    ...(header(source, "permissions-policy") === undefined ? ["no Permissions-Policy"] : []),
  ];
  return reasons.length === 0
    ? null
    : { type: "WEAK_SECURITY_HEADERS", confidence: 0.9, reasons: reasons.slice(0, MAX_REASONS) };
}

function hstsFaults(value: string | undefined): string[] {
  if (value === undefined) return ["no Strict-Transport-Security"];
  const seconds = Number(/max-age\s*=\s*"?(\d+)/i.exec(value)?.[1] ?? Number.NaN);
  if (Number.isNaN(seconds)) return ["Strict-Transport-Security without max-age"];
  return seconds < HSTS_SECONDS
    ? [`Strict-Transport-Security for ${Math.floor(seconds / 86_400)} days only`]
    : [];
}

function referrerFaults(value: string | undefined): string[] {
  // Browsers have a careful default of their own by now, so that only loosening it is a fault.
  const policy = value?.split(",").at(-1)?.trim().toLowerCase();
  return policy === "unsafe-url" || policy === "no-referrer-when-downgrade"
    ? [`Referrer-Policy ${policy} tells other sites the full address`]
    : [];
}

export function judgeTls(facts: TlsFacts, now: Date): TransportFault[] {
  const faults: TransportFault[] = [];
  const old = facts.versions.filter((version) => version === "TLSv1" || version === "TLSv1.1");
  const weak = [
    ...old.map((version) => `agrees to ${version === "TLSv1" ? "TLS 1.0" : "TLS 1.1"} (RFC 8996)`),
    ...(facts.versions.includes("TLSv1.3") ? [] : ["no TLS 1.3"]),
  ];
  if (old.length > 0) faults.push({ type: "WEAK_TLS", confidence: 0.95, reasons: weak });
  else if (weak.length > 0) faults.push({ type: "WEAK_TLS", confidence: 0.5, reasons: weak });
  const { certificate } = facts;
  if (certificate === null) return faults;
  const left = Math.floor((certificate.validTo.getTime() - now.getTime()) / DAY_MS);
  const reasons = [
    ...(left < 0 ? [`the certificate is over since ${certificate.validTo.toISOString().slice(0, 10)}`] : []),
    ...(certificate.validFrom > now ? ["the certificate is not valid yet"] : []),
    ...(certificate.fitsHost ? [] : ["the certificate is for another host"]),
    ...(certificate.chainFault === null || /HAS_EXPIRED|NOT_YET_VALID/.test(certificate.chainFault)
      ? []
      : [CHAIN_WORDS[certificate.chainFault] ?? "the certificate's chain is not trusted"]),
    ...(certificate.rsaBits !== null && certificate.rsaBits < 2_048
      ? [`the certificate's key has ${certificate.rsaBits} bits`]
      : []),
  ];
  if (reasons.length > 0) faults.push({ type: "CERTIFICATE_FAULT", confidence: 0.95, reasons });
  else if (left < EXPIRES_SOON_DAYS)
    faults.push({
      type: "CERTIFICATE_FAULT",
      confidence: 0.5,
      reasons: [`the certificate is over in ${left} days`],
    });
  return faults;
}

const CHAIN_WORDS: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: "the certificate signs itself",
  SELF_SIGNED_CERT_IN_CHAIN: "the certificate's authority is not known",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "the server leaves out a certificate of its chain",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    "the server leaves out a certificate of its chain, or its authority is not known",
};

const ACTIVE = new Set(["script", "iframe", "frame", "link", "embed"]);

/** What a page that came by https loads by http. Browsers refuse the active kind and load the rest. */
export function judgeMixedContent(page: ReadPage): TransportFault | null {
  if (!page.url.startsWith("https:")) return null;
  const open = page.loads.filter(({ href }) => URL.parse(href, page.base)?.protocol === "http:");
  if (open.length === 0) return null;
  const active = open.filter(({ element }) => ACTIVE.has(element)).length;
  return {
    type: "MIXED_CONTENT",
    confidence: 0.9,
    reasons: [
      ...(active > 0 ? [`${active} scripts, styles or frames by http`] : []),
      ...(open.length > active ? [`${open.length - active} pictures or media by http`] : []),
    ],
  };
}
