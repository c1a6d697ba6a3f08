/**
 * What a site publishes on purpose: whom to write to and to call, and the numbers that the law makes a company show (art. 5
 * of directive 2000/31/EC, art. 3:15d BW). Such details are told, and are no reason for concern.
 */
import type { Match } from "../../../detection/match.ts";
import { Sensitive } from "../../../detection/sensitive.ts";
import { siteOf } from "../crawl/site.ts";
import type { ReadPage } from "./read-page.ts";

/** Pages on which an organisation says who it is. */
const WHO_WE_ARE =
  /contact|over-?ons|about|impressum|imprint|mentions-legales|colofon|privacy|datenschutz|voorwaarden|terms|disclaimer|klantenservice|customer-?service|algemene/i;
const CONTACT = /^pii\.contact\.(?:phone|address)$/;
const ACCOUNT = /^pii\.financial\.iban$/;
const ORGANISATION = /^pii\.organisation\./;
const NAME = /^pii\.person\.name$/;
/** Mailboxes that no one person reads. */
const ROLE =
  /^(?:info|contact|hallo|hello|office|mail|post|admin|administratie|support|service|klantenservice|helpdesk|sales|verkoop|hr|jobs|werken|pers|press|redactie|privacy|dpo|fg|avg|security|abuse|postmaster|webmaster|no-?reply|bestelling(?:en)?|orders?|retour(?:en)?|receptie|secretariaat)(?:[+.-][^@]*)?@/i;

/** Where anyone can have an address. */
const ANYONES_MAIL =
  /^(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|proton(?:mail)?|gmx|ziggo|kpnmail|xs4all|planet|home|upcmail|t-online|web|orange|free|telenet|skynet)\./i;

export const OWN_DETAIL = "the site's own details";
const NAME_ALONE = "a name by itself, on a public page";

export class OwnDetails {
  /** Where its mail is. */
  readonly #domains = new Set<string>();
  readonly #start: string;
  readonly #own = new Set<string>();
  /** Fingerprints by which own details have been told already. */
  readonly #told = new Set<string>();

  constructor(start: string) {
    this.#domains.add(siteOf(new URL(start)));
    this.#start = start;
  }

  /** Why the match is no concern here, or null. What is own on one page is own on all. */
  judge(match: Match, page: ReadPage, isHidden: boolean): string | null {
    const { rule, entityType, normalise } = match.detector;
    const raw = Sensitive.reveal(match.value);
    const value = `${entityType}\0${normalise?.(raw) ?? raw}`;
    if (this.#own.has(value)) return OWN_DETAIL;
    // Nobody publishes on purpose what no visitor sees.
    if (isHidden) return null;
    if (NAME.test(rule)) return NAME_ALONE;
    if (ORGANISATION.test(rule) || this.#isOwn(match, raw, page)) {
      this.#own.add(value);
      return OWN_DETAIL;
    }
    return null;
  }

  /** Whether own details with that fingerprint are told for the first time: they stand on every page. */
  isFirst(fingerprint: string): boolean {
    if (this.#told.has(fingerprint)) return false;
    this.#told.add(fingerprint);
    return true;
  }

  #isOwn({ detector: { rule, entityType } }: Match, raw: string, page: ReadPage): boolean {
    const isTelling = page.url === this.#start || WHO_WE_ARE.test(new URL(page.url).pathname);
    if (entityType === "EMAIL_ADDRESS") {
      const url = URL.parse(`http://${raw.slice(raw.lastIndexOf("@") + 1)}/`);
      const domain = url === null ? "" : siteOf(url);
      const isRole = ROLE.test(raw);
      // An organisation's mail is often at another domain than its site.
      if (isRole && isTelling && !ANYONES_MAIL.test(domain)) this.#domains.add(domain);
      return isRole || (this.#domains.has(domain) && (isTelling || isLinked(page, "mailto:", raw)));
    }
    if (CONTACT.test(rule)) return isTelling || isLinked(page, "tel:", raw);
    return ACCOUNT.test(rule) && isTelling;
  }
}

function isLinked({ links }: ReadPage, scheme: string, raw: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[\s().-]/g, "");
  return links.some(({ href }) => href.toLowerCase().startsWith(scheme) && plain(href).includes(plain(raw)));
}
