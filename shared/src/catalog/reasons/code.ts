import type { Phrase } from "./phrase.ts";

/** What source code does with personal data. */
export const CODE_PHRASES = [
  [
    "data of at least {count:n} persons in a file of test data",
    "gegevens van minstens {count} personen in een bestand met testgegevens",
  ],
  ["name '{name}' in a call of {called}", "naam ‘{name}’ in een aanroep van {called}"],
  ["name '{name}' goes into a broken hash function", "naam ‘{name}’ gaat in een gekraakte hashfunctie"],
  [
    "name '{name}' goes into a fast hash without key or salt",
    "naam ‘{name}’ gaat in een snelle hash zonder sleutel of salt",
  ],
  ["name '{name}' goes to an address without TLS", "naam ‘{name}’ gaat naar een adres zonder TLS"],
  ["certificate checks are turned off", "de controle van certificaten staat uit"],
  [
    "a score decides on '{outcome}', with no review by a person near",
    "een score beslist over ‘{outcome}’, zonder beoordeling door een mens in de buurt",
  ],
  ["script of {vendor}", "script van {vendor}"],
  ["{vendor} in {file}", "{vendor} in {file}"],
] as const satisfies readonly Phrase[];
