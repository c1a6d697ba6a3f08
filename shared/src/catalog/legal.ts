import { AI_PROVISIONS } from "./legal-ai.ts";
import { WEBSITE_PROVISIONS } from "./legal-website.ts";
import { WEBSITE_CONTENT_PROVISIONS } from "./legal-website-content.ts";

/** The laws and provisions that the rules refer to. `fineTier` names the paragraph that sets the maximum fine. */
export interface Provision {
  instrument: InstrumentId;
  article: string;
  title: { en: string; nl: string };
  fineTier: string | null;
  /** The day from which it applies, as `YYYY-MM-DD`. */
  validFrom: string;
}

export const INSTRUMENTS = {
  GDPR: { short: { en: "GDPR", nl: "AVG" }, title: "Regulation (EU) 2016/679" },
  UAVG: {
    short: { en: "UAVG", nl: "UAVG" },
    title: "Uitvoeringswet Algemene verordening gegevensbescherming (BWBR0040940)",
  },
  WABB: { short: { en: "Wabb", nl: "Wabb" }, title: "Wet algemene bepalingen burgerservicenummer" },
  TW: { short: { en: "Tw", nl: "Tw" }, title: "Telecommunicatiewet (BWBR0009950)" },
  EPD: { short: { en: "ePrivacy Directive", nl: "ePrivacyrichtlijn" }, title: "Directive 2002/58/EC" },
  NIS2: { short: { en: "NIS2", nl: "NIS2" }, title: "Directive (EU) 2022/2555" },
  AIA: {
    short: { en: "AI Act", nl: "AI-verordening" },
    title: "Regulation (EU) 2024/1689, as amended by Regulation (EU) 2026/1744",
  },
  EDPB: {
    short: { en: "EDPB", nl: "EDPB" },
    title: "European Data Protection Board: opinions, guidelines and reports",
  },
  EDPB_CB: {
    short: { en: "EDPB cookie banner report", nl: "EDPB-rapport cookiebanners" },
    title: "EDPB, Report of the work undertaken by the Cookie Banner Taskforce, 17 January 2023",
  },
  EDPB_5_3: {
    short: { en: "EDPB Guidelines", nl: "EDPB-richtsnoeren" },
    title:
      "EDPB Guidelines 2/2023 on the technical scope of art. 5(3) of the ePrivacy Directive, version 2.0",
  },
  EDPB_DDP: {
    short: { en: "EDPB Guidelines", nl: "EDPB-richtsnoeren" },
    title:
      "EDPB Guidelines 03/2022 on deceptive design patterns in social media platform interfaces, version 2.0",
  },
  AP_CB: {
    short: { en: "Dutch DPA", nl: "AP" },
    title: "Autoriteit Persoonsgegevens, guidance on clear cookie banners (2024-2025)",
  },
  NEN: { short: { en: "NEN", nl: "NEN" }, title: "NEN 7510, information security in healthcare" },
} as const;
export type InstrumentId = keyof typeof INSTRUMENTS;

