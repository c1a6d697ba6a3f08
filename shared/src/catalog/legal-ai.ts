import type { Provision } from "./legal.ts";

/** Chapter III of the AI Act applies to the systems of Annex III from this day (Regulation (EU) 2026/1744). */
const HIGH_RISK_FROM = "2027-12-02";
const GDPR_FROM = "2018-05-25";

/** What is asked of AI models and systems, and the provisions that only their rules refer to. */
export const AI_PROVISIONS = {
  "AIA 5": {
    instrument: "AIA",
    article: "5",
    title: { en: "Prohibited practices", nl: "Verboden praktijken" },
    fineTier: "99(3)",
    validFrom: "2025-02-02",
  },
  "AIA Annex III": {
    instrument: "AIA",
    article: "Annex III",
    title: { en: "High-risk areas", nl: "Hoogrisicogebieden" },
    fineTier: null,
    validFrom: HIGH_RISK_FROM,
  },
  "AIA 10": {
    instrument: "AIA",
    article: "10",
    title: { en: "Data governance", nl: "Data en datagovernance" },
    fineTier: "99(4)",
    validFrom: HIGH_RISK_FROM,
  },
  "AIA 11": {
    instrument: "AIA",
    article: "11",
    title: { en: "Technical documentation (Annex IV)", nl: "Technische documentatie (bijlage IV)" },
    fineTier: "99(4)",
    validFrom: HIGH_RISK_FROM,
  },
  "AIA 13": {
    instrument: "AIA",
    article: "13",
    title: { en: "Transparency to deployers", nl: "Transparantie aan gebruiksverantwoordelijken" },
    fineTier: "99(4)",
    validFrom: HIGH_RISK_FROM,
  },
  "AIA 15": {
    instrument: "AIA",
    article: "15",
    title: {
      en: "Accuracy, robustness and cybersecurity",
      nl: "Nauwkeurigheid, robuustheid en cyberbeveiliging",
    },
    fineTier: "99(4)",
    validFrom: HIGH_RISK_FROM,
  },
  "AIA 27": {
    instrument: "AIA",
    article: "27",
    title: { en: "Fundamental rights impact assessment (FRIA)", nl: "Grondrechteneffectbeoordeling (FRIA)" },
    fineTier: "99(4)",
    validFrom: HIGH_RISK_FROM,
  },
  "AIA 50": {
    instrument: "AIA",
    article: "50",
    title: { en: "Transparency obligations", nl: "Transparantieverplichtingen" },
    fineTier: "99(4)",
    validFrom: "2026-08-02",
  },
  "AIA 53": {
    instrument: "AIA",
    article: "53",
    title: {
      en: "Providers of general-purpose AI models",
      nl: "Aanbieders van AI-modellen voor algemene doeleinden",
    },
    fineTier: "101",
    validFrom: "2025-08-02",
  },
  "GDPR 5(1)(a)": {
    instrument: "GDPR",
    article: "5(1)(a)",
    title: { en: "Lawfulness, fairness, transparency", nl: "Rechtmatigheid, behoorlijkheid, transparantie" },
    fineTier: "83(5)",
    validFrom: GDPR_FROM,
  },
  "GDPR 5(1)(f)": {
    instrument: "GDPR",
    article: "5(1)(f)",
    title: { en: "Integrity and confidentiality", nl: "Integriteit en vertrouwelijkheid" },
    fineTier: "83(5)",
    validFrom: GDPR_FROM,
  },
  "NIS2 21(2)(d)": {
    instrument: "NIS2",
    article: "21(2)(d)",
    title: { en: "Supply chain", nl: "Toeleveringsketen" },
    fineTier: "34",
    validFrom: "2024-10-18",
  },
  "EDPB 28/2024": {
    instrument: "EDPB",
    article: "28/2024",
    title: { en: "Opinion on personal data in AI models", nl: "Advies over persoonsgegevens in AI-modellen" },
    fineTier: null,
    validFrom: "2024-12-17",
  },
} as const satisfies Record<string, Provision>;
