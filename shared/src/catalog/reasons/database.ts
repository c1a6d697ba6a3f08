import type { Phrase } from "./phrase.ts";

/** What database scans say of tables and columns, and why something was not read. */
export const DATABASE_PHRASES = [
  // How much.
  ["in {some:n} of {all:n} rows, which is all of them", "in {some} van {all} rijen, en dat zijn ze alle"],
  ["in {some:n} of {all:n} rows read", "in {some} van {all} gelezen rijen"],
  [
    "in {some:n} of {all:n} rows read, about {share:n} of {table:n} ({low:n} to {high:n})",
    "in {some} van {all} gelezen rijen, ongeveer {share} van {table} ({low} tot {high})",
  ],
  ["about {count:n} different", "ongeveer {count} verschillende"],
  ["{count:n} different among those read", "{count} verschillende onder wat is gelezen"],
  ["under {count:n} keys within the cells", "onder {count} sleutels binnen de cellen"],
  ["and in {count:n} files in it", "en in {count} bestanden erin"],
  [
    "in {some:n} of {all:n} files in the column's values",
    "in {some} van {all} bestanden in de waarden van de kolom",
  ],
  // What a column is judged by.
  ["rows are about a person: {type:type} beside it", "de rijen gaan over een persoon, met ernaast: {type}"],
  [
    "only {share:n} of the values of this form pass the check, as numbers do by chance",
    "maar {share} van de waarden van deze vorm klopt, zoals getallen bij toeval",
  ],
  ["a family name stands beside it", "er staat een achternaam naast"],
  ["a given name stands beside it", "er staat een voornaam naast"],
  ["a longitude stands beside it", "er staat een lengtegraad naast"],
  ["a latitude stands beside it", "er staat een breedtegraad naast"],
  ["one of latitude and longitude, without the other", "een breedtegraad of lengtegraad, zonder de andere"],
  ["the column's name alone says so", "alleen de naam van de kolom zegt het"],
  [
    "no value that was read has the form: encrypted, or something else",
    "geen gelezen waarde heeft de vorm: versleuteld, of iets anders",
  ],
  ["in the comment of the table", "in het commentaar bij de tabel"],
  ["in the comment of the column", "in het commentaar bij de kolom"],
  // What the law asks.
  ["{type:type} is readable", "leesbaar: {type}"],
  ["{type:type} is in it", "bevat: {type}"],
  ["{type:type} in {count:n} rows or more", "in {count} rijen of meer: {type}"],
  ["no entry of the record names the column", "geen verwerking in het register noemt de kolom"],
  [
    "the record names the column, and not this kind of data in it",
    "het verwerkingsregister noemt de kolom, maar niet dit soort gegeven erin",
  ],
  [
    "no date to judge by: no column says when a row was made or last used",
    "geen datum om op te oordelen: geen kolom zegt wanneer een rij is gemaakt of voor het laatst gebruikt",
  ],
  [
    "no date to judge by: what was read of {names} is empty or no date",
    "geen datum om op te oordelen: wat van {names} is gelezen, is leeg of geen datum",
  ],
  [
    "rows with personal data may be kept for {age:period} here",
    "rijen met persoonsgegevens mogen hier {age} worden bewaard",
  ],
  [
    "the last date of a row is more than {age:period} ago",
    "de laatste datum van een rij is meer dan {age} geleden",
  ],
  ["by {columns}", "volgens {columns}"],
  ["the oldest is of {year}", "de oudste is van {year}"],
  // How passwords are kept.
  ["the column's name says password", "de naam van de kolom zegt wachtwoord"],
  ["a key in the cells says password", "een sleutel in de cellen zegt wachtwoord"],
  ["values are no hash that is known", "de waarden zijn geen bekende hash"],
  [
    "values are hashes of a fast function: {schemes}",
    "de waarden zijn hashes van een snelle functie: {schemes}",
  ],
  // How the database is reached.
  ["the connection is not encrypted", "de verbinding is niet versleuteld"],
  ["the host's name says region {region}", "de naam van de host noemt de regio {region}"],
  ["the login is a superuser", "de login is een superuser"],
  ["the login may write", "de login mag schrijven"],
  // Why something was not read.
  [
    "foreign table not read: its rows are in another database",
    "externe tabel niet gelezen: de rijen staan in een andere database",
  ],
  ["view not read: --views reads them", "view niet gelezen: --views leest ze wel"],
  ["table has no column that can be read", "tabel heeft geen kolom die te lezen is"],
  ["no right to read the column", "geen recht om de kolom te lezen"],
  ["no right to read the table", "geen recht om de tabel te lezen"],
  ["values of bytes in no format that is known", "waarden van bytes in een onbekend formaat"],
  ["rest of long values not read", "rest van lange waarden niet gelezen"],
  ["sample ended early: its values are long", "steekproef eerder gestopt: de waarden zijn lang"],
  ["more files in a column than are read of it", "meer bestanden in een kolom dan ervan worden gelezen"],
  ["read took too long", "lezen duurde te lang"],
  ["table locked", "tabel vergrendeld"],
  ["table changed or gone", "tabel gewijzigd of verdwenen"],
  ["text in an invalid encoding", "tekst in een ongeldige codering"],
  ["table damaged", "tabel beschadigd"],
  ["table could not be read", "tabel kon niet worden gelezen"],
  ["view not searched", "view niet doorzocht"],
  ["foreign table not searched", "externe tabel niet doorzocht"],
  [
    "files in a column of bytes were not asked for (--files)",
    "naar bestanden in een kolom met bytes is niet gevraagd (--files)",
  ],
  ["rest of long values not searched", "rest van lange waarden niet doorzocht"],
  // Why nothing was read.
  ["The database's host does not answer.", "De host van de database antwoordt niet."],
  [
    "No TLS connection with the database could be made.",
    "Er kon geen TLS-verbinding met de database worden gemaakt.",
  ],
  ["The database refuses the login.", "De database weigert de login."],
  ["There is no such database.", "Die database bestaat niet."],
  [
    "The database may not be read with these rights.",
    "Met deze rechten mag de database niet worden gelezen.",
  ],
  ["The database has no connection free.", "De database heeft geen verbinding vrij."],
  [
    "Other jobs hold all connections that the source may have.",
    "Andere taken houden alle verbindingen bezet die de bron mag hebben.",
  ],
  [
    "The database's server had too much to do for as long as this scan waited.",
    "De databaseserver bleef te druk, zolang deze scan wachtte.",
  ],
  ["The connection with the database broke.", "De verbinding met de database is verbroken."],
  ["The database took too long to answer.", "De database deed te lang over een antwoord."],
  ["The database is locked by another program.", "De database is vergrendeld door een ander programma."],
  ["The database changed while it was read.", "De database veranderde tijdens het lezen."],
  ["The database holds text in an invalid encoding.", "De database bevat tekst in een ongeldige codering."],
  [
    "The database is damaged or encrypted, or the file is no database.",
    "De database is beschadigd of versleuteld, of het bestand is geen database.",
  ],
  [
    "The package that reads this kind of database is not installed. Install the optional packages mssql and mongodb beside the agent.",
    "Het pakket dat dit soort database leest, is niet geïnstalleerd. Installeer de optionele pakketten mssql en mongodb naast de agent.",
  ],
  ["The database could not be read.", "De database kon niet worden gelezen."],
  ["No database may be read here.", "Hier mag geen database worden gelezen."],
] as const satisfies readonly Phrase[];
