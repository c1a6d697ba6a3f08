/** For tests: a Dutch webshop and its HR department, fictitious from end to end, as a SQLite file. */
import { DatabaseSync } from "node:sqlite";
import { seededRandom } from "../../sources/database/seeded-random.ts";

const GIVEN = ["Sanne", "Daan", "Fatima", "Jeroen", "Lotte", "Mohammed", "Anouk", "Pieter", "Esra", "Willem"];
const FAMILY = ["de Vries", "Jansen", "van den Berg", "Bakker", "Yilmaz", "Visser", "Smit", "Meijer"];
const STREETS = ["Dorpsstraat", "Kerkstraat", "Stationsweg", "Molenweg", "Schoolstraat"];
const BCRYPT = [..."./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"];
const CONDITIONS = ["diabetes type 2", "depressie", "hiv positief", "astma"];

/** What must not be seen outside: one value of each kind. */
export const PLANTED = { bsn: "231480003", mail: "iemand.anders@example.org", password: "Zomer2026!geheim" };

/** A number that passes the eleven-test, in the range that is never given out. */
export function fictitiousBsn(index: number): string {
  for (let n = 23148000 + index * 2; ; n++) {
    const digits = [...String(n)].map(Number);
    const sum = digits.reduce((total, digit, i) => total + digit * (9 - i), 0);
    if (sum % 11 < 10) return `${n}${sum % 11}`;
  }
}

export function writeDemo(path: string, customers = 500): void {
  const db = new DatabaseSync(path);
  const random = seededRandom(7);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  db.exec(`
    create table klanten (klantnummer integer primary key, voornaam text, achternaam text, "e-mailadres" text,
      telefoon text, adres text, iban text, wachtwoord text, opmerking text);
    create table medewerkers (id integer primary key, bsn text, naam text, geboortedatum date, salaris numeric,
      ziekmelding text, pasfoto blob, wachtwoord_hash text);
    create table bestellingen (ordernummer integer primary key, klant references klanten(klantnummer), ean text,
      bedrag numeric, besteld_op timestamp, volgcode text, aantal integer, kenmerk text);
    create view klantlijst as select voornaam, achternaam from klanten;
    begin`);
  const klant = db.prepare("insert into klanten values (?,?,?,?,?,?,?,?,?)");
  const medewerker = db.prepare("insert into medewerkers values (?,?,?,?,?,?,?,?)");
  const bestelling = db.prepare("insert into bestellingen values (?,?,?,?,?,?,?,?)");
  for (let i = 1; i <= customers; i++) {
    const given = pick(GIVEN);
    const family = pick(FAMILY);
    const mail =
      i === 3 ? PLANTED.mail : `${given}.${family.replaceAll(" ", "")}${i}@example.nl`.toLowerCase();
    klant.run(
      i,
      given,
      family,
      mail,
      `06${String(10_000_000 + Math.floor(random() * 89_999_999))}`,
      `${pick(STREETS)} ${1 + Math.floor(random() * 200)}, 1234 AB Ergens`,
      "NL91ABNA0417164300",
      i === 5 ? PLANTED.password : `Welkom${i}`,
      i % 7 === 0 ? "Belt liever in de ochtend" : null,
    );
    bestelling.run(
      800_000_000 + i * 37,
      i,
      ean13(871_000_000_000 + i * 911),
      (random() * 400).toFixed(2),
      1_700_000_000 + i * 4_211,
      `${hex(random)}${hex(random)}-${hex(random)}-4${hex(random).slice(1)}-a${hex(random).slice(1)}-${hex(random)}${hex(random)}${hex(random)}`,
      1 + Math.floor(random() * 9),
      `ORD-2026-${String(i).padStart(6, "0")}`,
    );
  }
  for (let i = 1; i <= customers / 5; i++)
    medewerker.run(
      i,
      i === 2 ? PLANTED.bsn : fictitiousBsn(i),
      `${pick(GIVEN)} ${pick(FAMILY)}`,
      `19${60 + (i % 40)}-0${1 + (i % 9)}-1${i % 9}`,
      2_000 + i * 13,
      i % 10 === 0 ? `Verzuim: ${pick(CONDITIONS)}` : null,
      Uint8Array.of(0xff, 0xd8, 0xff, i % 256, 0),
      `$2b$12$${Array.from({ length: 53 }, () => pick(BCRYPT)).join("")}`,
    );
  db.exec("commit");
  db.close();
}

const hex = (random: () => number) =>
  Math.floor(random() * 65_536)
    .toString(16)
    .padStart(4, "0");

function ean13(twelve: number): string {
  const sum = [...String(twelve)].reduce(
    (total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3),
    0,
  );
  return `${twelve}${(10 - (sum % 10)) % 10}`;
}
