import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";

const handle = {
  entityType: "SOCIAL_HANDLE",
  rule: "pii.online.handle",
  category: "online",
  normalise: (value: string) => value.toLowerCase(),
  visible: { head: 0, tail: 0 },
} as const;

/** Paths of the sites themselves. */
const PAGES =
  /^(?:about|account|ads|api|app|apps|auth|business|careers|company|compose|developers?|dialog|directory|discover|events?|explore|features|feed|groups?|hashtag|help|home|i|intent|jobs|legal|login|logout|marketplace|media|notifications|oauth|p|pages|people|photos?|plugins|policies|policy|posts?|privacy|profile(?:\.php)?|reels?|search|settings|share|sharer(?:\.php)?|signup|sponsor|status|stories|terms|tos|tr|tv|user|v\d.*|video|videos|watch|web|widgets|your[-_]?(?:name|handle|username|profile)|username)$/i;

function checkUrl({ value, after }: Candidate): Verdict | null {
  const name = /([^/@?#]+)\/?$/.exec(value)?.[1] ?? "";
  if (PAGES.test(name) || /\.(?:js|css|html?|png|svg|php|ico)$/i.test(name) || after.startsWith("("))
    return null;
  return { reasons: ["address of a profile"] };
}

export const profileUrl: Detector = {
  ...handle,
  id: "profile-url",
  format: "The address of somebody's profile on a social network.",
  keywords: [
    ...[
      "twitter.com/",
      "//x.com/",
      "www.x.com/",
      "instagram.com/",
      "facebook.com/",
      "linkedin.com/in/",
      "tiktok.com/@",
    ],
    ...[
      "youtube.com/@",
      "snapchat.com/add/",
      "//t.me/",
      "threads.net/@",
      "bsky.app/profile/",
      "pinterest.com/",
      "vk.com/",
      "xing.com/profile/",
    ],
  ],
  pattern:
    /(?<![a-z0-9-])(?:\/\/|www\.)?(?:(?:twitter|x|instagram|facebook|pinterest|vk)\.com\/|linkedin\.com\/in\/|tiktok\.com\/@|youtube\.com\/@|snapchat\.com\/add\/|t\.me\/|threads\.net\/@|bsky\.app\/profile\/|xing\.com\/profile\/)@?[\p{L}\p{N}][\p{L}\p{N}_.%-]{1,60}[\p{L}\p{N}_](?![\p{L}\p{N}{$<])/iu,
  check: checkUrl,
  confidence: { bare: 0.75, context: 0.85 },
  references: [
    "https://help.x.com/en/managing-your-account/x-username-rules",
    "https://www.linkedin.com/help/linkedin/answer/a542685",
  ],
  examples: {
    match: [
      "https://www.linkedin.com/in/jan-fictief-4821",
      "https://twitter.com/janfictief82",
      "instagram.com/anna.fictief",
    ],
    ignore: [
      "https://twitter.com/intent/tweet?x",
      "https://www.facebook.com/sharer.php?u=",
      "https://www.linkedin.com/company/firma",
      "xx.com/janfictief",
    ],
  },
};

export const labelledHandle: Detector = {
  ...handle,
  id: "social-handle",
  format: "A user name with `@` behind the name of a network.",
  names: [
    ...[
      "twitter",
      "instagram",
      "insta",
      "tiktok",
      "snapchat",
      "telegram",
      "facebook",
      "threads",
      "bluesky",
      "mastodon",
      "signal",
    ],
    ...[
      "twitter handle",
      "instagram handle",
      "tiktok handle",
      "telegram handle",
      "social handle",
      "social media handle",
      "x handle",
    ],
    ...[
      "twitter username",
      "instagram username",
      "telegram username",
      "twitter handle is",
      "instagram handle is",
      "handle is",
      "twitter account",
      "instagram account",
      "discord",
    ],
  ],
  looseName: true,
  pattern: /@[\p{L}\p{N}_][\p{L}\p{N}_.]{1,29}(?:@[\w.-]{3,60}\.[a-z]{2,12})?(?![\p{L}\p{N}/(-])/u,
  check: ({ value }) =>
    /^@(?:param|media|import|your\w*|username|handle|example|types?|angular)\b/i.test(value)
      ? null
      : { reasons: ["user name under a network's name"] },
  confidence: { bare: 0.8, context: 0.85 },
  references: ["https://help.x.com/en/managing-your-account/x-username-rules"],
  examples: {
    match: [
      "Twitter: @janfictief82",
      "my twitter handle is @jan_fictief",
      "instagram handle: '@anna.fictief'",
      "Telegram @pietfictief",
    ],
    ignore: ["@janfictief82", "twitter: @username", "handle: @param"],
  },
};

const VALUES: readonly (readonly [RegExp, RegExp])[] = [
  [/mail/i, /^[\w.+-]+%40[\w-]+(?:\.[\w-]+)+$/],
  [/phone|tel|mobile|msisdn|gsm/i, /^(?:%2B|\+)?[\d%20.-]{8,24}$/i],
  [/bsn|ssn/i, /^\d{3}-?\d{2,3}-?\d{3,4}$/],
  [/birth|dob|geboorte/i, /^(?:(?:19|20)\d{2}[-/.]?\d{2}[-/.]?\d{2}|\d{2}[-/.]\d{2}[-/.](?:19|20)\d{2})$/],
  [/iban/i, /^[a-z]{2}\d{2}[a-z0-9+%]{10,40}$/i],
  [/name|naam|nom/i, /^(?:\p{Lu}|%C3%[89])[\p{L}'.%-]{1,30}(?:(?:\+|%20|_)[\p{L}'.%-]{1,30}){0,4}$/u],
];
const PERSON_NAME = /^(?:first|last|sur|given|family|full|voor|achter|user_?first|user_?last)/i;

function checkParameter({ value, text, start }: Candidate): Verdict | null {
  const url = /(?:https?:\/\/|[\w)\]}"'` ]\/|["'`(\s]\?)[^\s"'<>]{0,600}[?&](?:amp;)?$/i;
  if (!url.test(text.slice(Math.max(0, start - 700), start))) return null;
  const equals = value.indexOf("=");
  const name = value.slice(0, equals);
  const held = value.slice(equals + 1);
  const form = VALUES.find(([names]) => names.test(name))?.[1];
  if (!form?.test(held)) return null;
  // A lone word under `name` may be anything's name.
  if (/^(?:name|naam)$/i.test(name) && !/[+_]|%20/.test(held)) return null;
  if (/name|naam|nom/i.test(name) && !PERSON_NAME.test(name) && !/^(?:name|naam|nom|prenom)$/i.test(name))
    return null;
  if (/%40example\.(?:com|org|net)$/i.test(held))
    return { reasons: ["parameter of a URL"], known: "domain reserved for documentation" };
  return { reasons: ["personal value in a parameter of a URL"] };
}

export const urlWithPersonalData: Detector = {
  id: "url-with-personal-data",
  entityType: "URL_WITH_PII",
  rule: "pii.online.handle",
  category: "online",
  format: "A parameter of a URL that holds an address, a number, a name or a date of birth.",
  keywords: [
    ...[
      "email=",
      "mail=",
      "e-mail=",
      "phone=",
      "telephone=",
      "mobile=",
      "tel=",
      "msisdn=",
      "bsn=",
      "ssn=",
      "dob=",
      "birthdate=",
    ],
    ...[
      "date_of_birth=",
      "dateofbirth=",
      "geboortedatum=",
      "iban=",
      "firstname=",
      "lastname=",
      "first_name=",
      "last_name=",
      "fullname=",
    ],
    ...[
      "full_name=",
      "surname=",
      "voornaam=",
      "achternaam=",
      "name=",
      "naam=",
      "prenom=",
      "birthday=",
      "useremail=",
      "user_email=",
    ],
  ],
  pattern: /(?<=[?&]|&amp;)[\w-]{2,20}=[\p{L}\p{N}%+_.'/-]{2,80}(?![\p{L}\p{N}@$({])/u,
  check: checkParameter,
  confidence: { bare: 0.85, context: 0.9 },
  visible: { head: 0, tail: 0 },
  references: [
    "https://owasp.org/www-community/vulnerabilities/Information_exposure_through_query_strings_in_url",
    "RFC 3986",
  ],
  examples: {
    match: [
      "https://fictief-bedrijf.nl/aanmelden?email=jan%40fictief-bedrijf.nl&x=1",
      "GET /signup?firstname=Johanna&lastname=Fictief HTTP/1.1",
    ],
    ignore: [
      "https://fictief-bedrijf.nl/?email=",
      "x = email=jan%40y.nl",
      "/list?name=asc",
      "https://fictief-bedrijf.nl/?filename=Report+Final",
    ],
  },
};
