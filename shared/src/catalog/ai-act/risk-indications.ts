// Apart from the questionnaire's schema, which the console does without.
import { ANNEX_III, type HighRiskArea } from "./annex-iii.ts";
import { PROHIBITED_PRACTICES, type ProhibitedPractice } from "./prohibited.ts";
import type { AiUse } from "./questionnaire.ts";
import { AI_ACT_TIMELINE } from "./timeline.ts";

/** The classes of the AI Act, the gravest first. */
export const RISK_CLASSES = ["prohibited", "high", "transparency", "minimal"] as const;
export type RiskClass = (typeof RISK_CLASSES)[number];

interface Reason {
  en: string;
  nl: string;
}

/** What the answers point to. An indication: the class follows from the law and the facts, which a person weighs. */
export interface RiskIndication {
  indicates: RiskClass;
  reasons: readonly Reason[];
}

/** What the answers point to, each class that they touch with its reasons, the gravest first; never empty. */
export function riskIndications(use: AiUse): RiskIndication[] {
  const all: RiskIndication[] = [
    { indicates: "prohibited", reasons: [...new Set(use.practices)].map(practiceReason) },
    { indicates: "high", reasons: highRiskReasons(use) },
    { indicates: "transparency", reasons: transparencyReasons(use) },
  ];
  const touched = all.filter(({ reasons }) => reasons.length > 0);
  return touched.length > 0 ? touched : [{ indicates: "minimal", reasons: minimalReasons(use) }];
}

function practiceReason(practice: ProhibitedPractice): Reason {
  const { point, from, name } = PROHIBITED_PRACTICES[practice];
  const { date } = AI_ACT_TIMELINE[from];
  const article = point.startsWith("(") ? `5(1)${point}` : `5(1), ${point}`;
  return {
    en: `answered: ${name.en}; article ${article}, from ${date}`,
    nl: `geantwoord: ${name.nl}; artikel ${article.replace("as added by Regulation", "zoals toegevoegd door Verordening")}, vanaf ${date}`,
  };
}

function highRiskReasons(use: AiUse): Reason[] {
  const { domain, persons, profiling } = use;
  if (domain === "none" || isExempt(use)) return [];
  if (domain === "product") {
    const { date } = AI_ACT_TIMELINE.highRiskProducts;
    return [
      {
        en: `answered: a safety part of a product of Annex I; article 6(1), from ${date}`,
        nl: `geantwoord: een veiligheidsonderdeel van een product van bijlage I; artikel 6(1), vanaf ${date}`,
      },
    ];
  }
  const reasons = [areaReason(domain)];
  if (profiling)
    reasons.push({
      en: "it profiles people: then article 6(3) makes no exception",
      nl: "het profileert mensen: dan maakt artikel 6(3) geen uitzondering",
    });
  if (use.autonomy === "decides")
    reasons.push({
      en: "it decides by itself: human oversight (article 14) and GDPR 22",
      nl: "het beslist zelf: menselijk toezicht (artikel 14) en AVG 22",
    });
  if (persons.includes("workers"))
    reasons.push({
      en: "it concerns workers: they are told before it is used (article 26(7))",
      nl: "het gaat over werknemers: zij horen het vóór het gebruik (artikel 26(7))",
    });
  if (persons.includes("children"))
    reasons.push({
      en: "it concerns children: risk management takes them into account (article 9(9))",
      nl: "het gaat over kinderen: het risicobeheer houdt daar rekening mee (artikel 9(9))",
    });
  return reasons;
}

function areaReason(area: HighRiskArea): Reason {
  const { point, name } = ANNEX_III[area];
  const { date } = AI_ACT_TIMELINE.highRisk;
  return {
    en: `answered: Annex III, point ${point} (${name.en}), from ${date}`,
    nl: `geantwoord: bijlage III, punt ${point} (${name.nl}), vanaf ${date}`,
  };
}

/** A task that only prepares is excepted by article 6(3), unless people are profiled. It is for Annex III alone. */
const isExempt = ({ domain, autonomy, profiling }: AiUse) =>
  domain !== "product" && autonomy === "prepares" && !profiling;

function transparencyReasons({ conversation, generates }: AiUse): Reason[] {
  const { date } = AI_ACT_TIMELINE.transparency;
  const reasons: Reason[] = [];
  if (conversation)
    reasons.push({
      en: `people talk with it: they are told so (article 50(1)), from ${date}`,
      nl: `mensen praten ermee: dat wordt hun gezegd (artikel 50(1)), vanaf ${date}`,
    });
  if (generates)
    reasons.push({
      en: `it makes content: output is marked (article 50(2)), from ${date}`,
      nl: `het maakt inhoud: uitvoer wordt gemarkeerd (artikel 50(2)), vanaf ${date}`,
    });
  return reasons;
}

function minimalReasons(use: AiUse): Reason[] {
  if (use.domain === "none")
    return [{ en: "no answer points to a duty", nl: "geen antwoord wijst op een verplichting" }];
  return [
    {
      en: "it only prepares a task (article 6(3)): write down why, and register it (articles 6(4) and 49(2))",
      nl: "het bereidt alleen een taak voor (artikel 6(3)): leg vast waarom en registreer het (artikelen 6(4) en 49(2))",
    },
  ];
}
