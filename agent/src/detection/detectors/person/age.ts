import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";

const OLDEST = 119;
/** The age from which somebody may give consent online in the Netherlands (GDPR 8, UAVG 5). */
const OF_AGE = 16;

const SPOKEN = String.raw`\d{1,3}(?:[ -]years?[ -]old|[ -]year[ -]olds?|[ -]jaar oud|[ -]jarige?|[ ]?y\/?o|[ ]jahre alt(?:e[rnms]?)?|[ -]jährige[rns]?|[ ]ans|[ ]años(?: de edad)?|[ ]anni|[ ]anos(?: de idade)?|[ ]jaar|[ ]jahre|[ -]months?[ -]old|[ ]maanden oud|[ ]monate alt|[ ]lat|[ ]år(?: gam(?:mal|mel))?)(?![\p{L}])`;
const FORMS = [
  "years old",
  "year old",
  "year-old",
  "years-old",
  "jaar oud",
  "jarig",
  "yo",
  "y/o",
  "jahre alt",
  "jährig",
  "ans",
  "años",
  "anni",
  "anos",
  "jaar",
  "jahre",
  "months old",
  "month old",
  "month-old",
  "maanden oud",
  "monate alt",
  "lat",
  "år",
].flatMap((unit) =>
  unit === "jarig" || unit === "jährig"
    ? [`9{1,3}-${unit}`]
    : unit === "yo" || unit === "y/o"
      ? [`9{1,3}${unit}`, `9{1,3} ${unit}`]
      : unit.startsWith("year-") || unit === "years-old" || unit === "month-old"
        ? [`9{1,3}-${unit}`]
        : [`9{1,3} ${unit}`],
);
/** Things grow old too. */
const THINGS =
  /^[ ](?:code\p{L}*|bug|browser|project|version|software|technology|library|building|house|car|company|firm|whisk\p{L}*|wine|tree|server|machine|computer|laptop|phone|habit|law|debt|loan|bond|data|file|issue|document|contract|mortgage|system|standard|relationship|marriage|war|conflict|garantie|ervaring|warranty|tradition|plan|study|term|period|lease)(?![\p{L}])/iu;
/** Units that are durations as well: these need somebody whose age it is. */
const DURATION = /(?:ans|años|anni|anos|jaar|jahre|lat|år)$/iu;
/** Who is that many months old is a baby. */
const IN_MONTHS = /mo(?:nths?|nate)|maanden/i;

