/** Third parties by the names that people know, and where they have their seat, where that is certain. Pure. */
import thirdPartyWeb from "third-party-web/nostats-subset.js";
import { siteOf } from "../crawl/site.ts";

interface Vendor {
  name: string;
  category: string;
  /** Of its seat, or null where this table does not know it. */
  country: Country | null;
}

/** `EEA`: in one of its countries; which one makes no difference here. */
type Country = "US" | "CN" | "RU" | "IN" | "CA" | "EEA";

/**
 * Companies whose seat is public record; a service belongs to whoever runs it. Which of a group's companies a site has a contract
 * with is not seen from outside, so that a seat is where to look and not what is so.
 */
const SEATS: readonly (readonly [RegExp, Country])[] = [
  [
    /^(?:Google|YouTube|Alphabet|Facebook|Instagram|Meta|WhatsApp|Microsoft|Bing|LinkedIn|Amazon|Apple|Adobe)\b/i,
    "US",
  ],
  [
    /^(?:X|Twitter|Pinterest|Snap|Snapchat|Reddit|Yahoo!?|Oracle|Salesforce(?:\.com)?|HubSpot|Marketo)\b/i,
    "US",
  ],
  [/^(?:Cloudflare|Akamai|Fastly|FullStory|LogRocket|Mixpanel|Amplitude|Segment|Twilio|Optimizely)\b/i, "US"],
  [
    /^(?:Crazy Egg|Lucky Orange|Inspectlet|Quantum Metric|Intercom|Zendesk|LivePerson|Klaviyo|Mailchimp)\b/i,
    "US",
  ],
  [
    /^(?:New Relic|Datadog|Sentry|Stripe|PayPal|Vimeo|The Trade Desk|LiveRamp|Quantcast|comScore|Nielsen)\b/i,
    "US",
  ],
  [/^(?:Xandr|AppNexus|Magnite|Rubicon Project|PubMatic|OpenX|Taboola|Outbrain|Disqus|FontAwesome)\b/i, "US"],
  [/^(?:Yandex|VKontakte|VK|Mail\.ru)\b/i, "RU"],
  [/^(?:Baidu|Alibaba|Tencent)\b/i, "CN"],
  [/^(?:Zoho|Wingify|VWO)\b/i, "IN"],
  [/^(?:Shopify|Hootsuite|Index Exchange)\b/i, "CA"],
  [/^(?:Hotjar|Contentsquare|Criteo|Adform|Mouseflow|Usercentrics|Cookiebot|Didomi)\b/i, "EEA"],
];

/** Whom an adequacy decision covers: Canada for its companies (2002/2); the United States only those certified (2023/1795). */
const ADEQUATE: ReadonlySet<Country> = new Set(["EEA", "CA"]);

const COUNTRY_NAMES: Readonly<Record<Country, string>> = {
  US: "United States",
  CN: "China",
  RU: "Russia",
  IN: "India",
  CA: "Canada",
  EEA: "EEA",
};

/** Null for an address that nobody knows. */
export function vendorAt(address: string): Vendor | null {
  const entity = thirdPartyWeb.getEntity(address);
  if (entity === undefined) return null;
  const { name, category, company } = entity;
  return { name, category, country: SEATS.find(([pattern]) => pattern.test(company || name))?.[1] ?? null };
}

export function isThirdParty(address: string, start: URL): boolean {
  const url = URL.parse(address);
  return url !== null && /^(?:https?|wss?):$/.test(url.protocol) && siteOf(url) !== siteOf(start);
}

/** `Google Analytics: analytics, United States`. */
export function described({ name, category, country }: Vendor): string {
  return country === null ? `${name}: ${category}` : `${name}: ${category}, ${COUNTRY_NAMES[country]}`;
}

/** Outside the EEA and no adequacy decision for all of the country; null where that is not so, or not known. */
export function thirdCountryOf({ country }: Vendor): string | null {
  return country === null || ADEQUATE.has(country) ? null : COUNTRY_NAMES[country];
}
