import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { pickFrom, type Subject } from "./subject.ts";

type Random = () => number;
const GIVEN = [
  "Marloes",
  "Thijmen",
  "Hassan",
  "Agnieszka",
  "Rosalind",
  "Clément",
  "Jürgen",
  "Beatriz",
  "Oluwaseun",
  "Mei",
];
const SURNAMES = [
  "Hoogendoorn",
  "van den Broek",
  "El Idrissi",
  "Wójcik",
  "Ashworth",
  "Lefèvre",
  "Schäfer",
  "Carvalho",
  "Adeyemi",
  "Zhang",
];
const MONTHS: Readonly<Record<string, readonly string[]>> = {
  en: ["January", "March", "June", "October"],
  nl: ["januari", "maart", "juni", "oktober"],
  de: ["Januar", "März", "Juni", "Oktober"],
  fr: ["janvier", "mars", "juin", "octobre"],
  es: ["de enero de", "de marzo de", "de octubre de"],
  it: ["gennaio", "marzo", "ottobre"],
  pl: ["stycznia", "marca", "października"],
  sv: ["januari", "mars", "oktober"],
  cs: ["ledna", "března", "října"],
  tr: ["Ocak", "Mart", "Ekim"],
};
const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join("");
const between = (random: Random, from: number, to: number) => from + Math.floor(random() * (to - from + 1));
const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/[^a-z]/gi, "")
    .toLowerCase();

const email = (random: Random) =>
  `${plain(pickFrom(random, GIVEN))}.${plain(pickFrom(random, SURNAMES))}@${pickFrom(random, ["noordzeefonds.nl", "blauwe-berg.de", "mail.orchard-lane.co.uk", "atelier-sud.fr"])}`;