export const PROVISIONS = {
  "GDPR 4(1)": {
    instrument: "GDPR",
    article: "4(1)",
    title: { en: "Personal data (definition)", nl: "Persoonsgegeven (definitie)" },
    fineTier: null,
    validFrom: "2018-05-25",
  },
  "GDPR 5(1)(b)": {
    instrument: "GDPR",
    article: "5(1)(b)",
    title: { en: "Purpose limitation", nl: "Doelbinding" },
    fineTier: "83(5)",
    validFrom: "2018-05-25",
  },
  "GDPR 5(1)(c)": {
    instrument: "GDPR",
    article: "5(1)(c)",
    title: { en: "Data minimisation", nl: "Minimale gegevensverwerking" },
    fineTier: "83(5)",
    validFrom: "2018-05-25",
  },
  "GDPR 6(1)": {
    instrument: "GDPR",
    article: "6(1)",
    title: { en: "Lawfulness of processing", nl: "Rechtmatigheid van de verwerking" },
    fineTier: "83(5)",
    validFrom: "2018-05-25",
  },
  "GDPR 8": {
    instrument: "GDPR",
    article: "8",
    title: { en: "Child's consent", nl: "Toestemming van een kind" },
    fineTier: "83(4)",
    validFrom: "2018-05-25",
  },
  "GDPR 9(1)": {
    instrument: "GDPR",
    article: "9(1)",
    title: { en: "Special categories", nl: "Bijzondere categorieën" },
    fineTier: "83(5)",
    validFrom: "2018-05-25",
  },
  "GDPR 10": {
    instrument: "GDPR",
    article: "10",
    title: { en: "Criminal convictions and offences", nl: "Strafrechtelijke gegevens" },
    fineTier: "83(5)",
    validFrom: "2018-05-25",
  },
  "GDPR 15": {
    instrument: "GDPR",
    article: "15",
    title: { en: "Right of access", nl: "Recht van inzage" },
    fineTier: "83(5)",
    validFrom: "2018-05-25",
  },
  "GDPR 17": {
    instrument: "GDPR",
    article: "17",
    title: { en: "Right to erasure", nl: "Recht op gegevenswissing" },
    fineTier: "83(5)",
    validFrom: "2018-05-25",
  },
  "GDPR 22": {
    instrument: "GDPR",
    article: "22",
    title: { en: "Automated decision-making", nl: "Geautomatiseerde besluitvorming" },
    fineTier: "83(5)",
    validFrom: "2018-05-25",
  },
  "GDPR 25": {
    instrument: "GDPR",
    article: "25",
    title: {
      en: "Data protection by design and by default",
      nl: "Gegevensbescherming door ontwerp en standaardinstellingen",
    },
    fineTier: "83(4)",
    validFrom: "2018-05-25",
  },
  "GDPR 30": {
    instrument: "GDPR",
    article: "30",
    title: { en: "Records of processing activities", nl: "Register van de verwerkingsactiviteiten" },
    fineTier: "83(4)",
    validFrom: "2018-05-25",
  },
  "GDPR 32": {
    instrument: "GDPR",
    article: "32",
    title: { en: "Security of processing", nl: "Beveiliging van de verwerking" },
    fineTier: "83(4)",
    validFrom: "2018-05-25",
  },
  "GDPR 35": {
    instrument: "GDPR",
    article: "35",
    title: {
      en: "Data protection impact assessment (DPIA)",
      nl: "Gegevensbeschermingseffectbeoordeling (DPIA)",
    },
    fineTier: "83(4)",
    validFrom: "2018-05-25",
  },
  "GDPR 36": {
    instrument: "GDPR",
    article: "36",
    title: { en: "Prior consultation", nl: "Voorafgaande raadpleging" },
    fineTier: "83(4)",
    validFrom: "2018-05-25",
  },
  "GDPR 87": {
    instrument: "GDPR",
    article: "87",
    title: { en: "National identification number", nl: "Nationaal identificatienummer" },
    fineTier: null,
    validFrom: "2018-05-25",
  },
  "GDPR 88": {
    instrument: "GDPR",
    article: "88",
    title: { en: "Employment context", nl: "Arbeidsverhouding" },
    fineTier: null,
    validFrom: "2018-05-25",
  },
  "UAVG 5": {
    instrument: "UAVG",
    article: "5",
    title: { en: "Consent legal representative (<16)", nl: "Toestemming wettelijk vertegenwoordiger (<16)" },
    fineTier: null,
    validFrom: "2018-05-25",
  },
  "UAVG 22": {
    instrument: "UAVG",
    article: "22",
    title: {
      en: "Prohibition special categories",
      nl: "Verwerkingsverbod bijzondere categorieën en uitzonderingen uit de verordening",
    },
    fineTier: null,
    validFrom: "2018-05-25",
  },
  "UAVG 25": {
    instrument: "UAVG",
    article: "25",
    title: { en: "Race or ethnic origin", nl: "Ras of etnische afkomst" },
    fineTier: null,
    validFrom: "2018-05-25",
  },
  "UAVG 26": {
    instrument: "UAVG",
    article: "26",
    title: { en: "Political opinions", nl: "Politieke opvattingen" },
    fineTier: null,
    validFrom: "2018-05-25",
  },
  "UAVG 27": {
    instrument: "UAVG",
    article: "27",
    title: {
      en: "Religious or philosophical beliefs",
      nl: "Religieuze of levensbeschouwelijke overtuigingen",
    },
    fineTier: null,
    validFrom: "2018-05-25",
  },
  "UAVG 28": {
    instrument: "UAVG",
    article: "28",
    title: { en: "Genetic data", nl: "Genetische gegevens" },
    fineTier: null,
    validFrom: "2018-05-25",
  },
  "UAVG 29": {
    instrument: "UAVG",
    article: "29",
    title: { en: "Biometric data", nl: "Biometrische gegevens" },
    fineTier: null,
    validFrom: "2018-05-25",
  },
  "UAVG 30": {
    instrument: "UAVG",
    article: "30",
    title: { en: "Health data", nl: "Gegevens over gezondheid" },
    fineTier: null,
    validFrom: "2018-05-25",
  },
  "UAVG 31": {
    instrument: "UAVG",
    article: "31",
    title: {
      en: "Criminal data: exception official control",
      nl: "Strafrechtelijke gegevens: uitzondering overheidstoezicht",
    },
    fineTier: null,
    validFrom: "2018-05-25",
  },
  "UAVG 32": {
    instrument: "UAVG",
    article: "32",
    title: { en: "General exceptions criminal data", nl: "Algemene uitzonderingen strafrechtelijk" },
    fineTier: null,
    validFrom: "2018-05-25",
  },
  "UAVG 33": {
    instrument: "UAVG",
    article: "33",
    title: { en: "Other exceptions criminal data", nl: "Overige uitzonderingen strafrechtelijk" },
    fineTier: null,
    validFrom: "2018-05-25",
  },
  "UAVG 40": {
    instrument: "UAVG",
    article: "40",
    title: { en: "Exceptions for automated decisions", nl: "Uitzonderingen geautomatiseerde besluitvorming" },
    fineTier: null,
    validFrom: "2018-05-25",
  },
  "UAVG 46": {
    instrument: "UAVG",
    article: "46",
    title: {
      en: "National identification number (BSN)",
      nl: "Verwerking nationaal identificatienummer (BSN)",
    },
    fineTier: null,
    validFrom: "2018-05-25",
  },
  "WABB 10": {
    instrument: "WABB",
    article: "10",
    title: { en: "Use of the BSN by government bodies", nl: "Gebruik van het BSN door overheidsorganen" },
    fineTier: null,
    validFrom: "2007-11-26",
  },
  "TW 11.7a(1)": {
    instrument: "TW",
    article: "11.7a(1)",
    title: {
      en: "Storage on and access to terminal equipment: information and consent",
      nl: "Opslaan en uitlezen van randapparatuur: informatie en toestemming",
    },
    fineTier: null,
    validFrom: "2015-03-11",
  },
  "EPD 5(3)": {
    instrument: "EPD",
    article: "5(3)",
    title: { en: "Storage/access terminal equipment", nl: "Opslag/toegang randapparatuur" },
    fineTier: null,
    validFrom: "2011-05-25",
  },
  "NIS2 21(2)(h)": {
    instrument: "NIS2",
    article: "21(2)(h)",
    title: { en: "Cryptography", nl: "Cryptografie" },
    fineTier: "34",
    validFrom: "2024-10-18",
  },
  "NIS2 21(2)(i)": {
    instrument: "NIS2",
    article: "21(2)(i)",
    title: { en: "HR, access control, assets", nl: "Personeel, toegangsbeleid en beheer van middelen" },
    fineTier: "34",
    validFrom: "2024-10-18",
  },
  "AIA 6": {
    instrument: "AIA",
    article: "6",
    title: { en: "Classification as high-risk", nl: "Classificatie als hoog risico" },
    fineTier: null,
    validFrom: "2027-12-02",
  },
  "NEN 7510": {
    instrument: "NEN",
    article: "7510",
    title: { en: "Information security in healthcare", nl: "Informatiebeveiliging in de zorg" },
    fineTier: null,
    validFrom: "2018-01-01",
  },
  ...AI_PROVISIONS,
  ...WEBSITE_CONTENT_PROVISIONS,
  ...WEBSITE_PROVISIONS,
} as const satisfies Record<string, Provision>;

export type LegalRef = keyof typeof PROVISIONS;
