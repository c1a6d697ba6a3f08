import type { Rule } from "./rule.ts";

/** What a browser sees of a website: what it keeps and sends before anyone agrees, and how it asks. */
export const WEBSITE_RULES = {
  "web.cookie_before_consent": {
    severity: "critical",
    legal: ["TW 11.7a(1)", "EPD 5(3)", "GDPR 6(1)", "GDPR 7(1)"],
    title: { en: "Non-essential cookies before consent", nl: "Niet-noodzakelijke cookies vóór toestemming" },
    remediation: {
      en: "Set it only after the visitor has agreed.",
      nl: "Plaats het pas nadat de bezoeker heeft ingestemd.",
    },
  },
  "web.storage_before_consent": {
    severity: "high",
    legal: ["TW 11.7a(1)", "EPD 5(3)"],
    title: { en: "Tracking storage before consent", nl: "Opslag om te volgen vóór toestemming" },
    remediation: {
      en: "Keep it only after the visitor has agreed, as with cookies.",
      nl: "Bewaar het pas nadat de bezoeker heeft ingestemd, net als cookies.",
    },
  },
  "web.tracker_before_consent": {
    severity: "critical",
    legal: ["TW 11.7a(1)", "GDPR 6(1)", "EPD 5(3)"],
    title: { en: "Tracker request before consent", nl: "Tracker geladen vóór toestemming" },
    remediation: {
      en: "Load it only after the visitor has agreed.",
      nl: "Laad het pas nadat de bezoeker heeft ingestemd.",
    },
  },
  "web.cookie_after_reject": {
    severity: "critical",
    legal: ["TW 11.7a(1)", "GDPR 5(1)(a)", "GDPR 7(3)"],
    title: { en: "Tracking after rejection", nl: "Volgen na weigeren" },
    remediation: {
      en: "Have the site honour a refusal: no tracking, and what was set is removed.",
      nl: "Laat de site een weigering volgen: niet volgen, en verwijder wat al was geplaatst.",
    },
  },
  "web.banner_missing": {
    severity: "high",
    legal: ["TW 11.7a(1)", "GDPR 7(1)"],
    title: { en: "No consent request although required", nl: "Geen toestemmingsvraag terwijl dat nodig is" },
    remediation: {
      en: "Ask before the first tracking, or take the trackers away; without those no banner is needed.",
      nl: "Vraag toestemming vóór het volgen, of haal de trackers weg; zonder trackers is geen banner nodig.",
    },
  },
  "web.banner_no_reject_first_layer": {
    severity: "high",
    legal: ["EDPB_CB 8", "GDPR 4(11)", "GDPR 7(3)"],
    title: { en: "No reject button on first layer", nl: "Geen weigerknop in eerste laag" },
    remediation: {
      en: "Put a button to refuse beside the one to agree.",
      nl: "Zet een weigerknop naast de knop om in te stemmen.",
    },
  },
  "web.banner_preticked": {
    severity: "high",
    legal: ["EDPB_CB 10", "GDPR 4(11)"],
    title: { en: "Pre-ticked boxes", nl: "Vooraf aangevinkte vakjes" },
    remediation: {
      en: "Leave every choice off until the visitor turns it on.",
      nl: "Laat elke keuze uit tot de bezoeker die aanzet.",
    },
  },
  "web.banner_unequal_buttons": {
    severity: "medium",
    legal: ["EDPB_CB 17-18"],
    title: { en: "Unequal prominence", nl: "Weigeren minder prominent" },
    remediation: {
      en: "Give both buttons the same size and contrast; whether a difference misleads is judged case by case.",
      nl: "Geef beide knoppen dezelfde grootte en hetzelfde contrast; of een verschil misleidt, verschilt per geval.",
    },
  },
  "web.cookie_lifetime": {
    severity: "low",
    legal: ["TW 11.7a(1)", "GDPR 5(1)(e)"],
    title: { en: "Long cookie lifetime", nl: "Lange levensduur van cookie" },
    remediation: {
      en: "Let it end sooner, within 13 months.",
      nl: "Laat het eerder verlopen, binnen 13 maanden.",
    },
  },
  "web.cookie_flags": {
    severity: "low",
    legal: ["GDPR 32"],
    title: { en: "Session cookie without its flags", nl: "Sessiecookie zonder beveiligingsvlaggen" },
    remediation: { en: "Set Secure, HttpOnly and SameSite.", nl: "Stel Secure, HttpOnly en SameSite in." },
  },
  "web.session_replay": {
    severity: "high",
    legal: ["TW 11.7a(1)", "GDPR 5(1)(c)", "GDPR 6(1)", "GDPR 35"],
    title: { en: "Session replay", nl: "Sessie-opname" },
    remediation: {
      en: "Record only after consent, with all input masked, or not at all.",
      nl: "Neem pas na toestemming op, met alle invoer gemaskeerd, of helemaal niet.",
    },
  },
  "web.third_party_fonts": {
    severity: "low",
    legal: ["GDPR 6(1)", "GDPR 44"],
    title: { en: "Remote fonts", nl: "Lettertypen van een ander geladen" },
    remediation: {
      en: "Serve the fonts from your own site.",
      nl: "Lever de lettertypen vanaf de eigen site.",
    },
  },
} as const satisfies Record<string, Rule>;
