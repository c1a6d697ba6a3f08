/**
 * From which day the parts of the AI Act apply: Regulation (EU) 2024/1689, articles 111 and 113, as amended by
 * Regulation (EU) 2026/1744.
 */
export const AI_ACT_TIMELINE = {
  prohibitions: {
    date: "2025-02-02",
    what: {
      en: "AI literacy (article 4) and prohibited practices (article 5)",
      nl: "AI-geletterdheid (artikel 4) en verboden praktijken (artikel 5)",
    },
  },
  generalPurpose: {
    date: "2025-08-02",
    what: {
      en: "general-purpose AI models (articles 51 to 56), governance and penalties",
      nl: "AI-modellen voor algemene doeleinden (artikelen 51 tot en met 56), governance en sancties",
    },
  },
  transparency: {
    date: "2026-08-02",
    what: {
      en: "the Act in general, transparency (article 50), enforcement on general-purpose models",
      nl: "de verordening in het algemeen, transparantie (artikel 50), handhaving bij modellen voor algemene doeleinden",
    },
  },
  markingOfEarlierSystems: {
    date: "2026-12-02",
    what: {
      en: "marking of output (article 50(2)) by systems marketed before 2 August 2026; the prohibition on making intimate images",
      nl: "markering van output (artikel 50(2)) door systemen van vóór 2 augustus 2026; het verbod op het maken van intieme beelden",
    },
  },
  earlierGeneralPurpose: {
    date: "2027-08-02",
    what: {
      en: "general-purpose AI models marketed before 2 August 2025 (article 111(3))",
      nl: "AI-modellen voor algemene doeleinden van vóór 2 augustus 2025 (artikel 111(3))",
    },
  },
  highRisk: {
    date: "2027-12-02",
    what: { en: "high-risk systems of Annex III", nl: "hoogrisicosystemen van bijlage III" },
  },
  highRiskProducts: {
    date: "2028-08-02",
    what: {
      en: "high-risk systems in products of Annex I",
      nl: "hoogrisicosystemen in producten van bijlage I",
    },
  },
} as const satisfies Record<string, { date: string; what: { en: string; nl: string } }>;
export type AiActMilestone = keyof typeof AI_ACT_TIMELINE;

/** From which milestone on an article's duty applies. */
export const AI_ACT_DUTIES = {
  "5": "prohibitions",
  "6(2)": "highRisk",
  "10(2)(f)": "highRisk",
  "11": "highRisk",
  "13": "highRisk",
  "50(2)": "transparency",
  "53(1)(a)": "generalPurpose",
  "53(1)(c)": "generalPurpose",
  "53(1)(d)": "generalPurpose",
} as const satisfies Record<string, AiActMilestone>;
export type AiActDuty = keyof typeof AI_ACT_DUTIES;

/** The day from which the duty applies, as `2025-08-02`. */
export const appliesFrom = (duty: AiActDuty): string => AI_ACT_TIMELINE[AI_ACT_DUTIES[duty]].date;