/** A number of a country that its numbering plan has. */
function phone(random: Random, mask: string, country: "NL" | "DE" | "FR" | "GB" | "US" | "BE"): string {
  for (;;) {
    const text = mask.replace(/#/g, () => digits(random, 1));
    if (parsePhoneNumberFromString(text, country)?.isValid() === true) return text;
  }
}

const date = (language: string) => (random: Random) => {
  const [day, month, year] = [between(random, 1, 28), between(random, 1, 12), between(random, 1940, 2004)];
  const two = (n: number) => String(n).padStart(2, "0");
  return pickFrom(random, [
    `${two(day)}-${two(month)}-${year}`,
    `${year}-${two(month)}-${two(day)}`,
    `${day}/${month}/${year}`,
    `${day} ${pickFrom(random, MONTHS[language] ?? [])} ${year}`,
  ]);
};
const impossibleDate = (random: Random) =>
  `${between(random, 32, 60)}-${between(random, 13, 40)}-19${digits(random, 2)}`;
const publicAddress = (random: Random) =>
  `${pickFrom(random, [62, 81, 145, 185, 212])}.${[1, 2, 3].map(() => between(random, 1, 250)).join(".")}`;
const mac = (random: Random) =>
  `3c:22:fb:${[1, 2, 3].map(() => between(random, 16, 255).toString(16)).join(":")}`;

/** How people are named and reached, with the words that stand before it. */
export const CONTACTS: readonly Subject[] = [
  {
    type: "EMAIL_ADDRESS",
    language: "en",
    labels: ["e-mail", "email address"],
    valid: email,
    nearValid: (r) => email(r).replace("@", "#"),
  },
  {
    type: "EMAIL_ADDRESS",
    language: "nl",
    labels: ["e-mailadres", "mail"],
    valid: email,
    nearValid: (r) => email(r).replace("@", " "),
  },
  {
    type: "PHONE_NUMBER",
    language: "nl",
    labels: ["telefoon", "mobiel", "telefoonnummer"],
    valid: (r) =>
      phone(r, pickFrom(r, ["06-########", "+31 6 ########", "020-#######", "0031 30 #######"]), "NL"),
    nearValid: (r) => digits(r, 4),
  },
  {
    type: "PHONE_NUMBER",
    language: "en",
    labels: ["phone", "mobile", "tel"],
    valid: (r) => (r() < 0.5 ? phone(r, "+44 20 7### ####", "GB") : phone(r, "(212) ###-####", "US")),
    nearValid: null,
  },
  {
    type: "PHONE_NUMBER",
    language: "de",
    labels: ["Telefon", "Handy"],
    valid: (r) => phone(r, "+49 170 #######", "DE"),
    nearValid: null,
  },
  {
    type: "PHONE_NUMBER",
    language: "fr",
    labels: ["téléphone", "portable"],
    valid: (r) => phone(r, "06 ## ## ## ##", "FR"),
    nearValid: null,
  },
  ...[
    ["nl", ["geboortedatum", "geboren op", "geb."]],
    ["en", ["date of birth", "DOB", "born on"]],
    ["de", ["Geburtsdatum", "geboren am"]],
    ["fr", ["date de naissance", "né le"]],
    ["es", ["fecha de nacimiento"]],
    ["it", ["data di nascita", "nato il"]],
    ["pl", ["data urodzenia", "urodzony"]],
    ["sv", ["födelsedatum"]],
    ["cs", ["datum narození", "narozen"]],
    ["tr", ["doğum tarihi"]],
  ].map(([language, labels]) => ({
    type: "DATE_OF_BIRTH",
    language: language as string,
    labels: labels as string[],
    valid: date(language as string),
    nearValid: impossibleDate,
  })),
  {
    type: "IP_ADDRESS",
    language: "en",
    labels: ["IP address", "client ip"],
    valid: publicAddress,
    nearValid: (r) => `${between(r, 256, 900)}.1.2.3`,
  },
  {
    type: "MAC_ADDRESS",
    language: "en",
    labels: ["MAC address"],
    valid: mac,
    nearValid: (r) => mac(r).slice(0, -1),
  },
  {
    type: "STREET_ADDRESS",
    language: "nl",
    labels: ["adres", "woonadres"],
    valid: (r) =>
      `${pickFrom(r, ["Zonnebloemstraat", "Oude Rijnkade", "Vondellaan"])} ${between(r, 1, 300)}, ${between(r, 1000, 9999)} ${pickFrom(r, ["KL", "BM", "TX"])} ${pickFrom(r, ["Deventer", "Gouda", "Assen"])}`,
    nearValid: null,
  },
  {
    type: "STREET_ADDRESS",
    language: "en",
    labels: ["address", "home address"],
    valid: (r) => `${between(r, 1, 300)} ${pickFrom(r, ["Orchard Lane", "Station Road", "Willow Avenue"])}`,
    nearValid: null,
  },
  {
    type: "STREET_ADDRESS",
    language: "de",
    labels: ["Adresse", "Anschrift"],
    valid: (r) =>
      `${pickFrom(r, ["Gartenstraße", "Am Lindenplatz", "Bergweg"])} ${between(r, 1, 99)}, ${between(r, 10115, 99998)} ${pickFrom(r, ["Kassel", "Jena"])}`,
    nearValid: null,
  },
  ...(
    [
      ["fr", ["adresse"], ["12 rue des Lilas, 75020 Paris", "3 bis avenue Victor Hugo, 69003 Lyon"]],
      [
        "es",
        ["dirección", "domicilio"],
        ["Calle de Alcalá 45, 28014 Madrid", "Avenida Diagonal 640, 08017 Barcelona"],
      ],
      ["it", ["indirizzo"], ["Via Garibaldi 12, 20121 Milano", "Piazza Dante 3, 50122 Firenze"]],
      ["pl", ["adres"], ["ul. Zielona 10/5, 00-590 Warszawa", "al. Lipowa 7, 31-147 Kraków"]],
      ["sv", ["adress"], ["Storgatan 12, 111 51 Stockholm", "Skolvägen 5, 752 37 Uppsala"]],
      ["cs", ["adresa"], ["Dlouhá 5, 110 00 Praha", "Lipové náměstí 12, 602 00 Brno"]],
      ["nl", ["adres"], ["Meir 50, 2000 Antwerpen", "Achterom 7, 2611 PM Delft"]],
      ["en", ["address"], ["742 Elmwood Terrace, Springfield, IL 62704", "14 Orchard Lane, Leeds LS1 4AP"]],
    ] as const
  ).map(([language, labels, addresses]) => ({
    type: "STREET_ADDRESS",
    language,
    labels,
    valid: (r: Random) => pickFrom(r, addresses),
    nearValid: null,
  })),
  ...["en", "nl", "de", "fr"].map((language) => ({
    type: "PERSON_NAME",
    language,
    labels:
      {
        en: ["name", "patient", "contact"],
        nl: ["naam", "dhr.", "mevrouw"],
        de: ["Name", "Herr", "Frau"],
        fr: ["nom", "M.", "Mme"],
      }[language] ?? [],
    valid: (r: Random) => `${pickFrom(r, GIVEN)} ${pickFrom(r, SURNAMES)}`,
    nearValid: null,
  })),
];
