/** The laws and provisions that the rules refer to. `fineTier` names the paragraph that sets the maximum fine. */
export interface Provision {
  instrument: InstrumentId;
  article: string;
  title: { en: string; nl: string };
  fineTier: string | null;
}

export const INSTRUMENTS = {
  GDPR: { short: { en: "GDPR", nl: "AVG" }, title: "Regulation (EU) 2016/679" },
  UAVG: {
    short: { en: "UAVG", nl: "UAVG" },
    title: "Uitvoeringswet Algemene verordening gegevensbescherming (BWBR0040940)",
  },
  WABB: { short: { en: "Wabb", nl: "Wabb" }, title: "Wet algemene bepalingen burgerservicenummer" },
  NIS2: { short: { en: "NIS2", nl: "NIS2" }, title: "Directive (EU) 2022/2555" },
} as const;
export type InstrumentId = keyof typeof INSTRUMENTS;

export const PROVISIONS = {
  "GDPR 4(1)": {
    instrument: "GDPR",
    article: "4(1)",
    title: { en: "Personal data (definition)", nl: "Persoonsgegeven (definitie)" },
    fineTier: null,
  },
  "GDPR 5(1)(c)": {
    instrument: "GDPR",
    article: "5(1)(c)",
    title: { en: "Data minimisation", nl: "Minimale gegevensverwerking" },
    fineTier: "83(5)",
  },
  "GDPR 32": {
    instrument: "GDPR",
    article: "32",
    title: { en: "Security of processing", nl: "Beveiliging van de verwerking" },
    fineTier: "83(4)",
  },
  "GDPR 87": {
    instrument: "GDPR",
    article: "87",
    title: { en: "National identification number", nl: "Nationaal identificatienummer" },
    fineTier: null,
  },
  "UAVG 46": {
    instrument: "UAVG",
    article: "46",
    title: {
      en: "National identification number (BSN)",
      nl: "Verwerking nationaal identificatienummer (BSN)",
    },
    fineTier: null,
  },
  "WABB 10": {
    instrument: "WABB",
    article: "10",
    title: { en: "Use of the BSN by government bodies", nl: "Gebruik van het BSN door overheidsorganen" },
    fineTier: null,
  },
  "NIS2 21(2)(h)": {
    instrument: "NIS2",
    article: "21(2)(h)",
    title: { en: "Cryptography", nl: "Cryptografie" },
    fineTier: "34",
  },
  "NIS2 21(2)(i)": {
    instrument: "NIS2",
    article: "21(2)(i)",
    title: { en: "HR, access control, assets", nl: "Toegangsbeleid" },
    fineTier: "34",
  },
} as const satisfies Record<string, Provision>;

export type LegalRef = keyof typeof PROVISIONS;
