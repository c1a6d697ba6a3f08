import type { Rule } from "./rule.ts";

/** What a browser sees of a website: what it keeps and sends before anyone agrees, and how it asks. */
export const WEBSITE_RULES = {
  "web.cookie_before_consent": {
    severity: "critical",
    legal: [
      "TW 11.7a(1)",
      "TW 11.7a(3)",
      "TW 11.7a(4)",
      "EPD 5(3)",
      "GDPR 6(1)",
      "GDPR 7(1)",
      "AP_CB cookiebanners",
    ],
    title: { en: "Non-essential cookies before consent", nl: "Niet-noodzakelijke cookies vóór toestemming" },
    remediation: {
      en: "Set it only after the visitor has agreed.",
      nl: "Plaats ze pas nadat de bezoeker heeft ingestemd.",
    },
  },
  "web.storage_before_consent": {
    severity: "high",
    legal: ["TW 11.7a(1)", "TW 11.7a(3)", "EPD 5(3)", "EDPB_5_3 2/2023"],
    title: { en: "Tracking storage before consent", nl: "Opslag om te volgen vóór toestemming" },
    remediation: {
      en: "Keep it only after the visitor has agreed, as with cookies.",
      nl: "Bewaar het pas nadat de bezoeker heeft ingestemd, net als cookies.",
    },
  },
  "web.tracker_before_consent": {
    severity: "critical",
    legal: ["TW 11.7a(1)", "TW 11.7a(4)", "GDPR 6(1)", "EPD 5(3)", "EDPB_5_3 2/2023"],
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
    legal: ["EDPB_CB 8", "GDPR 4(11)", "GDPR 7(3)", "AP_CB cookiebanners"],
    title: { en: "No reject button on first layer", nl: "Geen weigerknop in eerste laag" },
    remediation: {
      en: "Put a button to refuse beside the one to agree.",
      nl: "Zet een weigerknop naast de knop om in te stemmen.",
    },
  },
  "web.banner_preticked": {
    severity: "high",
    legal: ["EDPB_CB 10", "GDPR 4(11)", "AP_CB cookiebanners"],
    title: { en: "Pre-ticked boxes", nl: "Vooraf aangevinkte vakjes" },
    remediation: {
      en: "Leave every choice off until the visitor turns it on.",
      nl: "Laat elke keuze uit tot de bezoeker die aanzet.",
    },
  },
  "web.banner_unequal_buttons": {
    severity: "medium",
    legal: ["EDPB_CB 17-18", "EDPB_DDP 3/2022", "AP_CB cookiebanners"],
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
  "web.banner_reject_link_only": {
    severity: "medium",
    legal: ["EDPB_CB 14", "EDPB_DDP 3/2022", "AP_CB cookiebanners"],
    title: { en: "Reject is only an inconspicuous link", nl: "Weigeren alleen als onopvallende link" },
    remediation: {
      en: "Make a button of it that looks like the one to agree.",
      nl: "Maak er een knop van die eruitziet als de knop om in te stemmen.",
    },
  },
  "web.banner_more_clicks_to_reject": {
    severity: "high",
    legal: ["EDPB_CB 8", "GDPR 7(3)", "AP_CB cookiebanners"],
    title: {
      en: "More clicks to reject than to accept",
      nl: "Meer klikken om te weigeren dan om in te stemmen",
    },
    remediation: {
      en: "Let one click refuse everything, as one click agrees to everything.",
      nl: "Laat één klik alles weigeren, zoals één klik met alles instemt.",
    },
  },
  "web.banner_cookiewall": {
    severity: "high",
    legal: ["GDPR 7(4)", "TW 11.7a(5)", "EDPB_CB 13"],
    title: { en: "Cookie wall", nl: "Cookiewall" },
    remediation: {
      en: "Give access without consent as well. A public body may have no cookie wall at all.",
      nl: "Geef ook zonder toestemming toegang. Een overheid mag helemaal geen cookiewall hebben.",
    },
  },
  "web.banner_no_withdraw": {
    severity: "medium",
    legal: ["GDPR 7(3)", "EDPB_CB 32-35"],
    title: { en: "No way to withdraw was found", nl: "Geen manier om in te trekken gevonden" },
    remediation: {
      en: "Keep a link or an icon on every page that opens the choices again.",
      nl: "Houd op elke pagina een link of pictogram waarmee de keuzes weer opengaan.",
    },
  },
  "web.banner_legitimate_interest": {
    severity: "medium",
    legal: ["EDPB_CB 22-25", "TW 11.7a(1)"],
    title: {
      en: "Legitimate interest claimed for cookies",
      nl: "Beroep op gerechtvaardigd belang voor cookies",
    },
    remediation: {
      en: "Ask consent: keeping and reading things on a device has no other basis than that, or strict necessity.",
      nl: "Vraag toestemming: voor opslaan en uitlezen op een apparaat is er geen andere grond dan die, of strikte noodzaak.",
    },
  },
  "web.banner_language": {
    severity: "low",
    legal: ["GDPR 12"],
    title: { en: "Banner in another language than the site", nl: "Banner in een andere taal dan de site" },
    remediation: {
      en: "Put the question in the language of the page.",
      nl: "Stel de vraag in de taal van de pagina.",
    },
  },
  "web.fingerprinting": {
    severity: "high",
    legal: ["EDPB_5_3 2/2023", "TW 11.7a(1)", "TW 11.7a(4)"],
    title: { en: "Fingerprinting", nl: "Fingerprinting" },
    remediation: {
      en: "Take the script away, or run it only after consent; against fraud, write down why it is strictly necessary.",
      nl: "Haal het script weg, of laat het pas na toestemming lopen; leg bij fraudebestrijding vast waarom het strikt noodzakelijk is.",
    },
  },
  "web.key_logging": {
    severity: "critical",
    legal: ["GDPR 5(1)(a)", "GDPR 6(1)", "TW 11.7a(1)"],
    title: {
      en: "What is typed is sent to others before it is submitted",
      nl: "Wat wordt getypt gaat naar anderen voordat het is verstuurd",
    },
    remediation: {
      en: "Take the script away, or keep it from reading fields.",
      nl: "Haal het script weg, of laat het geen velden lezen.",
    },
  },
  "web.third_country_transfer": {
    severity: "medium",
    legal: ["GDPR 44", "GDPR 45", "GDPR 46"],
    title: { en: "Third parties outside the EEA", nl: "Derden buiten de EER" },
    remediation: {
      en: "Check for each the adequacy decision (for the United States, whether it is certified under the Data Privacy Framework), else agree on standard clauses and assess the transfer.",
      nl: "Ga voor elk het adequaatheidsbesluit na (voor de Verenigde Staten: of de partij onder het Data Privacy Framework is gecertificeerd), sluit anders modelbepalingen en beoordeel de doorgifte.",
    },
  },
  "web.choices_measured": {
    severity: "info",
    legal: ["EDPB_DDP 3/2022", "AP_CB cookiebanners"],
    title: {
      en: "How a site asks consent, as measured",
      nl: "Hoe een site toestemming vraagt, zoals gemeten",
    },
    remediation: {
      en: "Compare what was measured with the guidance; whether a difference misleads is judged case by case.",
      nl: "Vergelijk wat is gemeten met de richtsnoeren; of een verschil misleidt, verschilt per geval.",
    },
  },
} as const satisfies Record<string, Rule>;
