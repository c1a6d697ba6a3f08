/** A login that lasts for the whole crawl: begun before the first page, renewed where the site has forgotten it. */
import type { CoverageCounter } from "../../../pipeline/coverage.ts";
import type { Found } from "../../../pipeline/finding-maker.ts";
import { ScanError } from "../../../pipeline/scan-error.ts";
import { readPage } from "../content/read-page.ts";
import { select } from "../content/select.ts";
import { FilledIn, type LoginStep } from "./login.ts";
import { pageAddress } from "./page-address.ts";
import type { SiteFetch, SiteVisitor, Visit } from "./site-scan.ts";
import type { Scope } from "./site.ts";

export const LOGIN_REASONS = {
  lost: "a page that the site shows to nobody whose login it has forgotten",
  secret: "an address that holds what was filled in to log in",
  told: "a finding that would tell what was filled in to log in",
} as const;

/** A site that forgets again and again is not asked for ever. */
const MAX_RENEWALS = 5;

export class KeptLogin {
  readonly #steps: readonly LoginStep[];
  readonly #scope: Scope;
  readonly #visitor: SiteVisitor;
  readonly #fetch: SiteFetch;
  readonly #filledIn: FilledIn;
  /** Of the fields, as the steps name them: a page that has them all asks for the login. */
  readonly #fields: readonly string[];
  readonly #page: string | undefined;
  #renewals = 0;

  constructor(steps: readonly LoginStep[], scope: Scope, visitor: SiteVisitor, fetch: SiteFetch) {
    this.#steps = steps;
    this.#scope = scope;
    this.#visitor = visitor;
    this.#fetch = fetch;
    this.#filledIn = new FilledIn(steps);
    this.#fields = steps.flatMap((step) => ("fill" in step ? [step.fill] : []));
    const fillAt = steps.findIndex((step) => "fill" in step);
    const before = steps.slice(0, fillAt < 0 ? steps.length : fillAt);
    this.#page = before
      .flatMap((step) => ("goto" in step ? (pageAddress(step.goto)?.href ?? []) : []))
      .at(-1);
  }

  /** Throws `ScanError` where the login does not work: without it the scan would be of another site than is meant. */
  async begin(): Promise<void> {
    const outcome = await this.#visitor.logIn(this.#steps, this.#scope, this.#fetch);
    if (!outcome.ok)
      throw new ScanError(
        "permission",
        `The login to the site did not work (${outcome.reason}): try the steps by hand, and correct them or the credentials.`,
      );
  }

  /** A visit, and once more after a new login where the site had forgotten the old one. */
  async visit(address: string, visit: () => Promise<Visit>): Promise<Visit> {
    const got = await visit();
    if (!this.#isForgotten(address, got)) return this.#discreet(got);
    if (this.#renewals >= MAX_RENEWALS) return { skip: LOGIN_REASONS.lost };
    this.#renewals++;
    const outcome = await this.#visitor.logIn(this.#steps, this.#scope, this.#fetch);
    const again = outcome.ok ? await visit() : got;
    return this.#isForgotten(address, again) ? { skip: LOGIN_REASONS.lost } : this.#discreet(again);
  }

  /** Links without those that hold what was filled in; these are counted under the page that they stand on. */
  harmless(hrefs: readonly string[], page: string, skipped: (reason: string, at: string) => void): string[] {
    return hrefs.filter((href) => {
      const isHarmless = !this.#filledIn.standsIn(href);
      if (!isHarmless) skipped(LOGIN_REASONS.secret, page);
      return isHarmless;
    });
  }

  #discreet(got: Visit): Visit {
    const address = "source" in got ? got.source.url : "document" in got ? got.document : "";
    return this.#filledIn.standsIn(address) ? { skip: LOGIN_REASONS.secret } : got;
  }

  #isForgotten(address: string, got: Visit): boolean {
    if ("skip" in got) return got.status === 401;
    if (!("source" in got) || pageAddress(address)?.href === this.#page) return false;
    const { url, html } = got.source;
    if (pageAddress(got.movedTo ?? url)?.href === this.#page) return true;
    if (this.#fields.length === 0) return false;
    const { document } = readPage(url, html);
    return this.#fields.every((field) => select(document, field) !== null);
  }
}

/** Findings, but for any that would tell what was filled in: a page may repeat it anywhere. */
export async function* discreet(
  findings: AsyncIterable<Found>,
  steps: readonly LoginStep[],
  coverage: CoverageCounter,
): AsyncGenerator<Found, void, undefined> {
  const filledIn = new FilledIn(steps);
  for await (const found of findings) {
    if (!filledIn.standsIn(JSON.stringify(found.finding))) yield found;
    else coverage.skipped(LOGIN_REASONS.told, found.finding.rule);
  }
}
