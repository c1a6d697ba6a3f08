import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { terms } from "../../words/terms.ts";
import { ADDRESS } from "./street-address.ts";

const CAP = String.raw`\p{Lu}[\p{L}'’.-]{0,24}`;
const HOUSE = String.raw`\d{1,4}(?:[ ]?[a-zA-Z](?![\p{L}]))?(?:[-/–]\d{1,4}[a-zA-Z]?)?(?:[ ]\d{1,3}(?![\d ]))?`;
const TOWN = String.raw`\p{Lu}[\p{L}'’.]{1,24}(?:[ -](?:\p{L}{1,4}[ -])?\p{Lu}[\p{L}'’.]{0,24}|[ ]\d{1,2}){0,2}`;
const POSTCODE = String.raw`(?:[A-Z]{1,2}-)?(?:\d{3}[ ]\d\d|\d\d-\d{3}|\d{4}[ ]?[A-Z]{2}|\d{4,6})`;
const TAIL = String.raw`(?:(?:,[ ]?(?:\d{1,2}\.[ ]?(?:tv|th|mf|sal|patro|em(?:elet)?)|byt[ ]\d{1,3}|m\.[ ]?\d{1,3}|кв\.[ ]?\d{1,4}|ap\.[ ]?\d{1,3}))?(?:,[ ]?|[ ]{1,2}|\r?\n[ ]{0,4})${POSTCODE}[ ]{1,2}${TOWN})?`;

/** How the words for a street end in the north, and the words that follow its name in the east and in Turkey. */
const ENDINGS =
  "gatan|gata|gate|gaten|gade|vägen|väg|vegen|veien|vei|vej|vejen|stræde|gränd|stigen|stien|torget|torg|torv|plads|plass|allén|katu|tie|kuja|polku|väylä|puistikko|raitti";
const WORDS =
  "Allé|allé|gate|vei|vej|väg|gata|náměstí|nám\\.|námestie|ulice|ulica|třída|trieda|nábřeží|nábrežie|utca|út|útja|tér|tere|körút|sétány|köz|Caddesi|Cad\\.|Cd\\.|Sokak|Sokağı|Sok\\.|Sk\\.|Bulvarı|Blv\\.|iela|gatvė|g\\.|prospektas|pr\\.|tänav|maantee|puiestee|ulica|cesta|prilaz|trg";
const STREET_LAST = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:${CAP}[ ]){0,3}\p{Lu}[\p{L}'’-]{1,24}?(?:${ENDINGS})|(?:${CAP}[ ]){1,3}(?:${WORDS}))(?:[ ]No:?|,)?[ ]${HOUSE}(?![\p{L}\d%])(?![.:,]\d)${TAIL}`,
  "u",
);
const FIRST =
  "ulica|Ulica|ul\\.|al\\.|Al\\.|aleja|Aleja|aleje|Aleje|os\\.|pl\\.|plac|Plac|Strada|Str\\.|Bulevardul|Bd\\.|B-dul|Calea|Șoseaua|Șos\\.|Aleea|ул\\.|улица|Улица|пр\\.|пр-т|проспект|Проспект|просп\\.|пер\\.|переулок|бул\\.|бульвар|наб\\.|ш\\.|пл\\.|площадь|вул\\.|вулиця|пров\\.|Οδός|οδός|Λεωφόρος|Λεωφ\\.|Av\\.|Avda\\.|Rua|Alameda|Al\\.|Rodovia|Estrada|Carrer|Passeig|Plaça|Rúa|Camino|Glorieta|Contrada|Lungomare|Strada|Ulitsa|ulitsa|Jalan|Jl\\.|Jln\\.|Lorong";
