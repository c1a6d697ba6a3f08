/** Without its start page nothing of a site has been seen: one sentence that says why, and what to do. Pure. */
import type { FailureCode } from "@dataguardian/shared/protocol";
import { ScanError } from "../../../pipeline/scan-error.ts";
import { FETCH_FAULTS } from "../network/guarded-fetch.ts";
import { LOGIN_REASONS } from "./kept-login.ts";
import { REFUSALS } from "../network/refusals.ts";
import type { SkippedVisit } from "./site-scan.ts";
import { siteOf } from "./site.ts";

/** `details`: what is wrong with the certificate, where that is why. */
export function startPageError(
  address: string,
  { skip, status, leadsTo }: SkippedVisit,
  details: readonly string[] = [],
): ScanError {
  const { host } = new URL(address);
  if (status !== undefined) return statusError(status);
  if (leadsTo !== undefined) return redirectError(address, leadsTo);
  const known = SENTENCES[skip];
  if (known === undefined) return new ScanError("not_found", `The start page cannot be read: ${skip}.`);
  const [code, sentence] = known;
  const why = details.length === 0 ? "" : ` (${details.join("; ")})`;
  return new ScanError(code, sentence.replace("HOST", host).replace(" WHY", why));
}

/** `status`: of robots.txt, where it failed. */
export function robotsError(status?: number): ScanError {
  return new ScanError(
    "policy",
    status === undefined
      ? "The site's robots.txt does not let its start page be read: scan a site of your own with --no-robots (robots: false)."
      : `The site's robots.txt answers with an error (${status}), so that nothing may be read: try again later, or scan a site of your own with --no-robots (robots: false).`,
  );
}

function statusError(status: number): ScanError {
  switch (status) {
    case 404:
    case 410:
      return new ScanError("not_found", `The start page is not there (status ${status}): check the address.`);
    case 401:
    case 403:
    case 407:
      return new ScanError(
        "permission",
        `The site does not show its start page to this scan (status ${status}): let this machine in, or give the login to use.`,
      );
    case 429:
    case 503:
      return new ScanError(
        "connection",
        `The site has no time for its start page (status ${status}): try again later, with fewer pages a minute.`,
      );
    default:
      return new ScanError(
        status >= 500 ? "connection" : "not_found",
        `The start page answers with an error (status ${status}): try again once it shows in a browser.`,
      );
  }
}

function redirectError(address: string, leadsTo: string): ScanError {
  const to = new URL(leadsTo);
  if (siteOf(to) === siteOf(new URL(address)))
    return new ScanError(
      "policy",
      `The start page leads to ${to.host}, which the agent's policy does not list: add it to policy.hosts.`,
    );
  return new ScanError(
    "policy",
    `The start page leads to another site, ${to.host}: give that address if it is the one that is meant.`,
  );
}

/** HOST is where the start page is. */
const SENTENCES: Readonly<Record<string, readonly [FailureCode, string]>> = {
  [FETCH_FAULTS.certificate]: [
    "connection",
    "The certificate of HOST is not valid WHY: renew it, or have this machine trust who issued it (NODE_EXTRA_CA_CERTS, or caFile of the agent).",
  ],
  [LOGIN_REASONS.lost]: [
    "permission",
    "HOST forgets the login before it shows its start page: check that the steps end where someone who is logged in is.",
  ],
  [FETCH_FAULTS.timeout]: [
    "timeout",
    "HOST does not answer in time: check that the site works and that this machine may reach it.",
  ],
  [FETCH_FAULTS.noHttp]: [
    "connection",
    "What answers at HOST is no website: check the address and its port.",
  ],
  [FETCH_FAULTS.redirects]: [
    "not_found",
    "The start page redirects without end: give the address that a browser shows in the end.",
  ],
  [REFUSALS.unreachable]: [
    "connection",
    "Nothing answers at HOST: check the address, and that this machine may reach it.",
  ],
  [REFUSALS.unknownHost]: [
    "connection",
    "The name HOST has no address: check its spelling, and this machine's name server.",
  ],
  [REFUSALS.timeout]: [
    "timeout",
    "HOST does not answer in time: check that the site works and that this machine may reach it.",
  ],
  [REFUSALS.notListed]: [
    "policy",
    "HOST is an address inside this network: add it to policy.hosts, with its port, if it may be scanned.",
  ],
  [REFUSALS.metadata]: [
    "policy",
    "HOST is a cloud's metadata address, which is not scanned under a name: give the website's address.",
  ],
  [REFUSALS.rebound]: [
    "policy",
    "The name HOST changed from the internet to this network during the scan: ask who keeps the name.",
  ],
  [REFUSALS.port]: [
    "policy",
    "HOST has a port that websites do not use: add it to policy.hosts, with the port, if it may be scanned.",
  ],
};
