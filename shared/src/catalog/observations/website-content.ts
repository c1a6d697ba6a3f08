import type { ObservationKind } from "./index.ts";

export const WEBSITE_CONTENT_OBSERVATIONS = {
  PERSONAL_DATA_PUBLISHED: {
    rule: "web.pii_public",
    en: "Personal data on a public page",
    nl: "Persoonsgegevens op een openbare pagina",
  },
  FORM_WITHOUT_TLS: { rule: "web.form_no_tls", en: "Form without TLS", nl: "Formulier zonder TLS" },
  FORM_WITHOUT_NOTICE: {
    rule: "web.form_no_notice",
    en: "Form without a privacy notice",
    nl: "Formulier zonder privacymelding",
  },
  FORM_EXCESSIVE_FIELDS: {
    rule: "web.form_excessive",
    en: "Form that asks for too much",
    nl: "Formulier dat te veel vraagt",
  },
  FORM_ASKS_BSN: {
    rule: "web.form_excessive",
    en: "Form that asks for a BSN",
    nl: "Formulier dat een BSN vraagt",
  },
  PRIVACY_STATEMENT_MISSING: {
    rule: "web.privacy_policy_missing",
    en: "No privacy statement",
    nl: "Geen privacyverklaring",
  },
  PRIVACY_STATEMENT_INCOMPLETE: {
    rule: "web.privacy_policy_incomplete",
    en: "Incomplete privacy statement",
    nl: "Onvolledige privacyverklaring",
  },
  PRIVACY_STATEMENT_READ: {
    rule: "web.privacy_policy_incomplete",
    en: "What the privacy statement says",
    nl: "Wat de privacyverklaring zegt",
  },
  WEAK_SECURITY_HEADERS: {
    rule: "web.security_headers",
    en: "Weak security headers",
    nl: "Zwakke beveiligingsheaders",
  },
  WEAK_TLS: { rule: "web.security_headers", en: "Old TLS version", nl: "Oude TLS-versie" },
  CERTIFICATE_FAULT: { rule: "web.security_headers", en: "Faulty certificate", nl: "Gebrekkig certificaat" },
  MIXED_CONTENT: { rule: "web.security_headers", en: "Mixed content", nl: "Gemengde inhoud" },
  SITE_WITHOUT_TLS: { rule: "web.security_headers", en: "Site without TLS", nl: "Site zonder TLS" },
  AI_CHATBOT_UNDISCLOSED: {
    rule: "web.ai_chatbot_undisclosed",
    en: "Chatbot that is not disclosed as AI",
    nl: "Chatbot zonder melding dat het AI is",
  },
} as const satisfies Record<string, ObservationKind>;
