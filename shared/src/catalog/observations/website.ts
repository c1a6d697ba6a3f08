import type { ObservationKind } from "./index.ts";

export const WEBSITE_OBSERVATIONS = {
  COOKIE_BEFORE_CONSENT: {
    rule: "web.cookie_before_consent",
    en: "Cookie before consent",
    nl: "Cookie vóór toestemming",
  },
  STORAGE_BEFORE_CONSENT: {
    rule: "web.storage_before_consent",
    en: "Storage entry before consent",
    nl: "Opslag vóór toestemming",
  },
  TRACKER_BEFORE_CONSENT: {
    rule: "web.tracker_before_consent",
    en: "Tracker before consent",
    nl: "Tracker vóór toestemming",
  },
  COOKIE_AFTER_REJECT: {
    rule: "web.cookie_after_reject",
    en: "Cookie or tracker after rejection",
    nl: "Cookie of tracker na weigeren",
  },
  BANNER_MISSING: { rule: "web.banner_missing", en: "No consent banner", nl: "Geen cookiebanner" },
  BANNER_WITHOUT_REJECT: {
    rule: "web.banner_no_reject_first_layer",
    en: "Banner without a reject button",
    nl: "Banner zonder weigerknop",
  },
  BANNER_PRETICKED: {
    rule: "web.banner_preticked",
    en: "Banner with pre-ticked boxes",
    nl: "Banner met vooraf aangevinkte vakjes",
  },
  BANNER_UNEQUAL_BUTTONS: {
    rule: "web.banner_unequal_buttons",
    en: "Banner with unequal buttons",
    nl: "Banner met ongelijke knoppen",
  },
  COOKIE_LIFETIME: {
    rule: "web.cookie_lifetime",
    en: "Cookie with a long life",
    nl: "Cookie met een lange levensduur",
  },
  COOKIE_FLAGS: {
    rule: "web.cookie_flags",
    en: "Session cookie without flags",
    nl: "Sessiecookie zonder vlaggen",
  },
  SESSION_REPLAY: { rule: "web.session_replay", en: "Session replay", nl: "Sessie-opname" },
  THIRD_PARTY_FONTS: {
    rule: "web.third_party_fonts",
    en: "Fonts from elsewhere",
    nl: "Lettertypen van elders",
  },
  BANNER_REJECT_LINK: {
    rule: "web.banner_reject_link_only",
    en: "Refusing by a bare link only",
    nl: "Weigeren alleen via een kale link",
  },
  BANNER_MORE_CLICKS: {
    rule: "web.banner_more_clicks_to_reject",
    en: "More clicks to refuse",
    nl: "Meer klikken om te weigeren",
  },
  COOKIE_WALL: {
    rule: "web.banner_cookiewall",
    en: "Cookie wall",
    nl: "Cookiewall",
  },
  BANNER_WITHOUT_WITHDRAWAL: {
    rule: "web.banner_no_withdraw",
    en: "No way to withdraw consent",
    nl: "Toestemming niet in te trekken",
  },
  BANNER_LEGITIMATE_INTEREST: {
    rule: "web.banner_legitimate_interest",
    en: "Legitimate interest switched on",
    nl: "Gerechtvaardigd belang staat aan",
  },
  BANNER_LANGUAGE: {
    rule: "web.banner_language",
    en: "Banner in another language",
    nl: "Banner in een andere taal",
  },
  FINGERPRINTING: {
    rule: "web.fingerprinting",
    en: "Fingerprinting of the device",
    nl: "Fingerprinting van het apparaat",
  },
  KEY_LOGGING: {
    rule: "web.key_logging",
    en: "Typed text sent to others",
    nl: "Getypte tekst naar anderen",
  },
  THIRD_COUNTRY_TRANSFER: {
    rule: "web.third_country_transfer",
    en: "Third party outside the EEA",
    nl: "Derde buiten de EER",
  },
  CHOICES_MEASURED: {
    rule: "web.choices_measured",
    en: "Consent as measured",
    nl: "Toestemming zoals gemeten",
  },
} as const satisfies Record<string, ObservationKind>;
