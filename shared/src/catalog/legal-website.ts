import type { Provision } from "./legal.ts";

/** When a site may keep and send things of its visitors, and how it must ask. */
export const WEBSITE_PROVISIONS = {
  "GDPR 4(11)": {
    instrument: "GDPR",
    article: "4(11)",
    title: { en: "Consent (definition)", nl: "Toestemming (definitie)" },
    fineTier: null,
    validFrom: "2018-05-25",
  },
  "GDPR 5(1)(e)": {
    instrument: "GDPR",
    article: "5(1)(e)",
    title: { en: "Storage limitation", nl: "Opslagbeperking" },
    fineTier: "83(5)",
    validFrom: "2018-05-25",
  },
  "GDPR 7(1)": {
    instrument: "GDPR",
    article: "7(1)",
    title: { en: "Consent must be demonstrable", nl: "Toestemming moet aantoonbaar zijn" },
    fineTier: "83(5)",
    validFrom: "2018-05-25",
  },
  "GDPR 7(3)": {
    instrument: "GDPR",
    article: "7(3)",
    title: { en: "Withdrawal as easy as giving", nl: "Intrekken even eenvoudig als geven" },
    fineTier: "83(5)",
    validFrom: "2018-05-25",
  },
  "GDPR 44": {
    instrument: "GDPR",
    article: "44",
    title: { en: "Transfers: general principle", nl: "Doorgifte: algemeen beginsel" },
    fineTier: "83(5)",
    validFrom: "2018-05-25",
  },
  "EDPB_CB 8": {
    instrument: "EDPB_CB",
    article: "8",
    title: { en: "No reject button on the first layer", nl: "Geen weigerknop op de eerste laag" },
    fineTier: null,
    validFrom: "2023-01-17",
  },
  "EDPB_CB 10": {
    instrument: "EDPB_CB",
    article: "10",
    title: { en: "Pre-ticked boxes", nl: "Vooraf aangevinkte vakjes" },
    fineTier: null,
    validFrom: "2023-01-17",
  },
  "EDPB_CB 17-18": {
    instrument: "EDPB_CB",
    article: "17-18",
    title: { en: "Deceptive button colours and contrast", nl: "Misleidende kleuren en contrast van knoppen" },
    fineTier: null,
    validFrom: "2023-01-17",
  },
} as const satisfies Record<string, Provision>;