/** `max-age` and its like are settings. */
const SETTING = /[\p{L}\d][-_.][\p{L}]{3,6}["'`]?\s{0,4}[:=]?[\s"'`]{0,4}$/u;

const ageOf = ({ value }: Candidate) => {
  const count = Number.parseInt(value, 10);
  return IN_MONTHS.test(value) ? Math.ceil(count / 12) : count;
};
const SOMEBODY =
  /(?:\p{Lu}\p{L}{1,20}(?:,| \()[ ]?(?:van |aged |âgée? de |de |di )?|(?:is|ben|bin|ist|heeft|hij|zij|I am|âgée? de|edad:?|ma|mam|är|er|fyller|tengo|tiene|ho|ha|aged|leeftijd:?|oud:?|(?:il|elle|qui) a)[ ](?:now |nu |pas |net |al )?)$/u;
const WORDS_FOR_CHILDREN = [
  "child",
  "children",
  "son",
  "daughter",
  "boy",
  "girl",
  "pupil",
  "student",
  "kid",
  "minor",
  "baby",
  "toddler",
  "schoolboy",
  "schoolgirl",
  "niece",
  "nephew",
  "grandson",
  "granddaughter",
  "kind",
  "kinderen",
  "zoon",
  "zoontje",
  "dochter",
  "dochtertje",
  "jongen",
  "meisje",
  "leerling",
  "scholier",
  "kleinzoon",
  "kleindochter",
  "peuter",
  "kleuter",
  "minderjarige",
  "sohn",
  "tochter",
  "junge",
  "mädchen",
  "schüler",
  "schülerin",
  "enfant",
  "fils",
  "fille",
  "garçon",
  "élève",
  "hijo",
  "hija",
  "niño",
  "niña",
  "figlio",
  "figlia",
  "bambino",
  "bambina",
  "naam kind",
  "patient",
  "patiënt",
];

const isSpokenOfSomebody = (candidate: Candidate): boolean => {
  const { value, before, text, end } = candidate;
  if (THINGS.test(text.slice(end, end + 24))) return false;
  return !DURATION.test(value) || SOMEBODY.test(before);
};

const AGE = {
  rule: "pii.person.name",
  category: "person",
  visible: { head: 0, tail: 0 },
  references: ["GDPR, art. 4(1)"],
} as const satisfies Partial<Detector>;

export const age: Detector = {
  ...AGE,
  id: "age",
  companion: true,
  entityType: "AGE",
  format: "A number of years with words that say how old somebody is.",
  forms: FORMS,
  pattern: new RegExp(SPOKEN, "iu"),
  check: (candidate): Verdict | null => {
    const years = ageOf(candidate);
    return years >= OF_AGE && years <= OLDEST && isSpokenOfSomebody(candidate)
      ? { reasons: ["somebody's age"] }
      : null;
  },
  confidence: { bare: 0.7, context: 0.7 },
  examples: {
    match: [
      "a 34-year-old woman",
      "Zij is 71 jaar oud",
      "Anna (44 jaar)",
      "âgée de 52 ans",
      "er ist 63 Jahre alt",
      "elle a 43 ans",
      "Anna ma 30 lat",
      "Hon är 44 år",
    ],
    ignore: [
      "a 25-year-old building",
      "30 years",
      "130 years old",
      "na 20 jaar",
      "5 years old",
      "il y a 20 ans",
      "przez 20 lat",
      "i 20 år",
    ],
  },
};

export const ageLabel: Detector = {
  ...AGE,
  id: "age-label",
  companion: true,
  entityType: "AGE",
  format: "A number in a field, column or label for somebody's age.",
  names: [
    "age",
    "aged",
    "leeftijd",
    "alter",
    "edad",
    "età",
    "idade",
    "patient age",
    "age in years",
    "leeftijd patiënt",
    "âge",
  ],
  looseName: true,
  pattern:
    /\d{1,3}(?![\p{L}\d_%$]|[.:,/-]\d|[ ]?(?:days?|dagen|hours?|uur|min|sec|seconds|months?|weeks?|ms|px|s)(?![\p{L}]))/u,
  check: (candidate) => {
    const years = ageOf(candidate);
    if (
      years < 1 ||
      years > OLDEST ||
      SETTING.test(candidate.before) ||
      /^(?:alter|AGE)$/.test(candidate.name)
    )
      return null;
    return {
      reasons: ["in a field for an age"],
      confidence: candidate.quote === "" && /[=]\s?$/.test(candidate.before) ? 0.4 : 0.6,
    };
  },
  confidence: { bare: 0.6, context: 0.8 },
  contextWords: [
    "name",
    "naam",
    "patient",
    "patiënt",
    "gender",
    "sex",
    "geslacht",
    "years",
    "jaar",
    "nom",
    "vorname",
  ],
  examples: {
    match: ["Age: 34", "leeftijd: 71 jaar", '"age": 52'],
    ignore: ["age: 340", "max-age: 3600", "age: 30 days", "ALTER TABLE 5", "age: 0", "max-age=60"],
  },
};

export const minorAge: Detector = {
  ...AGE,
  id: "minor-age",
  entityType: "MINOR_AGE",
  rule: "pii.minor",
  format: "An age below sixteen, of somebody who is a child by the words near it.",
  forms: FORMS,
  pattern: new RegExp(SPOKEN, "iu"),
  check: (candidate) => {
    const years = ageOf(candidate);
    return years >= 1 && years < OF_AGE && isSpokenOfSomebody(candidate)
      ? { reasons: ["the age of a child"] }
      : null;
  },
  contextWords: WORDS_FOR_CHILDREN,
  confidence: { bare: 0.3, context: 0.85 },
  references: ["GDPR, art. 8", "UAVG, art. 5"],
  examples: {
    match: [
      "mijn dochter is 9 jaar oud",
      "her son, a 12-year-old",
      "Emma (8 jaar), leerling van groep 4",
      "her baby is 7 months old",
      "sa fille de 7 ans, Léa, âgée de 7 ans",
    ],
    ignore: ["17 years old", "een garantie van 5 jaar", "her son is 34 years old"],
  },
};

export const minorAgeLabel: Detector = {
  ...AGE,
  id: "minor-age-label",
  entityType: "MINOR_AGE",
  rule: "pii.minor",
  format: "An age below sixteen in a field for an age, near words for a child.",
  names: [
    "age",
    "aged",
    "leeftijd",
    "alter",
    "âge",
    "edad",
    "età",
    "leeftijd kind",
    "age of child",
    "child age",
  ],
  looseName: true,
  pattern:
    /\d{1,2}(?![\p{L}\d_%$]|[.:,/-]\d|[ ]?(?:days?|dagen|hours?|uur|min|sec|seconds|months?|weeks?|ms|px|s)(?![\p{L}]))/u,
  check: (candidate) => {
    const years = ageOf(candidate);
    return years >= 1 && years < OF_AGE && !SETTING.test(candidate.before)
      ? { reasons: ["the age of a child"] }
      : null;
  },
  contextWords: WORDS_FOR_CHILDREN,
  confidence: { bare: 0, context: 0.85 },
  references: ["GDPR, art. 8", "UAVG, art. 5"],
  examples: {
    match: ["Leerling: Emma, leeftijd: 8", "child name: Tjalke, age: 12", "my daughter, aged 7,"],
    ignore: ["age: 12", "son, age: 34", "child process max-age: 10"],
  },
};
