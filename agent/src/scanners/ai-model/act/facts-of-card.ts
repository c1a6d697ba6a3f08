import { ANNEX_III, type HighRiskArea } from "@dataguardian/shared/catalog";
import { parse } from "yaml";
import { type Card, cardOf, isFilled } from "./card-sections.ts";

/** What a model's card says, as far as the law asks for it. True: something is said, however good it is. */
export interface CardFacts {
  licence: boolean;
  baseModel: boolean;
  intendedUse: boolean;
  limitations: boolean;
  trainingData: boolean;
  metrics: boolean;
  contact: boolean;
  bias: boolean;
  /** The summary of article 53(1)(d): more than a word on the data. */
  trainingSummary: boolean;
  /** How output is marked, or that it is. */
  marking: boolean;
  /** What the model does, in the words of the model hubs, such as `text-generation`. */
  task: string;
  /** The areas of Annex III that the stated purpose is in. */
  areas: readonly HighRiskArea[];
}

export const NO_CARD: CardFacts = {
  licence: false,
  baseModel: false,
  intendedUse: false,
  limitations: false,
  trainingData: false,
  metrics: false,
  contact: false,
  bias: false,
  trainingSummary: false,
  marking: false,
  task: "",
  areas: [],
};

/** English and Dutch titles under which cards say these things. */
const TITLES = {
  licence: /\blicen[cs]e|licentie/i,
  baseModel: /\b(?:base model|finetuned from|fine-tuned from|basismodel)/i,
  intendedUse:
    /\b(?:intended|direct|downstream)? ?uses?\b|use cases?|purpose|beoogd|gebruiksdoel|toepassing/i,
  limitations: /limitation|risks?\b|caveats?|beperking|risico/i,
  trainingData:
    /train(?:ing|ed)? (?:data|set|details|corpus)|\bdata ?sets?\b|trainingsdata|trainingsgegevens/i,
  metrics: /evaluation|results?\b|metrics?\b|performance|benchmark|evaluatie|resultaten|prestaties|meting/i,
  contact:
    /contact|questions or comments|feedback|vragen|authors?\b|developed by|maintain|auteurs?\b|ontwikkeld door|beheer/i,
  bias: /\bbias(?:es)?\b|fairness|vooroordeel|vooringenomenheid|eerlijkheid|discriminati/i,
  trainingSummary:
    /summary of (?:the )?training|training (?:content|data) summary|53\(1\)\(d\)|samenvatting van de training/i,
  marking: /watermark|watermerk|content credentials|marking of output|markering van output/i,
} as const;
const OUT_OF_SCOPE = /out.of.scope|misuse|not (?:intended|for)|niet bedoeld|buiten (?:bereik|scope)/i;
const DENIES =
  /\b(?:not?|never|must not|should not|cannot|against|avoid|prohibited|forbidden|niet|geen|nooit|tegen|verboden)\b/i;
const SAYS_BIAS =
  /\b(?:demographic parity|equali[sz]ed odds|disparate impact|fairness|biased|biases|vooroordelen|vooringenomen\w*|bias (?:evaluation|assessment|analysis|audit|testing|metrics?)|(?:gender|racial|social|demographic) bias)\b/i;
const SAYS_MARKING = /\b(?:watermark\w*|watermerk\w*|synthid|c2pa|content credentials)\b/i;
const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}/;
const MAX_FRONT_MATTER = 64 * 1024;

/** Reads a card. What its front matter or text has wrong is left out, and never an error. */
export function factsOfCard(markdown: string): CardFacts {
  const card = cardOf(markdown);
  const front = frontMatterOf(card);
  const says = (field: keyof typeof TITLES) =>
    card.sections.some(({ title, body }) => TITLES[field].test(title) && isFilled(body));
  // A licence, a base model or a name is one word.
  const names = (field: keyof typeof TITLES) =>
    card.sections.some(({ title, body }) => TITLES[field].test(title) && isNamed(body));
  return {
    licence: has(front, "license", "licence", "license_name") || names("licence"),
    baseModel: has(front, "base_model") || names("baseModel"),
    intendedUse: says("intendedUse"),
    limitations: says("limitations"),
    trainingData: has(front, "datasets") || says("trainingData"),
    metrics: has(front, "model-index", "metrics") || says("metrics"),
    contact: has(front, "authors", "contact") || names("contact") || ADDRESS.test(card.text),
    bias: says("bias") || SAYS_BIAS.test(card.text),
    trainingSummary: says("trainingSummary"),
    marking: says("marking") || SAYS_MARKING.test(card.text),
    task: typeof front["pipeline_tag"] === "string" ? front["pipeline_tag"].toLowerCase() : "",
    areas: areasOf(card),
  };
}

/** What several cards of one model say together. */
export function together(a: CardFacts, b: CardFacts): CardFacts {
  const both = { ...a, task: a.task || b.task, areas: [...new Set([...a.areas, ...b.areas])] };
  for (const [field, value] of Object.entries(b))
    if (value === true) (both as Record<string, unknown>)[field] = true;
  return both;
}

/** Only what a card says under its purpose counts, sentence by sentence, and no sentence that denies it. */
function areasOf({ sections }: Card): HighRiskArea[] {
  const excluded = sections.filter(({ title }) => OUT_OF_SCOPE.test(title)).map(({ body }) => body);
  const said = sections
    .filter(({ title }) => TITLES.intendedUse.test(title) && !OUT_OF_SCOPE.test(title))
    .map(({ body }) =>
      excluded.reduce((text, other) => (other === "" ? text : text.replace(other, "")), body),
    )
    .flatMap((body) => body.split(/(?<=[.!?])\s|\n/))
    .filter((sentence) => !DENIES.test(sentence));
  return (Object.keys(ANNEX_III) as HighRiskArea[]).filter((area) =>
    ANNEX_III[area].said.some((pattern) => said.some((sentence) => pattern.test(sentence))),
  );
}

function frontMatterOf({ frontMatter }: Card): Record<string, unknown> {
  if (frontMatter.length > MAX_FRONT_MATTER) return {};
  try {
    const value: unknown = parse(frontMatter, { logLevel: "silent" });
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}

const has = (front: Record<string, unknown>, ...keys: readonly string[]) =>
  keys.some((key) => {
    const value = front[key];
    if (typeof value === "string") return isNamed(value) && !/^(?:unknown|onbekend)$/i.test(value.trim());
    return typeof value === "object" && value !== null && Object.keys(value).length > 0;
  });

const isNamed = (text: string) => /[\p{L}\d]{2}/u.test(text.replace(/\[?more information needed\]?/gi, ""));
