/** What database scans say of tables and columns, and of how many rows hold something. */
export const DATABASE_PHRASES: readonly (readonly [RegExp, string])[] = [
  // Why something was not read.
  [/^binary column not read$/, "binaire kolom niet gelezen"],
  [/^binary values not read$/, "binaire waarden niet gelezen"],
  [/^rest of long values not read$/, "rest van lange waarden niet gelezen"],
  [/^table has no column that can be read$/, "tabel heeft geen kolom die te lezen is"],
  [/^view not read$/, "view niet gelezen"],
  [/^materialised view not read$/, "gematerialiseerde view niet gelezen"],
  [/^foreign table not read$/, "externe tabel niet gelezen"],
  [/^no right to read the table$/, "geen recht om de tabel te lezen"],
  [/^read took too long$/, "lezen duurde te lang"],
  [/^table locked$/, "tabel vergrendeld"],
  [/^table changed or gone$/, "tabel gewijzigd of verdwenen"],
  [/^text in an invalid encoding$/, "tekst in een ongeldige codering"],
  [/^table damaged$/, "tabel beschadigd"],
  [/^table could not be read$/, "tabel kon niet worden gelezen"],
  [
    /^A database is scanned as a source of the agent's\.$/,
    "Een database wordt gescand als bron van de agent.",
  ],
  // Why a column was reported.
  [/^in ([\d,]+) of ([\d,]+) rows, which is all of them$/, "in $1 van $2 rijen, en dat zijn ze alle"],
  [/^in ([\d,]+) of ([\d,]+) rows read$/, "in $1 van $2 gelezen rijen"],
  [
    /^in ([\d,]+) of ([\d,]+) rows read, about (.+) of ([\d,]+) \((.+) to (.+)\)$/,
    "in $1 van $2 gelezen rijen, ongeveer $3 van $4 ($5 tot $6)",
  ],
  [/^rows are about a person: (\w+) beside it$/, "rijen gaan over een persoon: $1 ernaast"],
  [
    /^only (.+) of the values of this form pass the check, as numbers do by chance$/,
    "maar $1 van de waarden van deze vorm klopt, zoals getallen bij toeval",
  ],
  [/^most values of its column pass$/, "de meeste waarden van de kolom kloppen"],
  [/^(\w+) is readable$/, "$1 is leesbaar"],
  [/^the column's name says password$/, "de naam van de kolom zegt wachtwoord"],
  [/^values are no hash that is known$/, "waarden zijn geen hash die bekend is"],
  [
    /^values are hashes of a fast function, such as MD5 or SHA-1$/,
    "waarden zijn hashes van een snelle functie, zoals MD5 of SHA-1",
  ],
  [/^the connection is not encrypted$/, "de verbinding is niet versleuteld"],
  [/^the login is a superuser$/, "de login is een superuser"],
  [/^the login may write$/, "de login mag schrijven"],
];
