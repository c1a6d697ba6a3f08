import type { Detector } from "../../detector.ts";

/** Units and abbreviations that stand behind a number of four digits. */
const UNITS = new Set(
  "MB GB KB TB PB HZ KM CM MM ML KG AD BC AM PM US EU UK HP PS CC CV VA KW MW KV KJ KN RU OF OP IN IS OR AN AS AT BY TO UP DO GO IF IT ME MY NO ON SO WE HE BE EN DE ET UN LE LA SA SD SS CE PX PT FT LB OZ CT JS TS ID IP OK UTC".split(
    " ",
  ),
);
const FREE = String.raw`(?![\p{L}\d]|[-_.]\w)`;

const POSTCODE = {
  rule: "pii.contact.address",
  category: "contact",
  normalise: (value: string) => value.toUpperCase().replace(/[^A-Z0-9]/g, ""),
  visible: { head: 2, tail: 0 },
} as const satisfies Partial<Detector>;

export const nlPostcode: Detector = {
  ...POSTCODE,
  id: "nl-postcode",
  entityType: "NL_POSTCODE",
  format:
    "Four digits, the first no zero, and two capitals; with a house number or a town, or near a word for an address.",
  forms: ["9999 AA", "9999AA"],
  pattern: new RegExp(
    String.raw`[1-9]\d{3}[ ]?[A-Z]{2}${FREE}(?:,?[ ]\d{1,5}(?:[ -]?[a-zA-Z])?(?![\p{L}\d.:%])|,?[ ]{1,2}['’]?\p{Lu}[\p{L}'’-]{2,24})?`,
    "u",
  ),
  check: ({ value, text, start }) => {
    if (text[start - 1] === "#") return null;
    const [, year = "", letters = "", rest = ""] = /^(\d{4}) ?([A-Z]{2})(.*)$/su.exec(value) ?? [];
    if (/^S[ADS]$/.test(letters)) return null;
    const length = value.length - rest.length;
    if (UNITS.has(letters) || /^(?:19|20)[0-3]\d/.test(year))
      return { reasons: ["form"], confidence: 0, length };
    if (/^,? \d/.test(rest)) return { reasons: ["postcode and house number"], confidence: 0.7 };
    if (rest === "" && !value.includes(" ")) return { reasons: ["form"], confidence: 0 };
    return {
      reasons: [rest === "" ? "form" : "postcode and a place"],
      confidence: rest === "" ? 0.3 : 0.75,
      length,
    };
  },
  contextWords: [
    "postcode",
    "post code",
    "postal code",
    "zip",
    "zip code",
    "zipcode",
    "adres",
    "address",
    "plaats",
    "woonplaats",
    "huisnummer",
    "straat",
    "woonachtig",
    "wonende",
    "postbus",
    "bezoekadres",
    "postadres",
    "postleitzahl",
    "code postal",
  ],
  confidence: { bare: 0.3, context: 0.9 },
  references: ["Postcodebesluit; PostNL, Adresboek postcodes", "UPU, addressing in the Netherlands"],
  examples: {
    match: ["postcode: 1234 AB", "postcode 9876XK", "2511 VK Den Haag", "te 3571 ZX 12"],
    ignore: ["postcode 1234 SS", "postcode 0123 AB", "1024 MB", "2024 US Open", "A1234 AB", "ref 1234 ABC"],
  },
};

const AREAS =
  "AB|AL|B|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE";

export const gbPostcode: Detector = {
  ...POSTCODE,
  id: "gb-postcode",
  entityType: "GB_POSTCODE",
  format:
    "One of the 124 postcode areas, district, and an inward code of a digit and two letters, none of C I K M O V.",
  forms: [
    "A9 9AA",
    "A99 9AA",
    "AA9 9AA",
    "AA99 9AA",
    "A9A 9AA",
    "AA9A 9AA",
    "A99AA",
    "A999AA",
    "AA99AA",
    "AA999AA",
    "A9A9AA",
    "AA9A9AA",
    "AAA 9AA",
  ],
  anyCase: true,
  pattern: new RegExp(
    String.raw`(?:(?:${AREAS})\d(?:\d|[A-HJKPSTUW-Z])?[ ]?\d[ABD-HJLNP-UW-Z]{2}|(?:${AREAS.toLowerCase()})\d(?:\d|[a-hjkpstuw-z])?[ ]\d[abd-hjlnp-uw-z]{2}|GIR[ ]?0AA)${FREE}`,
    "u",
  ),
  check: ({ value }) => {
    const lower = /[a-z]/.test(value);
    if (!value.includes(" ")) return { reasons: ["form"], confidence: 0 };
    return {
      reasons: ["postcode area and inward code"],
      confidence: lower ? 0 : /^[A-Z]{2}/.test(value) ? 0.7 : 0.55,
    };
  },
  contextWords: [
    "postcode",
    "post code",
    "postal code",
    "zip",
    "zip code",
    "zipcode",
    "address",
    "street",
    "road",
    "avenue",
    "lane",
    "lives",
    "london",
    "uk",
    "united kingdom",
    "england",
    "scotland",
    "wales",
    "manchester",
    "birmingham",
    "leeds",
    "glasgow",
    "edinburgh",
  ],
  confidence: { bare: 0.7, context: 0.9 },
  references: [
    "Royal Mail, Postcode Address File: programmer's guide",
    "BS 7666, addresses",
    "UPU, addressing in the United Kingdom",
  ],
  examples: {
    match: ["SW1A 1AA", "postcode: m1 1ae", "postcode M1 1AE", "EC1A 1BB, London", "postcode B338TH"],
    ignore: ["ZZ1 1AA", "AB1 1CC", "B338TH", "SW1A 1AAA", "x64 5ab"],
  },
};
