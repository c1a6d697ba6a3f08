import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { renderSample } from "./sample-values.ts";

const GIVEN = ["Sanne", "Daan", "Fatima", "Jeroen", "Lotte", "Mohammed", "Anouk", "Pieter", "Esra", "Willem"];
const FAMILY = ["de Fictie", "van Verzinsel", "Bedenksel", "Voorbeeldstra", "Proefma", "Nepdijk"];
const STREETS = ["Dorpsstraat", "Kerkstraat", "Stationsweg", "Molenweg", "Schoolstraat"];
const PRODUCTS = ["Gazelletulp", "Terrastegel", "Gieter", "Plantenbak", "Tuinslang"];
const SICK_NOTES = ["griep", "diabetes type 2", "depressie", "gebroken pols"];

const CUSTOMERS = 5_000;
const EMPLOYEES = 60;

/**
 * Makes the database of a made-up Dutch webshop with its HR department, as a SQLite file: customers, orders, products, staff,
 * sick leave and accounts. One order in a thousand has a citizen service number in its remark, where nobody looks for it.
 */
export function buildShopDatabase(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file);
  db.exec(`
    create table klanten (klantnummer integer primary key, voornaam text, achternaam text, emailadres text, telefoon text,
      adres text, iban text, klant_sinds date);
    create table producten (artikelnummer integer primary key, ean text, naam text, prijs numeric);
    create table bestellingen (ordernummer integer primary key, klant integer references klanten (klantnummer),
      artikel integer references producten (artikelnummer), bedrag numeric, besteld_op timestamp, opmerking text);
    create table medewerkers (personeelsnummer integer primary key, naam text, bsn text, geboortedatum date, salaris numeric);
    create table verzuim (id integer primary key, medewerker integer references medewerkers (personeelsnummer), van date, reden text);
    create table accounts (gebruiker text primary key, wachtwoord text, laatste_login timestamp);
    begin`);
  const into = (table: string, width: number) =>
    db.prepare(`insert into ${table} values (${Array.from({ length: width }, () => "?").join(", ")})`);
  const [customer, product, order] = [into("klanten", 8), into("producten", 4), into("bestellingen", 6)];
  for (let i = 1; i <= PRODUCTS.length * 20; i++)
    product.run(i, String(8_712_345_000_000 + i * 17), `${at(PRODUCTS, i)} ${i}`, 5 + (i % 90));
  for (let i = 1; i <= CUSTOMERS; i++) {
    const [given, family] = [at(GIVEN, i), at(FAMILY, i * 7)];
    const mail = `${given}.${family.replaceAll(" ", "")}${i}@example.nl`.toLowerCase();
    const since = `20${10 + (i % 15)}-0${1 + (i % 9)}-1${i % 9}`;
    customer.run(
      i,
      given,
      family,
      mail,
      value(`phone:k${i}`),
      `${at(STREETS, i)} ${i % 180}, 1234 AB Ergens`,
      value(`iban:k${i}`),
      since,
    );
    const remark =
      i % 1_000 === 0
        ? `Levering aan huis, bsn ${value(`bsn:o${i}`)}`
        : i % 9 === 0
          ? "Graag na zessen"
          : null;
    order.run(
      700_000_000 + i * 31,
      i,
      1 + (i % 100),
      (i % 400) + 0.95,
      `2026-0${1 + (i % 9)}-1${i % 9} 12:00:00`,
      remark,
    );
  }
  const [employee, leave, account] = [into("medewerkers", 5), into("verzuim", 4), into("accounts", 3)];
  for (let i = 1; i <= EMPLOYEES; i++) {
    employee.run(
      i,
      `${at(GIVEN, i * 3)} ${at(FAMILY, i)}`,
      value(`bsn:m${i}`),
      `19${60 + (i % 40)}-0${1 + (i % 9)}-2${i % 9}`,
      2_200 + i * 21,
    );
    if (i % 3 === 0) leave.run(i, i, `2026-0${1 + (i % 9)}-05`, `Ziek gemeld: ${at(SICK_NOTES, i)}`);
    account.run(`${at(GIVEN, i)}${i}`.toLowerCase(), `Welkom${i}!`, "2026-10-01 09:00:00");
  }
  db.exec("commit");
  db.close();
}

const at = (list: readonly string[], i: number): string => list[i % list.length] ?? "";
const value = (name: string): string => renderSample(`{{${name}}}`);
