import type { Provision } from "./legal.ts";

/** What a site must tell its visitors, and how it must be kept safe. */
export const WEBSITE_CONTENT_PROVISIONS = {
  "GDPR 12": {
    instrument: "GDPR",
    article: "12",
    title: { en: "Transparent information", nl: "Transparante informatie" },
    fineTier: "83(5)",
    validFrom: "2018-05-25",
  },
  "GDPR 13": {
    instrument: "GDPR",
    article: "13",
    title: {
      en: "Information to be provided (collected)",
      nl: "Informatieplicht (bij betrokkene verzameld)",
    },
    fineTier: "83(5)",
    validFrom: "2018-05-25",
  },
  "NIS2 21(2)(e)": {
    instrument: "NIS2",
    article: "21(2)(e)",
    title: {
      en: "Security in acquisition, development and maintenance",
      nl: "Beveiliging bij verwerving, ontwikkeling en onderhoud",
    },
    fineTier: "34",
    validFrom: "2024-10-18",
  },
} as const satisfies Record<string, Provision>;
