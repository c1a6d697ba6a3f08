import type { Detector } from "../../detector.ts";
import { PARTIES, PARTIES_IN_PHRASE, POLITICS } from "../../words/politics.ts";
import { RELIGION, RELIGION_VALUES } from "../../words/religion.ts";
import { alternatives, spelled } from "../../words/terms.ts";
import { TRADE_UNIONS, UNION_MEMBERSHIP } from "../../words/trade-unions.ts";
import { fieldValues, topic, topicField } from "./topic.ts";

const REFERENCES = ["GDPR, art. 9(1)", "UAVG, art. 22, 26 and 27"];

export const religion: Detector = topic("RELIGION", "special.religion", {
  id: "religion",
  format: "A religion, a church or a custom of one, said of a person, in English, Dutch, German or French.",
  keywords: spelled(RELIGION),
  references: REFERENCES,
  examples: {
    match: [
      "Ahmed Yilmaz is moslim",
      "Sarah Whitcombe is a devout Catholic",
      "Frau Weber ist römisch-katholisch",
    ],
    ignore: ["islamic calendar", "orthodox approach", "jewish_calendar", "catholics"],
  },
});

export const religionField: Detector = topicField("RELIGION", "special.religion", {
  id: "religion-field",
  format: "A religion in a field, column or label for one.",
  names: [
    "religion",
    "religie",
    "geloof",
    "geloofsovertuiging",
    "levensovertuiging",
    "kerkgenootschap",
    "kerkelijke gezindte",
    "religious affiliation",
    "religious belief",
    "religious beliefs",
    "denomination",
    "konfession",
    "religionszugehörigkeit",
    "glaubensbekenntnis",
    "religión",
    "religione",
  ],
  pattern: fieldValues(alternatives(RELIGION, RELIGION_VALUES)),
  references: REFERENCES,
  examples: {
    match: ["Religion: Islam", '"religie": "christelijk"', "Konfession: evangelisch"],
    ignore: ["religion: string", "religion: none", "religion of peace"],
  },
});

const PARTY = alternatives(PARTIES, PARTIES_IN_PHRASE);

export const politics: Detector = topic("POLITICAL_OPINION", "special.political", {
  id: "political-opinion",
  format: "Words for somebody's politics that need no party's name.",
  keywords: spelled(POLITICS),
  references: REFERENCES,
  examples: {
    match: ["Jan is een linkse activist", "a registered Republican"],
    ignore: ["political_activist", "the republic"],
  },
});

export const partyMembership: Detector = topic("POLITICAL_OPINION", "special.political", {
  id: "party-membership",
  format: "A vote for, or membership or support of, a party by its name.",
  keywords: [
    "stemt op",
    "stemde op",
    "gestemd op",
    "stemt",
    "lid van",
    "partijlid",
    "raadslid voor",
    "sympathisant van",
    "aanhanger van",
    "votes for",
    "voted for",
    "vote for",
    "voted",
    "member of",
    "supporter of",
    "supports the",
    "donated to",
    "campaigned for",
    "volunteers for",
    "affiliated with",
    "votes",
    "wählt",
    "wählte",
    "mitglied der",
    "anhänger der",
    "mitglied bei",
    "vote pour",
    "voté pour",
    "membre du",
    "membre des",
    "adhérent",
    "sympathisant",
    "militante",
  ],
  pattern: new RegExp(
    String.raw`(?<!\p{L})\p{L}{3,14}(?:[ ]\p{L}{2,6}){0,2}(?:[ ](?:d['’]|de l['’]))?(?:[ ](?:the|de|het|die|der|den|le|la|les|des|du|een))?[ ](?:${PARTY})(?![\p{L}\d_-])`,
    "iu",
  ),
  references: REFERENCES,
  examples: {
    match: [
      "Jan stemt op GroenLinks",
      "Priya Whitcombe voted for the Labour Party",
      "Herr Weber ist Mitglied der SPD",
      "lid van de VVD",
    ],
    ignore: ["voted for the proposal", "member of the class", "lid van de vereniging"],
  },
});

export const politicsField: Detector = topicField("POLITICAL_OPINION", "special.political", {
  id: "political-field",
  format: "A party or an outlook in a field for one.",
  names: [
    "political party",
    "party affiliation",
    "political affiliation",
    "political opinion",
    "political views",
    "political preference",
    "politieke voorkeur",
    "politieke partij",
    "partijlidmaatschap",
    "politieke gezindheid",
    "politische einstellung",
    "parteizugehörigkeit",
    "parti politique",
    "opinion politique",
    "afiliación política",
    "voter registration",
    "party registration",
  ],
  looseName: true,
  pattern: fieldValues(
    `${PARTY}|left(?:[ -]wing)?|right(?:[ -]wing)?|conservative|liberal|socialist|progressive|independent|links|rechts|konservativ|liberaal`,
  ),
  references: REFERENCES,
  examples: {
    match: ["Political party: Democrat", "politieke voorkeur: D66"],
    ignore: ["political party: string", "politieke partij opgericht"],
  },
});

export const unionMembership: Detector = topic("UNION_MEMBERSHIP", "special.union", {
  id: "union-membership",
  format: "Words for membership of a trade union.",
  keywords: spelled(UNION_MEMBERSHIP),
  references: REFERENCES,
  examples: {
    match: ["Jan Wielstra is vakbondslid", "union dues of Ms. Quade"],
    ignore: ["union type", "union member_of", "UNION ALL SELECT"],
  },
});

export const unionByName: Detector = topic("UNION_MEMBERSHIP", "special.union", {
  id: "union-by-name",
  format: "Membership of a trade union by its name.",
  keywords: [
    "lid van",
    "aangesloten bij",
    "lidmaatschap",
    "member of",
    "membership",
    "mitglied der",
    "mitglied bei",
    "membre d",
    "adhérent",
    "syndiqué à",
    "syndiquée à",
    "vakbond",
    "trade union",
    "gewerkschaft",
  ],
  pattern: new RegExp(
    String.raw`(?<!\p{L})\p{L}{3,14}(?:[ ]\p{L}{2,6})?(?:[:]|[ ](?:the|de|het|die|der|den|la|le|du|à la|of the|van de|van))?[ ](?:${alternatives(TRADE_UNIONS)})(?![\p{L}\d_-])`,
    "iu",
  ),
  references: REFERENCES,
  examples: {
    match: ["Jan is lid van de FNV", "member of UNISON", "Mitglied der IG Metall"],
    ignore: ["member of the union type", "lid van de club"],
  },
});

export const unionField: Detector = topicField("UNION_MEMBERSHIP", "special.union", {
  id: "union-field",
  format: "A trade union, or yes, in a field for membership of one.",
  names: [
    "vakbond",
    "vakbondslidmaatschap",
    "lid vakbond",
    "trade union",
    "union membership",
    "union member",
    "trade union membership",
    "gewerkschaft",
    "gewerkschaftsmitglied",
    "syndicat",
    "union name",
    "labor union",
    "labour union",
  ],
  pattern: fieldValues(`${alternatives(TRADE_UNIONS)}|yes|ja|oui|sí`),
  references: REFERENCES,
  examples: {
    match: ["Vakbond: FNV", "union membership: yes", "Gewerkschaft: ver.di"],
    ignore: ["union: yes", "trade union: string"],
  },
});
