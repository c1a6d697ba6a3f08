interface HighRiskDomain {
  /** The point of Annex III. */
  point: string;
  name: { en: string; nl: string };
  /**
   * How a purpose in this domain is said. Each asks for what is done and to whom: "credit" or "school" alone names a
   * subject that thousands of harmless models have.
   */
  said: readonly RegExp[];
}

/** The areas of Annex III to the AI Act. What a purpose says of them is an indication, and never settles the class. */
export const ANNEX_III = {
  biometrics: {
    point: "1",
    name: {
      en: "biometrics: remote identification, categorisation, emotion recognition",
      nl: "biometrie: identificatie op afstand, categorisering, emotieherkenning",
    },
    said: [
      /\b(?:facial|face|biometric|remote) (?:identification|categori[sz]ation)\b/i,
      /\bemotion(?:al)? (?:recognition|detection|inference)\b/i,
      /\b(?:gezichtsherkenning|emotieherkenning|biometrische (?:identificatie|categorisering))/i,
      /\b(?:identify|recogni[sz]e) (?:people|persons|individuals) (?:by|from) (?:their )?(?:face|gait|voice)/i,
    ],
  },
  infrastructure: {
    point: "2",
    name: {
      en: "safety of critical infrastructure, road traffic, water, gas, heating, electricity",
      nl: "veiligheid van kritieke infrastructuur, wegverkeer, water, gas, warmte, elektriciteit",
    },
    said: [
      /\bsafety component\b/i,
      /\b(?:control|operation|management) of (?:the )?(?:critical (?:digital )?infrastructure|power grid|water supply|gas network|road traffic)/i,
      /\b(?:veiligheidscomponent|aansturing van (?:het )?(?:elektriciteitsnet|gasnet|drinkwater\w*))/i,
    ],
  },
  education: {
    point: "3",
    name: {
      en: "education: admission, assessment, monitoring of tests",
      nl: "onderwijs: toelating, beoordeling, toezicht bij toetsen",
    },
    said: [
      /\b(?:grad(?:e|es|ing)|scor(?:e|es|ing)|assess(?:es|ing|ment of)?|evaluat\w+) (?:of )?(?:students?|pupils?|exams?|essays?|applicants)\b/i,
      /\b(?:student|university|school) admissions?\b/i,
      /\b(?:exam|test) proctoring\b/i,
      /\b(?:toelating tot (?:de |het )?(?:opleiding|school|onderwijs)|beoordel\w+ van (?:leerlingen|studenten|examens))/i,
    ],
  },
  employment: {
    point: "4",
    name: {
      en: "employment: recruitment, selection, evaluation of workers",
      nl: "werk: werving, selectie, beoordeling van werknemers",
    },
    said: [
      /\b(?:rank|screen|filter|scor|select|evaluat|shortlist)\w* (?:of )?(?:job )?(?:candidates|applicants|r[eé]sum[eé]s|cvs|applications for (?:a )?jobs?|employees|workers)\b/i,
      /\b(?:cv|r[eé]sum[eé]|candidate|applicant) (?:screening|ranking|scoring|selection)\b/i,
      /\b(?:recruitment|hiring) decisions?\b/i,
      /\b(?:selectie|beoordel\w+|ranschik\w+|rangschik\w+|screen\w*) van (?:sollicitanten|kandidaten|werknemers|cv'?s)\b/i,
    ],
  },
  services: {
    point: "5",
    name: {
      en: "essential services: benefits, creditworthiness, insurance prices, emergency calls",
      nl: "essentiële diensten: uitkeringen, kredietwaardigheid, verzekeringspremies, noodoproepen",
    },
    said: [
      /\b(?:credit(?:worthiness)?|loan) (?:scor(?:e|es|ing)|risk (?:scor|assess)\w*|assessment|approval)\b/i,
      /\b(?:eligibility for|entitlement to) (?:social |public |welfare )?(?:benefits|assistance|services)\b/i,
      /\b(?:pric\w+|risk assessment) (?:of|for|in) (?:life|health) insurance\b/i,
      /\b(?:triage|dispatch) of (?:emergency|patients)/i,
      /\b(?:kredietscore|kredietwaardigheid|recht op (?:een )?(?:uitkering|toeslag|bijstand))/i,
    ],
  },
  lawEnforcement: {
    point: "6",
    name: { en: "law enforcement", nl: "rechtshandhaving" },
    said: [
      /\b(?:predictive policing|recidivism|reoffending)\b/i,
      /\b(?:use|used|support|tool) (?:by|for|in) (?:the )?(?:police|law enforcement)\b/i,
      /\b(?:recidive|opsporing van (?:verdachten|strafbare feiten))\b/i,
    ],
  },
  migration: {
    point: "7",
    name: { en: "migration, asylum and border control", nl: "migratie, asiel en grenstoezicht" },
    said: [
      /\b(?:asylum|visa|residence permit) (?:applications?|claims?|decisions?|requests?)\b/i,
      /\bborder (?:control|checks?)\b/i,
      /\b(?:asielaanvra\w+|visumaanvra\w+|grenscontrole)/i,
    ],
  },
  justice: {
    point: "8",
    name: { en: "justice and democratic processes", nl: "rechtsbedeling en democratische processen" },
    said: [
      /\b(?:assist|support|help)\w* (?:a |the )?(?:judges?|courts?|judicial authorit\w+)\b/i,
      /\b(?:influenc\w+|sway\w*) (?:the )?(?:voters?|elections?|voting)\b/i,
      /\b(?:ondersteun\w+ van (?:de )?(?:rechter|rechtbank)\w*|stemgedrag)\b/i,
    ],
  },
} as const satisfies Record<string, HighRiskDomain>;
export type HighRiskArea = keyof typeof ANNEX_III;
