import type { Detector } from "../../detector.ts";
import {
  ETHNICITY,
  ETHNICITY_VALUES,
  PEOPLES_DE,
  PEOPLES_EN,
  PEOPLES_FR,
  PEOPLES_NL,
} from "../../words/ethnicity.ts";
import { ORIENTATION_VALUES, SEXUALITY } from "../../words/sexuality.ts";
import { alternatives, spelled } from "../../words/terms.ts";
import { fieldValues, topic, topicField } from "./topic.ts";

const REFERENCES = ["GDPR, art. 9(1)", "UAVG, art. 22 and 25"];

export const ethnicity: Detector = topic("ETHNICITY", "special.ethnicity", {
  id: "ethnicity",
  format: "Words that name somebody's ethnic group by themselves.",
  keywords: spelled(ETHNICITY),
  references: REFERENCES,
  examples: {
    match: ["Ms. Quade, African-American", "Jan is van gemengde afkomst", "a Hispanic male"],
    ignore: ["hispanic_code", "caucasians"],
  },
});

export const descent: Detector = topic("ETHNICITY", "special.ethnicity", {
  id: "ethnic-descent",
  format: "A people before or behind a word for descent.",
  keywords: [
    "descent",
    "heritage",
    "ancestry",
    "afkomst",
    "komaf",
    "herkomst",
    "herkunft",
    "abstammung",
    "d'origine",
    "d’origine",
    " origin",
    "ethnicity",
    "achtergrond",
    "roots",
    "wurzeln",
  ],
  before: 34,
  pattern: new RegExp(
    String.raw`(?<!\p{L})(?:(?:${alternatives(PEOPLES_EN)})[ ](?:descent|heritage|ancestry|origin|ethnicity|roots)|(?:${alternatives(PEOPLES_NL)})[ ](?:afkomst|komaf|herkomst|origine|achtergrond|roots)|(?:${alternatives(PEOPLES_DE)})(?:er|e|en)?[ ](?:Herkunft|Abstammung|Wurzeln)|d['’]origine[ ](?:${alternatives(PEOPLES_FR)}))(?!\p{L})`,
    "iu",
  ),
  references: REFERENCES,
  examples: {
    match: [
      "Ahmed is van Marokkaanse afkomst",
      "of Chinese descent",
      "türkischer Herkunft",
      "Maëlle est d'origine sénégalaise",
    ],
    ignore: ["gradient descent", "country of origin", "cross origin", "Chinese characters"],
  },
});

export const ethnicityField: Detector = topicField("ETHNICITY", "special.ethnicity", {
  id: "ethnicity-field",
  format: "A race or an ethnic group in a field for one.",
  names: [
    "ethnicity",
    "ethnic group",
    "ethnic origin",
    "ethnic background",
    "race ethnicity",
    "race",
    "racial origin",
    "etniciteit",
    "etnische afkomst",
    "etnische achtergrond",
    "afkomst",
    "ethnie",
    "ethnizität",
    "ethnische herkunft",
    "origine ethnique",
    "etnia",
    "raza",
    "patient race",
  ],
  pattern: fieldValues(alternatives(ETHNICITY, ETHNICITY_VALUES)),
  references: REFERENCES,
  examples: {
    match: ["Ethnicity: Hispanic", "race: Black or African American", '"etniciteit": "Turks"'],
    ignore: ["race: condition", "ethnicity: string", "race condition"],
  },
});

export const sexuality: Detector = topic("SEXUAL_ORIENTATION", "special.sexual", {
  id: "sexual-orientation",
  format: "Words for somebody's sexual orientation, sex life or transition.",
  keywords: spelled(SEXUALITY),
  references: REFERENCES,
  examples: {
    match: ["Jan is homoseksueel", "Priya Whitcombe came out as gay", "Herr Weber ist schwul"],
    ignore: ["gay-lussac", "bisexuals", "transgender_flag"],
  },
});

export const sexualityField: Detector = topicField("SEXUAL_ORIENTATION", "special.sexual", {
  id: "sexual-orientation-field",
  format: "An orientation in a field for one.",
  names: [
    "sexual orientation",
    "sexual preference",
    "orientation sexuelle",
    "seksuele geaardheid",
    "seksuele voorkeur",
    "seksuele gerichtheid",
    "sexuelle orientierung",
    "orientación sexual",
    "orientamento sessuale",
    "geaardheid",
    "sexuality",
  ],
  looseName: true,
  pattern: fieldValues(
    alternatives(
      SEXUALITY.filter((term) => !term.includes(" ")),
      ORIENTATION_VALUES,
    ),
  ),
  references: REFERENCES,
  examples: {
    match: ["Sexual orientation: gay", "seksuele geaardheid: hetero"],
    ignore: ["orientation: portrait", "sexual orientation: string"],
  },
});
