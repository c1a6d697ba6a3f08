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
} as const satisfies Record<string, ObservationKind>;
