interface Practice {
  /** The point of article 5(1) of the AI Act. */
  point: string;
  from: "prohibitions" | "markingOfEarlierSystems";
  name: { en: string; nl: string };
}

/** The practices of article 5(1), each with exceptions that only a person who knows the case can weigh. */
export const PROHIBITED_PRACTICES = {
  manipulation: {
    point: "(a)",
    from: "prohibitions",
    name: { en: "manipulation or deception", nl: "manipulatie of misleiding" },
  },
  exploitation: {
    point: "(b)",
    from: "prohibitions",
    name: {
      en: "use of people's age, disability or hardship",
      nl: "gebruik van leeftijd, handicap of nood van mensen",
    },
  },
  "social-scoring": {
    point: "(c)",
    from: "prohibitions",
    name: { en: "social scoring", nl: "sociale scores" },
  },
  "crime-prediction": {
    point: "(d)",
    from: "prohibitions",
    name: {
      en: "prediction of crimes by a person's profile alone",
      nl: "voorspelling van strafbare feiten op grond van een profiel alleen",
    },
  },
  "face-scraping": {
    point: "(e)",
    from: "prohibitions",
    name: {
      en: "untargeted scraping of facial images",
      nl: "ongericht verzamelen van gezichtsbeelden",
    },
  },
  "emotion-at-work-or-school": {
    point: "(f)",
    from: "prohibitions",
    name: { en: "emotions at work or in education", nl: "emoties op het werk of in het onderwijs" },
  },
  "biometric-categorisation": {
    point: "(g)",
    from: "prohibitions",
    name: {
      en: "sensitive traits from biometric data",
      nl: "gevoelige kenmerken uit biometrische gegevens",
    },
  },
  "remote-biometrics": {
    point: "(h)",
    from: "prohibitions",
    name: {
      en: "real-time remote biometric identification for law enforcement",
      nl: "biometrische identificatie op afstand in real time voor rechtshandhaving",
    },
  },
  "intimate-images": {
    point: "as added by Regulation (EU) 2026/1744",
    from: "markingOfEarlierSystems",
    name: {
      en: "intimate images without consent, or of children",
      nl: "intieme beelden zonder toestemming, of van kinderen",
    },
  },
} as const satisfies Record<string, Practice>;
export type ProhibitedPractice = keyof typeof PROHIBITED_PRACTICES;