const STREET_FIRST = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${FIRST})[ ](?:(?:de|del|della|do|da|dos|das|dels|de la|la|of)[ ]){0,2}(?:\d{1,2}[ .-]{1,2})?${CAP}(?:[ ](?:(?:de|do|da|dos|i|и)[ ])?(?:${CAP}|\d{4})){0,3},?[ ](?:nr\.?[ ]|д\.[ ]?|дом[ ]|No\.?[ ]|буд\.[ ]?|n\.?[ºo°]?[ ])?${HOUSE}(?![\p{L}\d%])(?![.:]\d)${TAIL}`,
  "u",
);

/** Words and abbreviations that mean something else as often; the postcode tells. */
const UNSURE =
  /^(?:al|os|pl|Al|Str|ш|пр|пл)\.[ ]|^(?:Camino|Estrada|Contrada)[ ]|[ ](?:gate|vei|vej|väg|gata|út|tér|tere|g\.|pr\.|trg|cesta|prilaz|Sk\.|Cd\.)[ ,]|^\p{L}{0,30}(?:gate|tie|[Bb]rigade)[ ]/u;

const check = ({ value }: Candidate): Verdict | null => {
  const withPostcode = new RegExp(String.raw`${POSTCODE}[ ]{1,2}\p{Lu}`, "u").test(value.slice(5));
  if (!withPostcode && UNSURE.test(value)) return null;
  if (/ (?:19|20)\d\d$/.test(value)) return { reasons: ["street and perhaps a year"], confidence: 0.3 };
  return {
    reasons: [withPostcode ? "street, number and postcode" : "street and number"],
    confidence: withPostcode ? 0.95 : 0.75,
  };
};

export const streetAddressEast: readonly Detector[] = [
  {
    ...ADDRESS,
    id: "street-address-north-east",
    format:
      "A street whose name ends in the Nordic, Finnish, Czech, Hungarian, Turkish or Baltic word for one, with its number; postcode and town.",
    keywords: [
      ...ENDINGS.split("|").map((ending) => `${ending} `),
      ...terms(`
      allé , náměstí , nám. , námestie , ulice , ulica , třída , trieda , nábřeží , nábrežie , utca , útja , tere , körút ,
      sétány , caddesi , cad. , sokak , sokağı , sok. , bulvarı , iela , gatvė , prospektas , tänav , maantee , puiestee ,
      cesta ,
    `).map((word) => `${word} `),
    ].filter((word, i, all) => word.trim().length > 2 && all.indexOf(word) === i),
    before: 60,
    pattern: STREET_LAST,
    check,
    confidence: { bare: 0.75, context: 0.9 },
    examples: {
      match: [
        "Storgatan 12, 111 51 Stockholm",
        "bor på Vesterbrogade 12, 3. tv, 1620 København V",
        "Mannerheimintie 12 B 4, 00100 Helsinki",
        "Karl Johans gate 22, 0159 Oslo",
        "Václavské náměstí 12, 110 00 Praha 1",
        "Kossuth Lajos utca 12, 1053 Budapest",
        "Atatürk Caddesi No: 12",
      ],
      ignore: ["gate 5", "Logic gate 5", "the update 3", "Storgatan", "Investigate 12 cases"],
    },
  },
  {
    ...ADDRESS,
    id: "street-address-east",
    format:
      "The Polish, Romanian, Russian, Ukrainian, Greek, Portuguese, Catalan or Spanish word for a street, its name and number; postcode and town.",
    keywords: [
      ...[
        "ulica ",
        "ul. ",
        "al. ",
        "aleja ",
        "aleje ",
        "os. ",
        "pl. ",
        "plac ",
        "strada ",
        "str. ",
        "bulevardul ",
      ],
      ...[
        "b-dul ",
        "calea ",
        "șoseaua ",
        "aleea ",
        "ул. ",
        "улица ",
        "пр. ",
        "пр-т ",
        "проспект ",
        "просп. ",
      ],
      ...[
        "пер. ",
        "переулок ",
        "бул. ",
        "бульвар ",
        "наб. ",
        "пл. ",
        "площадь ",
        "вул. ",
        "вулиця ",
        "οδός ",
      ],
      ...["λεωφόρος ", "av. ", "avda. ", "alameda ", "rodovia ", "estrada ", "carrer ", "passeig ", "plaça "],
      ...[
        "rúa ",
        "camino ",
        "glorieta ",
        "contrada ",
        "lungomare ",
        "ulitsa ",
        "jalan ",
        "jl. ",
        "jln. ",
        "lorong ",
      ],
    ],
    pattern: STREET_FIRST,
    check,
    confidence: { bare: 0.75, context: 0.9 },
    examples: {
      match: [
        "ulica Długa 7, 31-147 Kraków",
        "al. Jerozolimskie 100, 00-807 Warszawa",
        "Strada Lipscani 20, București",
        "ул. Ленина, д. 10, кв. 5, Москва",
        "Av. Paulista, 1578, São Paulo",
        "Carrer de Balmes 12, 08007 Barcelona",
      ],
      ignore: ["et al. Nature 12", "Str. 7", "ул. 5", "Camino Real 1985"],
    },
  },
  {
    ...ADDRESS,
    id: "street-address-grid",
    format: "A numbered calle or carrera, the crossing street and the distance from it, as in Colombia.",
    keywords: ["calle ", "carrera ", "cra. ", "cra ", "kra ", "transversal ", "diagonal ", "avenida "],
    pattern:
      /(?:Calle|Carrera|Cra\.?|Kra\.?|Transversal|Diagonal|Avenida)[ ]\d{1,3}[ ]?[A-Z]?(?:[ ](?:Bis|Sur|Norte|Este))?[ ]?(?:#|No\.?|N°|Nro\.?)[ ]?\d{1,3}[ ]?[A-Z]?[ ]?[-–][ ]?\d{1,3}(?!\d)/iu,
    check: () => ({ reasons: ["street, crossing and distance"] }),
    confidence: { bare: 0.85, context: 0.9 },
    examples: {
      match: ["Calle 45 # 12-34, Bogotá", "Carrera 7 No. 71-21"],
      ignore: ["Calle 45", "calle 45 #12", "diagonal 4 - 5"],
    },
  },
];
