import type { Rule } from "./rule.ts";

/** What a website publishes, asks for and says, and how it travels. */
export const WEBSITE_CONTENT_RULES = {
  "web.pii_public": {
    severity: "high",
    legal: ["GDPR 5(1)(f)", "GDPR 6(1)", "GDPR 32"],
    title: { en: "Personal data published", nl: "Persoonsgegevens openbaar op website" },
    remediation: {
      en: "Take it offline, have search engines forget it, and check whether this is a breach to notify (art. 33 GDPR).",
      nl: "Haal het offline, laat zoekmachines het vergeten en ga na of dit een te melden datalek is (art. 33 AVG).",
    },
  },
  "web.form_no_tls": {
    severity: "critical",
    legal: ["GDPR 32"],
    title: { en: "Form for personal data without TLS", nl: "Formulier met persoonsgegevens zonder TLS" },
    remediation: {
      en: "Serve the page and send the form by https only, and redirect http to it.",
      nl: "Lever de pagina en verstuur het formulier alleen via https, en stuur http daarheen door.",
    },
  },
  "web.form_no_notice": {
    severity: "medium",
    legal: ["GDPR 13"],
    title: { en: "Form without notice", nl: "Formulier zonder verwijzing naar privacyverklaring" },
    remediation: {
      en: "Say at the form what the data is for, with a link to the privacy statement.",
      nl: "Zeg bij het formulier waarvoor de gegevens zijn, met een link naar de privacyverklaring.",
    },
  },
  "web.form_excessive": {
    severity: "medium",
    legal: ["GDPR 5(1)(c)", "UAVG 46"],
    title: { en: "Excessive form fields", nl: "Formulier vraagt te veel (BSN, geslacht, geboortedatum)" },
    remediation: {
      en: "Leave out what the purpose does not need; ask for a BSN only where a law says so.",
      nl: "Laat weg wat voor het doel niet nodig is; vraag een BSN alleen waar een wet dat bepaalt.",
    },
  },
  "web.privacy_policy_missing": {
    severity: "high",
    legal: ["GDPR 12", "GDPR 13"],
    title: { en: "Privacy statement missing", nl: "Privacyverklaring ontbreekt" },
    remediation: {
      en: "Publish one, and link to it on every page and at every form.",
      nl: "Publiceer er een, en verwijs ernaar op elke pagina en bij elk formulier.",
    },
  },
  "web.privacy_policy_incomplete": {
    severity: "medium",
    legal: ["GDPR 13"],
    title: {
      en: "Privacy statement incomplete",
      nl: "Privacyverklaring onvolledig (verplichte elementen art. 13)",
    },
    remediation: {
      en: "Add what is named: controller, purposes and legal basis, recipients, transfers, retention, rights, withdrawal, complaint.",
      nl: "Vul aan wat genoemd is: verantwoordelijke, doelen en grondslag, ontvangers, doorgifte, bewaartermijn, rechten, intrekken, klacht.",
    },
  },
  "web.security_headers": {
    severity: "low",
    legal: ["GDPR 32", "NIS2 21(2)(e)"],
    title: { en: "Weak transport or security headers", nl: "Zwak transport of zwakke beveiligingsheaders" },
    remediation: {
      en: "Set what is named at the web server, for the whole site.",
      nl: "Stel in wat genoemd is, op de webserver en voor de hele site.",
    },
  },
  "web.ai_chatbot_undisclosed": {
    severity: "medium",
    legal: ["AIA 50"],
    title: { en: "AI chatbot not disclosed", nl: "Chatbot zonder AI-melding" },
    remediation: {
      en: "Say at the first contact that an AI system answers (applies since 2 August 2026).",
      nl: "Meld bij het eerste contact dat een AI-systeem antwoordt (geldt sinds 2 augustus 2026).",
    },
  },
} as const satisfies Record<string, Rule>;
