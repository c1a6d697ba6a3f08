import { pickFrom } from "./subject.ts";

/** Sentences, forms and files in which a labelled value stands; `{l}` the label, `{v}` the value, `{k}` a key made of it. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  en: [
    "Her {l} is {v}, please check.",
    "We received the {l} {v} this morning.",
    "{l}: {v}",
    "{l} - {v}",
    "Please send your {l} ({v}) to HR.",
  ],
  nl: [
    "Haar {l} is {v}, graag controleren.",
    "Het {l} {v} staat in het dossier.",
    "{l}: {v}",
    "{l} {v}",
    "Mijn {l} ({v}) klopt niet.",
  ],
  de: ["Ihre {l} lautet {v}, bitte prüfen.", "{l}: {v}", "Die {l} {v} wurde erfasst."],
  fr: ["Votre {l} est le {v}.", "{l} : {v}", "Le {l} {v} a été enregistré."],
};
const FORMS = ["{l}: {v}", "{l} {v}", "{l}\t{v}", "| {l} | {v} |", "<td>{l}</td><td>{v}</td>"];
const FILES = ['"{k}": "{v}",', "{k} = '{v}'", "{k}: {v}", "<{k}>{v}</{k}>", "name;{k}\nx;{v}"];

export function place(language: string, label: string, value: string, random: () => number): string {
  const ascii = label.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const key = ascii.replace(/[^\p{L}\p{N}]+/gu, "_").replace(/^_|_$/g, "");
  const template = pickFrom(random, [...(SENTENCES[language] ?? FORMS), ...FORMS, ...FILES]);
  return template.replaceAll("{l}", label).replaceAll("{k}", key).replaceAll("{v}", value);
}

/** Lines of everyday text in which nothing is to be found. */
const NEUTRAL: Readonly<Record<string, readonly string[]>> = {
  en: [
    "Order {9} was shipped on {date} in {2} boxes.",
    "Version {1}.{2}.{1} fixes issue #{5}.",
    "Invoice {8} of {date}: total {3}.{2} EUR.",
    "See commit {hex} for details.",
    "Tracking number {12}, ticket {6}.",
    "ISBN 978-{1}-{4}-{4}-{1}, page {3}.",
    "The meeting of {date} starts at 14:{2} in room {3}.",
    "Error {4} at line {3}, column {2}.",
    "Article {7} costs {2}.{2} per piece.",
  ],
  nl: [
    "Bestelling {9} is op {date} verzonden in {2} dozen.",
    "Factuur {8} van {date}: totaal {3},{2} euro.",
    "Versie {1}.{2}.{1} lost melding {5} op.",
    "Artikel {7} kost {2},{2} per stuk.",
    "Zie bladzijde {3} van het rapport uit 20{2}.",
    "Ordernummer {9}, referentie {6}.",
    "De vergadering van {date} begint om 14.{2} uur in zaal {3}.",
  ],
  de: [
    "Bestellung {9} wurde am {date} verschickt.",
    "Rechnung {8} vom {date}: Summe {3},{2} EUR.",
    "Artikel {7}, Seite {3}, Version {1}.{2}.",
    "Siehe Aktenzeichen {6} im Bericht 20{2}.",
  ],
  fr: [
    "La commande {9} a été expédiée le {date}.",
    "Facture {8} du {date} : total {3},{2} euros.",
    "Voir page {3}, article {7}, version {1}.{2}.",
  ],
};
export const NEUTRAL_LANGUAGES = Object.keys(NEUTRAL);

export function neutralLine(language: string, random: () => number): string {
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join("");
  const two = (to: number) => String(1 + Math.floor(random() * to)).padStart(2, "0");
  return pickFrom(random, NEUTRAL[language] ?? [])
    .replaceAll("{date}", () => `${two(28)}-${two(12)}-20${two(26)}`)
    .replaceAll("{hex}", () =>
      Array.from({ length: 40 }, () => Math.floor(random() * 16).toString(16)).join(""),
    )
    .replace(/\{(\d+)\}/g, (_, count: string) => digits(Number(count)));
}
